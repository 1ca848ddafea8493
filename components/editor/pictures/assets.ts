import { z } from "zod";
import { callApi, errorFrom } from "@/components/api/call-api";
import { LIMITS } from "@/lib/template/limits";
import { unreachable } from "../server-calls";

const asset = z.object({
  id: z.string(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
});
export type Asset = z.infer<typeof asset>;

const assetPage = z.object({ assets: z.array(asset), nextCursor: z.string().nullable() });

/** What the file dialog offers; the server decides by the bytes. */
export const UPLOAD_TYPES = "image/png,image/jpeg,image/webp,image/gif";

/** One page of the workspace's pictures, newest first. */
export function listAssets(workspaceSlug: string, cursor: string | null): Promise<z.infer<typeof assetPage>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  const path = `/api/w/${encodeURIComponent(workspaceSlug)}/assets${query}`;
  return callApi({ method: "GET", path, answer: assetPage });
}

/**
 * Uploads a picture. `onProgress` is told the share that was sent, 0 to 1. Rejects with the server's own
 * sentence when it refuses the file. XMLHttpRequest, since fetch cannot tell how far an upload is.
 */
export function uploadAsset(
  workspaceSlug: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Asset> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/w/${encodeURIComponent(workspaceSlug)}/assets`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(unreachable());
    request.ontimeout = () => reject(unreachable());
    request.onload = () => {
      const body = parseJson(request.responseText);
      if (request.status < 200 || request.status >= 300) return reject(errorFrom(request.status, body));
      const parsed = asset.safeParse(body);
      if (parsed.success) resolve(parsed.data);
      else reject(errorFrom(502, null));
    };
    const form = new FormData();
    form.append("file", file, file.name || "pasted-picture.png");
    request.send(form);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Characters of a file's name that become a layer's name: half the limit, as a character may count as two. */
const NAME_CHARACTERS = LIMITS.name / 2;

/** What a layer that shows this picture is called: the file's name without its ending. */
export function nameOfAsset(asset: Asset): string {
  return [...asset.name.replace(/\.[a-z0-9]+$/i, "")].slice(0, NAME_CHARACTERS).join("") || "Image";
}
