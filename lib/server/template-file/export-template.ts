import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { Document } from "@/lib/template/schema";
import {
  assetIdsOf,
  ownFamiliesOf,
  TEMPLATE_FILE_VERSION,
  type TemplateFileManifest,
  templateFileName,
} from "@/lib/template/template-file";
import { requireBrandKit } from "../brand/brand-kit";
import { openWithKit } from "../brand/open-with-kit";
import { db } from "../db";
import { log } from "../log";
import { storage } from "../storage";
import { liveTemplate, templateNotFound } from "../templates/find-template";
import { loadThumbnail } from "../templates/thumbnail";
import { FILE_LIMITS } from "./file-limits";
import { type FileToPack, writeArchive } from "./write-archive";

export type ExportedTemplate = {
  fileName: string;
  /** The file, in parts, each made when it is asked for. */
  parts: AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
};

type StoredPicture = { id: string; name: string; contentType: string; bytes: number; storageKey: string };

/** What a file holds besides pictures: a little text and a thumbnail. */
const ROOM_FOR_THE_REST = 5_000_000;

/**
 * A template's draft as one file: the document with the brand kit's values of this moment, its pictures, the names of its fonts and a thumbnail. Links, versions
 * and people are not in it.
 * @throws AppError `not_found`; `too_large` when its pictures, or one of them, are more than a file may hold
 */
export async function exportTemplate(scope: Scope, id: string): Promise<ExportedTemplate> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { name: true, draft: true, brandLocked: true, updatedAt: true },
  });
  if (!template) throw templateNotFound();
  const { kit } = await requireBrandKit(scope);
  const document = openWithKit(template.draft, kit);
  const pictures = await picturesOf(scope, document);
  const { name, brandLocked } = template;
  const manifest = { name, fonts: await fontsOf(scope, document), brandLocked };
  const files = filesOf(document, manifest, pictures, () => thumbnailOf(scope, id));
  return { fileName: templateFileName(name), parts: writeArchive(files, template.updatedAt) };
}

async function* filesOf(
  document: Document,
  manifest: TemplateFileManifest,
  pictures: readonly StoredPicture[],
  thumbnail: () => Promise<Uint8Array | null>,
): AsyncGenerator<FileToPack, void> {
  yield text("manifest.json", { format: "nameplate", version: TEMPLATE_FILE_VERSION, ...manifest });
  yield text("document.json", document);
  for (const { id, contentType, storageKey } of pictures) {
    const bytes = await readPicture(storageKey);
    if (!bytes) continue;
    const ending = contentType === "image/jpeg" ? "jpg" : "png";
    yield { name: `assets/${id}.${ending}`, bytes, isText: false };
  }
  const painted = await thumbnail();
  if (painted) yield { name: "thumbnail.png", bytes: painted, isText: false };
}

function text(name: string, value: unknown): FileToPack {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(value)), isText: true };
}

/** Rows of the pictures the document names, as far as they are the workspace's. */
async function picturesOf({ workspaceId }: Scope, document: Document): Promise<StoredPicture[]> {
  const ids = assetIdsOf(document);
  if (ids.length > FILE_LIMITS.pictures) {
    throw new AppError(
      "too_large",
      `This template shows ${ids.length} different pictures; a file may hold ${FILE_LIMITS.pictures}.`,
    );
  }
  const rows = await db().asset.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true, contentType: true, bytes: true, storageKey: true },
    orderBy: { id: "asc" },
  });
  const heavy = rows.find(({ bytes }) => bytes > FILE_LIMITS.pictureBytes);
  if (heavy) {
    throw new AppError(
      "too_large",
      `“${heavy.name}” in this template takes ${megabytes(heavy.bytes)}; a picture in a file may take ${megabytes(FILE_LIMITS.pictureBytes)}. Use a smaller picture.`,
      { details: { bytes: heavy.bytes, limit: FILE_LIMITS.pictureBytes } },
    );
  }
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = FILE_LIMITS.bytes - ROOM_FOR_THE_REST;
  if (total > most) {
    throw new AppError(
      "too_large",
      `The pictures of this template are ${megabytes(total)}; a file may hold ${megabytes(most)}. Use smaller pictures.`,
      { details: { bytes: total, limit: most } },
    );
  }
  return rows;
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 100_000) / 10} MB`;

async function fontsOf({ workspaceId }: Scope, document: Document): Promise<TemplateFileManifest["fonts"]> {
  const rows = await db().font.findMany({
    where: { workspaceId, familyKey: { in: ownFamiliesOf(document) } },
    select: { familyKey: true, family: true },
    orderBy: { familyKey: "asc" },
    distinct: ["familyKey"],
  });
  return rows.map(({ familyKey, family }) => ({ key: familyKey, name: family }));
}

/** A picture whose file is gone is left out: a copy shows as little of it as the template does. */
async function readPicture(storageKey: string): Promise<Uint8Array | null> {
  return storage()
    .get(storageKey)
    .catch((error) => {
      if (error instanceof AppError && error.code === "not_found") return null;
      throw error;
    });
}

/** For people who look into the file; without it the file is as good. */
async function thumbnailOf(scope: Scope, id: string): Promise<Uint8Array | null> {
  try {
    const { paint } = await loadThumbnail(scope, id);
    return (await paint()).png;
  } catch (error) {
    log().warn({ err: error }, "a template file goes without its thumbnail");
    return null;
  }
}
