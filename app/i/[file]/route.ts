import { imageHandler } from "@/lib/render/handle-image";
import { overWeb } from "@/lib/render/over-web";

export const dynamic = "force-dynamic";

/** The picture for hosts that run no custom server; where it runs, it answers before this does. */
export const GET = (request: Request) => overWeb(imageHandler())(request);
export const HEAD = GET;
