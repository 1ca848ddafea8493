import { setProperties } from "@/lib/template/commands/set-properties";
import { malformedPlaceholders } from "@/lib/template/placeholders";
import type { Document, Layer } from "@/lib/template/schema";
import { quoted } from "@/lib/template/short-text";

type Change = (document: Document) => Document;

/** A stretch of a layer's text that looks like a placeholder and is none; `path` is the text's, inside the layer. */
export type Malformed = { layer: Layer; path: string; message: string };

/** Puts in the field that is meant, where its key or name can be told from what is typed. */
export function withField(malformed: Malformed, { fields }: Document): Change | null {
  const raw = rawOf(malformed);
  const meant = raw === null ? "" : keyOf(raw);
  const field = fields.find(({ key, label }) => meant !== "" && (key === meant || keyOf(label) === meant));
  return raw === null || !field ? null : replaced(malformed, raw, `{{${field.key}}}`);
}

/** Leaves the words and takes the braces away. */
export function withoutBraces(malformed: Malformed): Change | null {
  const raw = rawOf(malformed);
  return raw === null ? null : replaced(malformed, raw, raw.replace(/[{}]/g, "").trim());
}

/** "First Name" as a key would be written. */
function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** The stretch that the message speaks of. */
function rawOf({ layer, path, message }: Malformed): string | null {
  const texts = textsAt(layer, path).map(({ text }) => text);
  return malformedPlaceholders(texts.join("")).find((raw) => message.includes(quoted(raw))) ?? null;
}

function replaced({ layer, path }: Malformed, raw: string, by: string): Change | null {
  const texts = textsAt(layer, path).filter(({ text }) => text.includes(raw));
  if (texts.length === 0) return null;
  const values = Object.fromEntries(texts.map(({ name, text }) => [name, text.split(raw).join(by)]));
  return (document) => setProperties(document, { ids: [layer.id], values });
}

/** Texts of a layer by the names `setProperties` knows them by. */
function textsAt(layer: Layer, path: string): { name: string; text: string }[] {
  if (path === "/runs" && layer.type === "text")
    return layer.runs.map(({ text }, index) => ({ name: `runs.${index}.text`, text }));
  const names = path.split("/").slice(1);
  const value = names.reduce<unknown>(
    (holder, name) => (holder !== null && typeof holder === "object" ? Reflect.get(holder, name) : undefined),
    layer,
  );
  return typeof value === "string" ? [{ name: names.join("."), text: value }] : [];
}
