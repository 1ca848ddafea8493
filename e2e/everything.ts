import type { Page } from "@playwright/test";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { type Account, createTemplate, loadDraft, saveDraft, uploadPicture } from "./fixtures";

const BLANK = { kind: "blank", width: 1200, height: 628, displayWidth: 600 } as const;

/** A picture of one pixel. */
export const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==",
  "base64",
);

/** A template with a layer of every type, a field, a row, and something wrong. */
export async function everything(page: Page, account: Account): Promise<string> {
  const { id } = await createTemplate(page, account, { name: "Everything", from: BLANK });
  const { document: blank, revision } = await loadDraft(page, account, id);
  const named = (layer: Layer): Layer => ({ ...layer, name: layer.type });
  const layers = Object.values(ENTRIES).map((entry) => named(entry.create(`l-${entry.type}`, blank)));
  const assetId = await uploadPicture(page, account, DOT);
  const photo: Layer = {
    ...ENTRIES.image.create("l-photo", blank),
    name: "photo",
    source: { kind: "asset", assetId },
  };
  const inner = { ...ENTRIES.shape.create("l-inner", blank), name: "inner" };
  const field: Field = {
    key: "first_name",
    label: "First name",
    type: "text",
    fallback: "friend",
    format: DEFAULT_FORMAT,
  };
  const document: Document = {
    ...blank,
    fields: [field],
    samples: [{ id: "r1", name: "Łukasz", values: { first_name: "Łukasz" } }],
    layers: [...layers, photo].map((layer) => {
      if (layer.type === "text")
        return { ...layer, runs: [{ text: "Hello {{first_name}} {{nope}}", style: {} }] };
      return layer.type === "group" ? { ...layer, children: [inner] } : layer;
    }),
  };
  await saveDraft(page, account, id, document, revision);
  return id;
}
