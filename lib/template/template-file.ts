import { z } from "zod";
import { LIMITS } from "./limits";
import { parseAddress } from "./parse-address";
import { bindablesOf, entryOf } from "./registry";
import type { Document } from "./schema";
import { mapLayers, walkLayers, withLayers } from "./tree";

/** What a template file is called at its end, and its kind. */
export const TEMPLATE_FILE_ENDING = ".nameplate";
export const TEMPLATE_FILE_TYPE = "application/x-nameplate";

/** Version of what stands in a template file and how; the document in it has a version of its own. */
export const TEMPLATE_FILE_VERSION = 1;

/** Says what a file is, before anything else in it is read. */
export const templateFileMark = z.object({
  format: z.literal("nameplate"),
  version: z.number().int().min(1),
});

/** What stands in `manifest.json`. Texts are bounded and plain words: they are shown, and nothing else is done with them. */
export const templateFileManifest = z.object({
  name: z.string().max(20_000).catch(""),
  /** Uploaded families the document names, by its key for them. The fonts themselves stay where they are. */
  fonts: z
    .array(z.object({ key: z.string().max(60), name: z.string().max(200) }))
    .max(200)
    .catch([]),
  /** Whether editors change only its contents, where it comes from and where it goes. */
  brandLocked: z.boolean().catch(false),
});
export type TemplateFileManifest = z.infer<typeof templateFileManifest>;

/** Ids of the pictures the document may ever show, in the order they stand in it. */
export function assetIdsOf(doc: Document): string[] {
  const ids = new Set<string>();
  withAssets(doc, (id) => {
    ids.add(id);
    return id;
  });
  return [...ids];
}

/** The document with each picture taken for what `assetFor` gives for its id; null is no picture. */
export function withAssets(doc: Document, assetFor: (id: string) => string | null): Document {
  const change = mapLayers(doc.layers, (layer) => entryOf(layer).withAssets?.(layer, assetFor) ?? layer);
  return withLayers(doc, change);
}

/** What documents call uploaded families. */
const OWN_FAMILY = /^f_/;

/** Uploaded families the document names. */
export function ownFamiliesOf(doc: Document): string[] {
  const found = new Set<string>();
  withFamilies(doc, (family) => {
    found.add(family);
    return family;
  });
  return [...found];
}

/** The document with each uploaded family taken for what `familyFor` gives for it. */
export function withFamilies(doc: Document, familyFor: (family: string) => string): Document {
  const copy = structuredClone(doc);
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (key === "fontFamily" && typeof inside === "string" && OWN_FAMILY.test(inside)) {
        Object.assign(value, { [key]: familyFor(inside) });
      } else look(inside);
    }
  };
  look(copy);
  return copy;
}

/** The document following no brand kit: the values it got from one stay. The same document when it follows none. */
export function withoutTokens(doc: Document): Document {
  const layers = mapLayers(doc.layers, (layer) =>
    Object.keys(layer.tokens).length > 0 ? { ...layer, tokens: {} } : layer,
  );
  const detached = withLayers(doc, layers);
  return detached.backgroundToken === null ? detached : { ...detached, backgroundToken: null };
}

/** Hosts that pictures come from when fields have their sample values and fallbacks, in the order of the alphabet. */
export function imageHostsOf(doc: Document): string[] {
  const keys = new Set(doc.fields.filter(({ type }) => type === "image").map(({ key }) => key));
  for (const { layer } of walkLayers(doc.layers)) {
    for (const { key, expects } of entryOf(layer).fieldReferences(layer)) {
      if (expects === "image") keys.add(key);
    }
    const pictures = new Set(
      bindablesOf(layer).flatMap(({ path, kind }) => (kind === "image" ? [path] : [])),
    );
    for (const { path, key } of layer.bindings) if (pictures.has(path)) keys.add(key);
  }
  const values = [
    ...doc.fields.flatMap(({ key, fallback }) => (keys.has(key) ? [fallback] : [])),
    ...doc.samples.flatMap(({ values }) => [...keys].map((key) => values[key] ?? "")),
  ];
  const hosts = values.flatMap((value) => {
    const address = parseAddress(value);
    return address === null ? [] : [new URL(address).hostname];
  });
  return [...new Set(hosts)].sort();
}

/** What a template's file is called: its name, without what file systems do not take. */
export function templateFileName(name: string): string {
  const plain = name
    .replace(/[\p{C}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\.+|[. ]+$/g, "");
  return `${[...plain].slice(0, LIMITS.name).join("") || "Template"}${TEMPLATE_FILE_ENDING}`;
}
