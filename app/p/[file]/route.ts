import { overWeb } from "@/lib/render/over-web";
import { servePicture } from "@/lib/server/images/serve-picture";
import { log } from "@/lib/server/log";

export const dynamic = "force-dynamic";

/** A kept picture for hosts that run no custom server; where it runs, it answers before this does. */
export const GET = overWeb(
  () => ({ handle: (request) => servePicture(request) }),
  (error) => log().error({ err: error }, "a kept picture failed unexpectedly"),
);
export const HEAD = GET;
