import { SaxesParser, type SaxesTagNS } from "saxes";
import { ATTRIBUTES, ELEMENTS, REFERRING, staysInside, TEXTUAL } from "./svg-allow-list";
import { SVG_LIMITS } from "./svg-limits";
import type { SvgRefusal } from "./svg-message";
import { drawnSize, type SvgFrame, svgFrame } from "./svg-size";

export type CleanSvg =
  | { kind: "clean"; svg: string }
  | { kind: "refused"; why: SvgRefusal }
  | { kind: "broken" };

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";

const INNER_PICTURE = /^data:image\/(?:png|jpeg);base64,[a-z0-9+/]+={0,2}$/i;

/** How far a filter may reach, in sizes of the picture. */
const FILTER_REACH = 10;

class Refusal extends Error {
  constructor(readonly why: SvgRefusal) {
    super(why);
  }
}

/**
 * Writes an SVG anew from what is known to be harmless in it: drawing elements and attributes, references inside
 * the file, PNG and JPEG data. Scripts, links out, foreign languages, animations and comments are left behind. The
 * result asks for the size it is to be drawn at: up to twice its own, its longest side at most `maxSide` px.
 */
export function cleanSvg(text: string, maxSide: number): CleanSvg {
  try {
    return { kind: "clean", svg: rewrite(text, maxSide) };
  } catch (error) {
    return error instanceof Refusal ? { kind: "refused", why: error.why } : { kind: "broken" };
  }
}

/** Throws a Refusal, or the parser's error where the XML is not well-formed. */
function rewrite(text: string, maxSide: number): string {
  const parser = new SaxesParser({ xmlns: true });
  const out: string[] = [];
  let nodes = 0;
  let depth = 0;
  /** Depth of the element that is being left out with all it holds; 0 when none is. */
  let skipping = 0;
  let frame: SvgFrame | null = null;
  /** Open elements as they are written. */
  const open: string[] = [];
  let sheet = "";

  // Older programs begin with the bare name of the format; what declares anything is refused.
  parser.on("doctype", (doctype) => {
    if (/[[<]|\bENTITY\b/i.test(doctype)) throw new Refusal("doctype");
  });
  parser.on("opentag", (tag) => {
    nodes += 1;
    depth += 1;
    if (nodes > SVG_LIMITS.nodes || depth > SVG_LIMITS.depth) throw new Refusal("too_complex");
    if (skipping > 0) return;
    if (frame === null) {
      if (!isSvgElement(tag) || tag.local !== "svg") throw new Error("the root is no svg element");
      frame = svgFrame(ownValue(tag, "width"), ownValue(tag, "height"), ownValue(tag, "viewBox"));
      out.push(`<svg xmlns="${SVG}"${rootAttributes(tag, frame, maxSide)}>`);
      open.push("svg");
      return;
    }
    const name = writtenName(tag, frame);
    if (name === null) {
      skipping = depth;
      return;
    }
    out.push(`<${name}${attributesOf(tag)}>`);
    open.push(name);
  });
  parser.on("closetag", () => {
    if (skipping === 0) {
      const name = open.pop();
      if (name === "style" && staysInside(sheet)) out.push(escaped(sheet));
      sheet = "";
      out.push(`</${name}>`);
    }
    if (skipping === depth) skipping = 0;
    depth -= 1;
  });
  const onText = (content: string) => {
    nodes += 1;
    if (nodes > SVG_LIMITS.nodes) throw new Refusal("too_complex");
    const inside = open.at(-1) ?? "";
    if (skipping > 0 || !TEXTUAL.has(inside)) return;
    if (inside === "style") sheet += content;
    else out.push(escaped(content));
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.write(text).close();
  return out.join("");
}

function isSvgElement(tag: SaxesTagNS): boolean {
  return tag.uri === SVG || tag.uri === "";
}

/** The name an element is written under; null when it is left out. A link is a group that leads nowhere. */
function writtenName(tag: SaxesTagNS, frame: SvgFrame): string | null {
  if (!isSvgElement(tag)) return null;
  if (tag.local === "a") return "g";
  if (!ELEMENTS.has(tag.local)) return null;
  if (tag.local === "image" && !INNER_PICTURE.test(referenceOf(tag))) return null;
  if (tag.local === "filter" && reachesTooFar(tag, frame)) return null;
  return tag.local;
}

function rootAttributes(tag: SaxesTagNS, frame: SvgFrame, maxSide: number): string {
  const { width, height } = drawnSize(frame, SVG_LIMITS.scale, maxSide);
  const own = new Set(["width", "height", "viewBox", "x", "y"]);
  const rest = attributesOf(tag, (name, value) => {
    if (own.has(name)) return null;
    // A size in the root's style would win over the attributes.
    return name === "style"
      ? value.replace(/(^|;)\s*(?:(?:min|max)-)?(?:width|height)\s*:[^;]*/gi, "$1")
      : value;
  });
  return ` width="${width}" height="${height}" viewBox="${frame.viewBox}"${rest}`;
}

function attributesOf(
  tag: SaxesTagNS,
  change: (name: string, value: string) => string | null = (_name, value) => value,
): string {
  let written = "";
  for (const { local, uri, value } of Object.values(tag.attributes)) {
    if (uri === XML && local === "space") written += ` xml:space="${escaped(value)}"`;
    if (uri !== "" || !ATTRIBUTES.has(local) || !staysInside(value)) continue;
    const kept = change(local, value);
    if (kept !== null) written += ` ${local}="${escaped(kept)}"`;
  }
  const reference = referenceOf(tag);
  const isLocal = REFERRING.has(tag.local) && /^#[^\s]+$/.test(reference);
  if (isLocal || tag.local === "image") written += ` href="${escaped(reference)}"`;
  return written;
}

/** Where an element points: `href`, or its older form, without white space. */
function referenceOf(tag: SaxesTagNS): string {
  const all = Object.values(tag.attributes).filter(({ local }) => local === "href");
  const found = all.find(({ uri }) => uri === "") ?? all.find(({ uri }) => uri === XLINK);
  return found?.value.replace(/\s+/g, "").replace(/^data:image\/jpg;/i, "data:image/jpeg;") ?? "";
}

function reachesTooFar(tag: SaxesTagNS, frame: SvgFrame): boolean {
  const [, , width = 0, height = 0] = frame.viewBox.split(" ").map(Number);
  const inUserSpace = ownValue(tag, "filterUnits") === "userSpaceOnUse";
  const most = FILTER_REACH * (inUserSpace ? Math.max(width, height) : 1);
  return ["x", "y", "width", "height"].some((name) => {
    const value = ownValue(tag, name)?.trim() ?? "0";
    const number = Number.parseFloat(value);
    return !(
      Math.abs(value.endsWith("%") ? number / 100 : number) <= (value.endsWith("%") ? FILTER_REACH : most)
    );
  });
}

function ownValue(tag: SaxesTagNS, name: string): string | undefined {
  return Object.values(tag.attributes).find(({ uri, local }) => uri === "" && local === name)?.value;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
