import { imageHandler } from "@/lib/render/handle-image";
import { overWeb } from "@/lib/render/over-web";
import { log } from "@/lib/server/log";

export const dynamic = "force-dynamic";

/** The picture for hosts that run no custom server; where it runs, it answers before this does. */
export const GET = overWeb(imageHandler, (error) =>
  log().error({ err: error }, "a picture failed unexpectedly"),
);
export const HEAD = GET;
