export type RasterFormat = "png" | "jpeg" | "webp" | "gif";

/** What a file's first bytes say: a format that is read, or what it is instead, with its article. */
export type Sniffed = { format: RasterFormat } | { instead: string } | null;

type Signature = { at?: number; bytes: string; is: Sniffed };

/** Signatures as Latin-1 text, most specific first. */
const SIGNATURES: readonly Signature[] = [
  { bytes: "\x89PNG\r\n\x1a\n", is: { format: "png" } },
  { bytes: "\xff\xd8\xff", is: { format: "jpeg" } },
  { bytes: "GIF87a", is: { format: "gif" } },
  { bytes: "GIF89a", is: { format: "gif" } },
  { at: 8, bytes: "WEBPVP8", is: { format: "webp" } },
  { bytes: "%PDF-", is: { instead: "a PDF" } },
  { bytes: "II*\0", is: { instead: "a TIFF" } },
  { bytes: "MM\0*", is: { instead: "a TIFF" } },
  { bytes: "BM", is: { instead: "a BMP" } },
  { bytes: "\0\0\x01\0", is: { instead: "an icon (ICO)" } },
  { bytes: "8BPS", is: { instead: "a Photoshop file" } },
  { at: 4, bytes: "ftypavi", is: { instead: "an AVIF" } },
  { at: 4, bytes: "ftypqt", is: { instead: "a video" } },
  { at: 4, bytes: "ftypiso", is: { instead: "a video" } },
  { at: 4, bytes: "ftypmp4", is: { instead: "a video" } },
  { at: 4, bytes: "ftyp", is: { instead: "a HEIC photo" } },
  { bytes: "\0\0\0\x0cJXL ", is: { instead: "a JPEG XL" } },
  { bytes: "\xff\x0a", is: { instead: "a JPEG XL" } },
  { bytes: "PK\x03\x04", is: { instead: "a ZIP archive" } },
  { bytes: "\x1f\x8b", is: { instead: "a compressed archive" } },
];

/** Programs that export SVG put comments in front of it. */
const TEXT_HEAD = 4096;

/** Tells a file's kind by its first bytes; never by its name or by what a server calls it. Null when unknown. */
export function sniffImage(bytes: Uint8Array): Sniffed {
  const latin1 = headOf(bytes).toString("latin1");
  const known = SIGNATURES.find(({ at = 0, bytes: signature }) => latin1.startsWith(signature, at));
  if (known) return known.is;
  if (isPage(beginning(bytes))) return { instead: "a web page" };
  return isSvg(bytes) ? { instead: "an SVG" } : null;
}

/** Whether a file begins as an SVG does: as XML in which an svg element is near. */
export function isSvg(bytes: Uint8Array): boolean {
  const text = beginning(bytes);
  return text.startsWith("<") && !isPage(text) && text.includes("<svg");
}

function isPage(text: string): boolean {
  return text.startsWith("<!doctype html") || text.startsWith("<html");
}

function headOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, TEXT_HEAD));
}

/** The first characters as lower case text, without what may stand in front of XML. */
function beginning(bytes: Uint8Array): string {
  return headOf(bytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart()
    .toLowerCase();
}
