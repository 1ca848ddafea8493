import { imageHandler } from "@/lib/render/handle-image";
import { overWeb } from "@/lib/render/over-web";
import { log } from "@/lib/server/log";
import { keepUsage } from "@/lib/usage/process-usage";

export const dynamic = "force-dynamic";

/** The picture for hosts that run no custom server; where it runs, it answers before this does. */
export const GET = overWeb(
  () => {
    keepUsage();
    return imageHandler();
  },
  (error) => log().error({ err: error }, "a picture failed unexpectedly"),
);
export const HEAD = GET;
export const OPTIONS = GET;
