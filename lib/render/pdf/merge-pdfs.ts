import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type OwnPdf, type PdfObject, readOwnPdf } from "./read-own-pdf";

/** Objects that are remembered, to be in the file once: pages share what is the same for everybody. */
const REMEMBERED = 10_000;

/** The catalogue and the tree of pages: they are written last, and pages name the tree. */
const CATALOGUE = 1;
const TREE = 2;

const HEADER = Buffer.from("%PDF-1.4\n%\xff\xff\xff\xff\n", "latin1");

/**
 * The pages of PDFs that this program wrote, in their order, as one PDF: each page is what it was, byte by byte of its
 * content. What several have in common, such as a picture or a font with the same glyphs, is in the file once. A file is
 * asked for when the bytes of those before it were taken; of those, only where their objects lie is remembered. The same
 * files give the same bytes. Throws when one is not such a file, and when there is none.
 */
export async function* mergePdfs(
  files: AsyncIterable<Uint8Array>,
  { title }: { title: string },
): AsyncGenerator<Buffer<ArrayBuffer>, void, undefined> {
  const offsets: number[] = [];
  const pages: number[] = [];
  const known = new LRUCache<string, number>({ max: REMEMBERED });
  const content = createHash("sha256").update(title);
  let language: string | null = null;
  let last = TREE;
  let at = 0;
  let waiting: Buffer[] = [];

  function write(bytes: Buffer): void {
    waiting.push(bytes);
    at += bytes.length;
  }
  function place(number: number, { dictionary, stream }: PdfObject): void {
    offsets[number] = at;
    write(Buffer.from(`${number} 0 obj\n${dictionary}`, "latin1"));
    if (stream) for (const part of [BEGIN_STREAM, stream, END_STREAM]) write(part);
    write(END_OBJECT);
  }
  function taken(): Buffer<ArrayBuffer> {
    const all = Buffer.concat(waiting);
    waiting = [];
    return all;
  }

  /** Writes an object, and before it all that it names, and gives its number in this file. */
  function copy(from: OwnPdf, number: number, copied: Map<number, number>, isPage = false): number {
    const before = copied.get(number);
    if (before !== undefined) return before;
    const { dictionary: named, stream } = from.object(number);
    const dictionary = named.replace(/(\/Parent )?(\d+) 0 R/g, (_, parent: string | undefined, other) =>
      parent ? `/Parent ${TREE} 0 R` : `${copy(from, Number(other), copied)} 0 R`,
    );
    const digest = createHash("sha256")
      .update(`${dictionary}\n`)
      .update(stream ?? "")
      .digest();
    content.update(digest);
    // A page is itself, also where two look the same.
    const name = digest.toString("base64");
    const same = isPage ? undefined : known.get(name);
    const own = same ?? last + 1;
    if (same === undefined) {
      last = own;
      place(own, { dictionary, stream });
      known.set(name, own);
    }
    copied.set(number, own);
    return own;
  }

  write(HEADER);
  for await (const bytes of files) {
    const file = readOwnPdf(bytes);
    const copied = new Map<number, number>();
    language ??= file.language;
    for (const page of file.pages) pages.push(copy(file, page, copied, true));
    yield taken();
  }
  if (pages.length === 0) throw new Error("Expected at least one page, got none.");
  place(TREE, {
    dictionary: `<<\n/Type /Pages\n/Count ${pages.length}\n/Kids [${pages.map((page) => `${page} 0 R`).join(" ")}]\n>>`,
    stream: null,
  });
  place(CATALOGUE, { dictionary: catalogue(title, language), stream: null });
  const info = last + 1;
  place(info, { dictionary: `<<\n${producer(title)}\n>>`, stream: null });
  const table = at;
  const rows = Array.from(
    { length: info },
    (_, row) => `${String(offsets[row + 1]).padStart(10, "0")} 00000 n \n`,
  );
  const id = content.digest("hex").slice(0, 32);
  write(Buffer.from(`xref\n0 ${info + 1}\n0000000000 65535 f \n${rows.join("")}`, "latin1"));
  const trailer = `/Size ${info + 1}\n/Root ${CATALOGUE} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]`;
  write(Buffer.from(`trailer\n<<\n${trailer}\n>>\nstartxref\n${table}\n%%EOF\n`, "latin1"));
  yield taken();
}

const BEGIN_STREAM = Buffer.from("\nstream\n");
const END_STREAM = Buffer.from("\nendstream");
const END_OBJECT = Buffer.from("\nendobj\n");

function catalogue(title: string, language: string | null): string {
  const said = language === null ? "" : `/Lang (${language})\n`;
  const shown = title === "" ? "" : "/ViewerPreferences <<\n/DisplayDocTitle true\n>>\n";
  return `<<\n/Type /Catalog\n/Pages ${TREE} 0 R\n${said}${shown}>>`;
}

/** A text as PDF has it in any script: UTF-16 in hexadecimal, of which no letter ends anything. */
function producer(title: string): string {
  const hex = (text: string) =>
    `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
  const named = title === "" ? "" : `\n/Title ${hex(title)}`;
  return `/Producer (Nameplate)\n/Creator (Nameplate)${named}`;
}
