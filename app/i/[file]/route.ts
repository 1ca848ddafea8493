import { handleImage } from "@/lib/render/handle-image";

export const dynamic = "force-dynamic";

/** The picture for hosts that run no custom server; where it runs, it answers before this does. */
export const GET = handleImage;
export const HEAD = handleImage;
