import { z } from "zod";
import { uploadFile } from "@/components/api/upload-file";
import { LIMITS } from "@/lib/template/limits";

const asset = z.object({
  id: z.string(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
});
export type Asset = z.infer<typeof asset>;

/** What the file dialog offers; the server decides by the bytes. */
export const UPLOAD_TYPES = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml";

/** Uploads a picture. `onProgress` is told the share that was sent, 0 to 1. */
export function uploadAsset(
  workspaceSlug: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Asset> {
  const path = `/api/w/${encodeURIComponent(workspaceSlug)}/assets`;
  return uploadFile({ path, file, fallbackName: "pasted-picture.png", onProgress, answer: asset });
}

/** Characters of a file's name that become a layer's name: half the limit, as a character may count as two. */
const NAME_CHARACTERS = LIMITS.name / 2;

/** What a layer that shows this picture is called: the file's name without its ending. */
export function nameOfAsset(asset: Asset): string {
  return [...asset.name.replace(/\.[a-z0-9]+$/i, "")].slice(0, NAME_CHARACTERS).join("") || "Image";
}
