import { AppError } from "@/lib/errors";
import { openDocument } from "@/lib/template/open-document";
import type { Repair } from "@/lib/template/repair";
import type { Document } from "@/lib/template/schema";
import {
  assetIdsOf,
  TEMPLATE_FILE_VERSION,
  type TemplateFileManifest,
  templateFileManifest,
  templateFileMark,
} from "@/lib/template/template-file";
import { parseJson } from "../http/parse-json";
import { type ArchiveEntry, archiveDirectory } from "./archive-directory";
import { fileError } from "./file-error";
import { FILE_LIMITS } from "./file-limits";
import { inflateEntry, type Meter } from "./inflate-entry";

export type OpenedFile = {
  manifest: TemplateFileManifest;
  /** Still with the ids, fonts and tokens of where it comes from: nothing of it may be stored as it is. */
  document: Document;
  repairs: readonly Repair[];
  /** Bytes of the pictures that the document names and the file holds, by the document's ids. Nobody looked at them yet. */
  pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
};

const PICTURE = /^assets\/(ast_[A-Za-z0-9]{8,40})\.(?:png|jpe?g|webp|gif|svg)$/;

/**
 * Opens a template file from anywhere. Only the manifest, the document and pictures that the document names are
 * inflated, each within its limit; whatever else lies in the file is left alone. Nothing is written anywhere.
 * @throws AppError `invalid` with a sentence when the file as a whole is refused
 */
export async function openTemplateFile(
  bytes: Uint8Array,
  meter: Meter = { inflated: 0 },
): Promise<OpenedFile> {
  const entries = archiveDirectory(bytes);
  const manifest = readManifest(await inflateNamed(bytes, entries, "manifest.json", meter));
  const opened = readDocument(await inflateNamed(bytes, entries, "document.json", meter));
  const wanted = new Set(assetIdsOf(opened.document));
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [id, entry] of pictureEntries(entries)) {
    if (!wanted.has(id)) continue;
    if (pictures.size === FILE_LIMITS.pictures) {
      throw fileError(`The template shows more than ${FILE_LIMITS.pictures} different pictures.`);
    }
    pictures.set(id, await inflateEntry(bytes, entry, FILE_LIMITS.pictureBytes, meter));
  }
  return { manifest, ...opened, pictures };
}

async function inflateNamed(
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
  name: "manifest.json" | "document.json",
  meter: Meter,
): Promise<Uint8Array> {
  const entry = entries.find((each) => each.name === name);
  if (!entry) throw fileError(`This is not a template file: there is no ${name} in it.`);
  const limit = name === "manifest.json" ? FILE_LIMITS.manifestBytes : FILE_LIMITS.documentBytes;
  return inflateEntry(bytes, entry, limit, meter);
}

function readManifest(bytes: Uint8Array): TemplateFileManifest {
  const value = readJson("manifest.json", bytes);
  const mark = templateFileMark.safeParse(value);
  if (!mark.success) throw fileError("This is not a template file: its manifest.json says something else.");
  if (mark.data.version > TEMPLATE_FILE_VERSION) throw fromTheFuture();
  return templateFileManifest.parse(value);
}

function readDocument(bytes: Uint8Array): { document: Document; repairs: readonly Repair[] } {
  const { document, repairs } = openDocument(readJson("document.json", bytes));
  const codes = new Set(repairs.map(({ code }) => code));
  // What this release does not know of a newer document would be lost without a trace.
  if (codes.has("future_version")) throw fromTheFuture();
  if (codes.has("unreadable")) throw fileError("The design in this file cannot be read.");
  return { document, repairs };
}

const fromTheFuture = () =>
  fileError("This file was made by a newer release than this one, and would lose a part of its design here.");

function readJson(name: string, bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes, FILE_LIMITS.jsonDepth);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw fileError(
      `${name} in the file cannot be read: it is no JSON, too deep, or holds a key that is not allowed.`,
      error,
    );
  }
}

/** Entries that are pictures, by the id in their name; the name is used for nothing else. */
function pictureEntries(entries: readonly ArchiveEntry[]): Map<string, ArchiveEntry> {
  const found = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const id = PICTURE.exec(entry.name)?.[1];
    if (id === undefined) continue;
    if (found.has(id)) throw fileError(`The file holds two pictures called ${id}.`);
    found.set(id, entry);
  }
  return found;
}
