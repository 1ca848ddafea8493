import { LIMITS } from "./limits";
import { utf8Length } from "./plain-text";
import type { RepairLog } from "./repair";
import type { Document } from "./schema";
import { tidyOverrides } from "./variant-overrides";

/** Size of the document as JSON, bytes of UTF-8. */
export function documentSize(doc: Document): number {
  return utf8Length(JSON.stringify(doc));
}

/** The document within the size limit: sample rows go first, the last ones, then the largest layers of the canvas. */
export function cutToSize(doc: Document, log: RepairLog): Document {
  let excess = documentSize(doc) - LIMITS.documentBytes;
  if (excess <= 0) return doc;
  const samples = [...doc.samples];
  while (excess > 0 && samples.length > 0) excess -= utf8Length(JSON.stringify(samples.pop())) + 1;
  const bySize = doc.layers
    .map((layer) => ({ layer, bytes: utf8Length(JSON.stringify(layer)) + 1 }))
    .sort((one, other) => other.bytes - one.bytes);
  const dropped = new Set();
  for (const { layer, bytes } of bySize) {
    if (excess <= 0) break;
    dropped.add(layer);
    excess -= bytes;
  }
  log.add(
    "too_large",
    "",
    `A document has at most ${LIMITS.documentBytes} bytes. ${doc.samples.length - samples.length} sample rows and ` +
      `${dropped.size} layers were left out.`,
  );
  return tidyOverrides(doc, {
    ...doc,
    samples,
    layers: doc.layers.filter((layer) => !dropped.has(layer)),
  });
}
