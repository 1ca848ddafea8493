import { type ImageFormat, imageUrl } from "@/lib/link/address";
import { asLook } from "@/lib/link/look-param";
import { openGraphTags } from "@/lib/link/open-graph";
import type { OutputChoice } from "@/lib/link/output-params";
import { type Copy, copyHtml, copyUrl, findSender, type Reach, reachable, SENDERS } from "@/lib/link/senders";
import { countsFromOpen } from "@/lib/template/countdowns";
import type { Field } from "@/lib/template/field";
import { placeholderKeys } from "@/lib/template/placeholders";
import { referencesOf } from "@/lib/template/registry";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { walkLayers } from "@/lib/template/tree";
import { documentAtSize } from "@/lib/template/variants";

/** The document's fields that its layers or its alternative text use, in the order of the fields list. */
export function fieldsInUse(document: Document): Field[] {
  const used = new Set(placeholderKeys(document.alt));
  for (const { layer } of walkLayers(document.layers)) {
    for (const { key } of referencesOf(layer)) used.add(key);
  }
  return document.fields.filter(({ key }) => used.has(key));
}

export type ShareChoice = {
  /** The document the link shows, with all its sizes: `output.size` is one of them. */
  document: Document;
  senderId: string;
  origin: string;
  linkKey: string;
  format: ImageFormat;
  output?: OutputChoice;
  /** Merge tags typed in place of the proposed ones, by field key. */
  tags?: Readonly<Record<string, string>>;
};

export type SharePlan = {
  senderName: string;
  /** The address with the sender's merge tags. */
  url: string;
  /** The `<img>` with width, height and alternative text. */
  html: string;
  /** Tags for a page's head, so that links to it are shown with the picture; null where it is no website, or no picture. */
  openGraph: string | null;
  /** The merge tag each field in use is filled from; empty when this sender has none for it. */
  rows: { field: Field; tag: string; proposed: string }[];
  /** What this sender cannot do. */
  notes: readonly string[];
  reach: Reach;
};

/** Everything the share panel shows for one sender. An unknown sender id gives the first of the list. */
export function planShare(choice: ShareChoice): SharePlan {
  const { origin, linkKey, format, output = {}, tags = {} } = choice;
  const document = documentAtSize(choice.document, output.size ?? null);
  const sender = findSender(choice.senderId) ?? SENDERS[0];
  if (!sender) throw new RangeError("Expected at least one sender in the list, got none.");
  const fields = fieldsInUse(document);
  const copy: Copy = { sender, origin, linkKey, format, output, fields, tags };
  const width = document.displayWidth;
  return {
    senderName: sender.name,
    url: copyUrl(copy),
    html: copyHtml({
      ...copy,
      width,
      height: Math.max(1, Math.round((document.height * width) / document.width)),
      alt: neutralAlt(document),
    }),
    openGraph:
      sender.kind === "website" && format !== "pdf"
        ? openGraphTags({
            // A page is the same for all its readers: no values.
            url: copyUrl({ ...copy, fields: [] }),
            width: document.width * (output.scale ?? 1),
            height: document.height * (output.scale ?? 1),
            alt: neutralAlt(document),
          })
        : null,
    rows: fields.map((field) => {
      const proposed = sender.value(field);
      return { field, proposed, tag: Object.hasOwn(tags, field.key) ? (tags[field.key] ?? "") : proposed };
    }),
    notes: sender.notes,
    reach: reachable(origin),
  };
}

/** The alternative text with every field at its fallback: the words a copied `<img>` carries for everybody. */
export function neutralAlt(document: Document): string {
  return resolveDocument(document, {}).document.alt.replace(/\s+/g, " ").trim();
}

/** The address of the picture with typed values, for the live preview. Fields that are not in use are left out. */
export function tryUrl(
  choice: Omit<ShareChoice, "senderId" | "tags">,
  values: Readonly<Record<string, string>>,
): string {
  const { document, origin, linkKey: key, format, output = {} } = choice;
  const used = fieldsInUse(document).map((field) => [field.key, values[field.key] ?? ""]);
  const url = imageUrl({ origin, key, format, output, values: Object.fromEntries(used) });
  // Trying an address must not begin the time of whoever the values name.
  return countsFromOpen(document) ? asLook(url) : url;
}
