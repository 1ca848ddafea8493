import type { Field } from "@/lib/template/field";
import { type ImageFormat, imageBase } from "./address";
import { escapeHtml, escapeText } from "./escape-html";
import { hasTagShape } from "./literal-tag";
import { type OutputChoice, outputParams } from "./output-params";
import { encodePercent } from "./percent";
import { propertyOf, type SenderDefinition } from "./sender";
import { EMAIL_SENDERS } from "./senders/e-mail";
import { OTHER_SENDERS } from "./senders/elsewhere";
import { websiteScript } from "./website-script";

export type Sender = Omit<SenderDefinition, "tag"> & {
  /** What to tell the person who copies: the limits, and a hint where only a test send can prove the tags. */
  notes: readonly string[];
  /** The merge tag proposed for a field; empty when this sender has none. */
  value(field: Pick<Field, "key">): string;
};

const TEST_SEND = "Its tags come from users' reports, not from its own pages: check with a test send.";

/** Every sender one can copy for, in the order of the list. */
export const SENDERS: readonly Sender[] = [...EMAIL_SENDERS, ...OTHER_SENDERS].map(
  ({ tag, ...sender }: SenderDefinition) => ({
    ...sender,
    notes: sender.verified ? sender.limits : [...sender.limits, TEST_SEND],
    value: (field) => tag(propertyOf(field.key)),
  }),
);

/** The sender with this id, such as `customer-io`. */
export function findSender(id: string): Sender | undefined {
  return SENDERS.find((sender) => sender.id === id);
}

export type Copy = {
  sender: Sender;
  /** Where this service answers, such as `https://pictures.example`. */
  origin: string;
  linkKey: string;
  format: ImageFormat;
  /** How the picture is asked for; nothing when left out. */
  output?: OutputChoice;
  fields: readonly Pick<Field, "key">[];
  /**
   * Text in place of the proposed tag, by field key. A text with a merge tag in it is written as it is; a
   * fixed text is percent-encoded; an empty one leaves the field out.
   */
  tags?: Readonly<Record<string, string>>;
};

export type CopyHtml = Copy & {
  /** Size at which the picture is shown, CSS px. */
  width: number;
  height: number;
  /** Alternative text, final: no placeholders, since a sender would take them for its own tags. */
  alt: string;
};

/**
 * The address to paste into a sender's picture block, with its merge tags where the values go. Tags are not
 * encoded, or the sender would not know them. Throws AppError `bad_request` when the link key is none.
 */
export function copyUrl(copy: Copy): string {
  const { base, params } = parts(copy);
  return withQuery(base, params, "&");
}

/**
 * An `<img>` with width, height and alternative text, or for a PDF a link, ready for a sender's HTML block; for a website, with the
 * script that fills it. Everything is HTML-escaped but the tags: a sender reads those before anybody reads
 * HTML. Between parameters stands `&amp;` for every sender: mail clients and browsers read it as `&`, HTML
 * editors keep it, and `readQuery` understands it should it arrive literally. The `src` has double quotes,
 * which O'Neil does not end, unless a tag holds one itself.
 */
export function copyHtml(copy: CopyHtml): string {
  const { base, params } = parts(copy);
  const src = withQuery(escapeHtml(base), params, "&amp;");
  const quote = src.includes('"') ? "'" : '"';
  const width = Math.round(copy.width);
  const isWebsite = copy.sender.kind === "website";
  // A page is no picture: it stands behind a link.
  if (copy.format === "pdf")
    return `<a href=${quote}${src}${quote}>${escapeText(copy.alt || "Open the page")}</a>`;
  const image = [
    `<img src=${quote}${src}${quote}`,
    ...(isWebsite ? [`data-nameplate="${copy.linkKey}"`] : []),
    `width="${width}" height="${Math.round(copy.height)}"`,
    `alt="${escapeText(copy.alt)}"`,
    `style="display:block;width:100%;max-width:${width}px;height:auto;border:0">`,
  ].join(" ");
  return isWebsite ? `${image}\n${websiteScript(copy.linkKey, copy.fields)}` : image;
}

export type Reach = { reachable: true } | { reachable: false; message: string };

/** Whether a sender and its readers can fetch pictures from an origin, and what to do when they cannot. */
export function reachable(origin: string): Reach {
  const host = URL.canParse(origin) ? new URL(origin).hostname.replace(/\.$/, "") : null;
  if (host !== null && !isPrivateHost(host)) return { reachable: true };
  return {
    reachable: false,
    message:
      host === null
        ? "The public address of this service is no web address. Set PUBLIC_URL to one such as https://pictures.example."
        : `${host} can be reached only from this computer or network. A sender and its readers will see no picture: set PUBLIC_URL to this service's public address.`,
  };
}

/** Host names and literals that no public resolver or router leads to (RFC 1918, 3927, 4193, 6761, 6762). */
function isPrivateHost(host: string): boolean {
  if (host.startsWith("[")) return /^\[(?:::1?\]|f[cd]|fe[89ab]|::ffff:)/.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      host,
    );
  }
  return !host.includes(".") || /\.(?:localhost|local|internal|lan|home\.arpa|test|invalid)$/.test(host);
}

function parts({ sender, origin, linkKey, format, output = {}, fields, tags = {} }: Copy) {
  const params = fields.flatMap((field) => {
    const value = Object.hasOwn(tags, field.key) ? writeOverride(tags[field.key] ?? "") : sender.value(field);
    return value === "" ? [] : [`${field.key}=${value}`];
  });
  return { base: imageBase({ origin, key: linkKey, format }), params: [...outputParams(output), ...params] };
}

function withQuery(base: string, params: readonly string[], separator: string): string {
  return params.length === 0 ? base : `${base}?${params.join(separator)}`;
}

function writeOverride(text: string): string {
  const tag = text.trim();
  return hasTagShape(tag) || /\{\{|\{%|\*\||%%|\[\[|\$\{|\{\$/.test(tag) ? tag : encodePercent(tag);
}
