import { SaxesParser } from "saxes";
import { AppError } from "@/lib/errors";
import { damaged } from "./damaged";

export type XmlHandlers = {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Spreadsheets nest some ten deep. */
const DEEPEST = 64;
/** UTF-16 units without the end of a tag or a text. The longest text of a cell is 32,767. */
const LONGEST = 2 * 1024 * 1024;

/**
 * Tells the elements of an XML file to `handlers`, names without prefixes, and yields after every piece. Entities that a
 * file declares itself are none: its document type is not read.
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder("utf-8");
  let depth = 0;
  let open = 0;
  parser.on("error", (error) => {
    throw damaged("one with damaged XML in it", error);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw damaged("one with XML nested too deep");
    handlers.open(withoutPrefix(name), attributes);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handlers.close?.(withoutPrefix(name));
  });
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    const end = Math.max(text.lastIndexOf("<"), text.lastIndexOf(">"));
    open = end < 0 ? open + text.length : text.length - end;
    if (open > LONGEST) throw damaged("one with a text that is too long");
    write(() => parser.write(text));
    yield;
  }
  write(() => parser.close());
  yield;
}

function write(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    throw error instanceof AppError ? error : damaged("one with damaged XML in it", error);
  }
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
