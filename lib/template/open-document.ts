import { createDocument } from "./create-document";
import { cutToSize, documentSize } from "./document-size";
import { isRecord, isShallow } from "./json-shape";
import { LIMITS } from "./limits";
import { migrate } from "./migrations";
import { inWords, type Repair, RepairLog } from "./repair";
import { repairFields, repairSamples } from "./repair-fields";
import { repairLayers } from "./repair-layers";
import { repairVariants } from "./repair-variants";
import { salvageObject } from "./salvage";
import { type Document, documentSchema } from "./schema";
import { subtreeIds } from "./tree";

export type { Repair, RepairCode } from "./repair";

export type Opened = {
  /** Always fit for `documentSchema`. */
  document: Document;
  /** What was mended; empty when the stored document was whole. */
  repairs: Repair[];
};

const BLANK = createDocument({ width: 1200, height: 628, displayWidth: 600 });

/**
 * Opens whatever was stored: lifts it to the present version, mends it property by property, and says what it
 * mended. Never throws. What is whole is left as it is: a fault in one layer does not touch another.
 */
export function openDocument(input: unknown): Opened {
  const log = new RepairLog();
  try {
    return { document: open(input, log), repairs: log.repairs };
  } catch {
    // Only data that is no JSON gets here: a property that throws when it is read, a proxy that lies.
    return unreadable("The document could not be read. An empty one stands for it.");
  }
}

function unreadable(message: string): Opened {
  return { document: BLANK, repairs: [{ code: "unreadable", path: "", message }] };
}

function open(input: unknown, log: RepairLog): Document {
  if (!isRecord(input)) {
    log.add("unreadable", "", `Expected a document, got ${inWords(input)}. An empty one stands for it.`);
    return BLANK;
  }
  const { stored, version } = migrate(input);
  if (version === "current" && isShallow(stored)) {
    const parsed = documentSchema.safeParse(stored);
    if (parsed.success && documentSize(parsed.data) <= LIMITS.documentBytes) return parsed.data;
  }
  if (version === "future") {
    const message = `Expected a document of version ${BLANK.schemaVersion} or older, got ${inWords(input.schemaVersion)}. What this release knows of it stands; do not save it over the newer one.`;
    log.add("future_version", "/schemaVersion", message);
  }
  if (version === "none") {
    log.add("no_version", "/schemaVersion", `Expected a version, got ${inWords(input.schemaVersion)}.`);
  }
  const canvas = { width: side(stored.width, BLANK.width), height: side(stored.height, BLANK.height) };
  const layers = repairLayers(stored.layers, canvas, log);
  const mended = salvageObject(
    documentSchema,
    stored,
    BLANK,
    "",
    { log, layers: () => [] },
    {
      schemaVersion: BLANK.schemaVersion,
      fields: repairFields(stored.fields, log),
      samples: repairSamples(stored.samples, log),
      layers,
      variants: repairVariants(stored.variants, new Set(subtreeIds(layers)), log),
    },
  );
  return cutToSize(documentSchema.parse(mended), log);
}

/** A side of the canvas as far as it can be read: new sizes of damaged layers are measured by it. */
function side(stored: unknown, otherwise: number): number {
  return typeof stored === "number" && stored >= 1 && stored <= LIMITS.canvasSide ? stored : otherwise;
}
