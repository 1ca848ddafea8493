import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { renderThumbnail } from "@/lib/render/thumbnail";
import { STARTERS } from "@/lib/template/starters/starters";
import { processWide } from "./process-registry";

type StarterPicture = { etag: string; bytes: Uint8Array<ArrayBuffer> };

/** A starter hangs on no workspace: it has no uploads, and an asset looked up in none is not found. */
const NO_WORKSPACE = { workspaceId: "", allowedImageHosts: [] };

/** The picture of a starter, painted once in the life of the process. */
export function starterPicture(id: string): Promise<StarterPicture> {
  const pictures = processWide("starter-pictures", () => new Map<string, Promise<StarterPicture>>());
  const known = pictures.get(id);
  if (known) return known;
  const painting = paint(id);
  pictures.set(id, painting);
  painting.catch(() => pictures.delete(id));
  return painting;
}

async function paint(id: string): Promise<StarterPicture> {
  const starter = STARTERS.find((candidate) => candidate.id === id);
  if (!starter) throw new AppError("not_found", `There is no starter "${id}".`);
  const bytes = new Uint8Array((await renderThumbnail(starter.document, NO_WORKSPACE)).png);
  return { bytes, etag: createHash("sha256").update(bytes).digest("hex").slice(0, 32) };
}
