/** An object of a PDF: its dictionary as text, each byte a character, and what follows it where it is a stream. */
export type PdfObject = { dictionary: string; stream: Buffer | null };

/** A PDF that this program wrote: its pages, the language it says (BCP 47), and any object by its number. */
export type OwnPdf = {
  pages: readonly number[];
  language: string | null;
  object: (number: number) => PdfObject;
};

const STREAM = "\nstream\n";

/**
 * Reads a PDF as `encodePages` writes them: one table of objects, dictionaries that are not compressed, references of
 * generation 0. Others are not understood. Throws when the bytes are not such a file, or not all of it.
 */
export function readOwnPdf(bytes: Uint8Array): OwnPdf {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.subarray(-64).toString("latin1");
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN);
  if (!(table > 0 && table < file.length))
    throw new Error("Expected a PDF of this program, got other bytes.");
  const tail = file.subarray(table).toString("latin1");
  const offsets = new Map<number, number>();
  for (const [at, entry] of [...tail.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].entries()) {
    if (entry[2] === "n") offsets.set(at, Number(entry[1]));
  }
  // An object ends where the next one begins, whatever bytes its stream has.
  const begins = [...offsets.values(), table].sort((one, other) => one - other);
  const next = new Map(begins.map((begin, at) => [begin, begins[at + 1] ?? table]));

  function object(number: number): PdfObject {
    const from = offsets.get(number);
    const whole = from === undefined ? null : file.subarray(from, next.get(from));
    const head = `${number} 0 obj\n`;
    if (!whole || whole.subarray(0, head.length).toString("latin1") !== head) {
      throw new Error(`Expected object ${number} in the PDF, and it is not there.`);
    }
    const body = whole.subarray(head.length, whole.lastIndexOf("\nendobj"));
    const split = body.indexOf(STREAM);
    if (split < 0) return { dictionary: body.toString("latin1"), stream: null };
    return {
      dictionary: body.subarray(0, split).toString("latin1"),
      stream: body.subarray(split + STREAM.length, body.lastIndexOf("\nendstream")),
    };
  }

  const referred = (text: string, key: string) =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? Number.NaN);
  const root = object(referred(tail, "Root"));
  const tree = object(referred(root.dictionary, "Pages"));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree.dictionary)?.[1] ?? "";
  return {
    pages: [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number)),
    language: /\/Lang \(([A-Za-z0-9-]+)\)/.exec(root.dictionary)?.[1] ?? null,
    object,
  };
}
