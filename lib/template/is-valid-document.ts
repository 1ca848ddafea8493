import { entryNamed } from "./registry";
import { checkRules, type Document, documentSchema, type Layer, layer as layerSchema } from "./schema";

/** Parts of documents that were found valid. They never change, so they stay so. */
const valid = new WeakSet<object>();

const { layers: _layers, ...parts } = documentSchema.shape;
const KEYS: ReadonlySet<string> = new Set(Object.keys(documentSchema.shape));

/**
 * What `documentSchema` says of a document made by a command, without asking it again about the parts that it has seen
 * before: a drag makes a document a frame, in which most layers are those of the frame before.
 */
export function isValidDocument(doc: Document): boolean {
  if (!Object.keys(doc).every((key) => KEYS.has(key))) return false;
  for (const [key, schema] of Object.entries(parts)) {
    const value: unknown = Reflect.get(doc, key);
    const isKnown = typeof value === "object" && value !== null && valid.has(value);
    if (isKnown) continue;
    if (!schema.safeParse(value).success) return false;
    if (typeof value === "object" && value !== null) valid.add(value);
  }
  if (!Array.isArray(doc.layers) || !doc.layers.every(isValidLayer)) return false;
  let kept = true;
  checkRules(doc, {
    addIssue: () => {
      kept = false;
    },
  });
  return kept;
}

/** A group is asked about without its children, which are asked one by one: moving one asks nothing of the others. */
function isValidLayer(layer: Layer): boolean {
  if (valid.has(layer)) return true;
  const entry = entryNamed(layer.type);
  if (!entry) return false;
  const children = entry.children(layer);
  const alone = children.length === 0 ? layer : entry.withChildren(layer, []);
  if (!children.every(isValidLayer) || !layerSchema.safeParse(alone).success) return false;
  valid.add(layer);
  return true;
}
