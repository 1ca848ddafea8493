import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { renderThumbnail, THUMBNAIL_VERSION } from "@/lib/render/thumbnail";
import { shownValues } from "@/lib/template/starters/shown-values";
import { STARTERS, type Starter } from "@/lib/template/starters/starters";
import { processWide } from "./process-registry";

/** What the address of a starter's picture may ask for: one of its rows, and the name of who looks at it. */
export const starterPictureQuery = z.object({
  row: z.string().max(40).optional(),
  name: z.string().max(80, "Enter a name of at most 80 characters.").optional(),
});
export type StarterPictureQuery = z.infer<typeof starterPictureQuery>;

type StarterPicture = {
  /** Changes whenever the picture does; known without painting it. */
  etag: string;
  paint: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** A starter hangs on no workspace: it has no uploads, and an asset looked up in none is not found. */
const NO_WORKSPACE = { workspaceId: "", allowedImageHosts: [] };

/**
 * The picture of a starter. Without a name and a row it is painted once in the life of the process; others are
 * painted for whoever asks and kept by their browser alone, since a name is nobody else's. `asking` is who waits.
 * @throws AppError `not_found` when there is no such starter or row
 */
export function starterPicture(id: string, query: StarterPictureQuery, asking: string): StarterPicture {
  const starter = STARTERS.find((candidate) => candidate.id === id);
  if (!starter) throw new AppError("not_found", `There is no starter "${id}".`);
  const values = shownValues(starter.document, query);
  if (!values) throw new AppError("not_found", `The starter "${id}" has no sample row "${query.row}".`);
  const isCommon = values === starter.document.samples[0]?.values;
  const paintOwn = () => paint(starter, values, asking);
  return {
    etag: tagOf(starter, values),
    paint: isCommon ? () => common(starter, paintOwn) : paintOwn,
  };
}

function tagOf({ document }: Starter, values: Readonly<Record<string, string>>): string {
  const shown = JSON.stringify([THUMBNAIL_VERSION, document, values]);
  return createHash("sha256").update(shown).digest("hex").slice(0, 32);
}

function common({ id }: Starter, paintOwn: StarterPicture["paint"]): ReturnType<StarterPicture["paint"]> {
  const pictures = processWide(
    "starter-pictures",
    () => new Map<string, ReturnType<StarterPicture["paint"]>>(),
  );
  const known = pictures.get(id);
  if (known) return known;
  const painting = paintOwn();
  pictures.set(id, painting);
  painting.catch(() => pictures.delete(id));
  return painting;
}

async function paint({ document }: Starter, values: Record<string, string>, asking: string) {
  const shown = { ...document, samples: [{ id: "shown", name: "", values }] };
  return new Uint8Array((await renderThumbnail(shown, NO_WORKSPACE, asking)).png);
}
