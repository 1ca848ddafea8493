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
/**
 * UTF-16 units in which the parser tells nothing, whatever signs stand among them: it holds them all. The longest text of
 * a cell is 32,767.
 */
const LONGEST = 2 * 1024 * 1024;
/** UTF-16 units that are given to the parser at once. */
const STEP = 64 * 1024;

/**
 * Tells the elements of an XML file to `handlers`, names without prefixes, and yields after every piece. Entities that a
 * file declares itself are none: its document type is not read.
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder("utf-8");
  let depth = 0;
  /** UTF-16 units since something was told. */
  let held = 0;
  parser.on("error", (error) => {
    throw damaged("one with damaged XML in it", error);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw damaged("one with XML nested too deep");
    held = 0;
    handlers.open(withoutPrefix(name), attributes);
  });
  const tell = (text: string) => {
    held = 0;
    handlers.text?.(text);
  };
  parser.on("text", tell);
  parser.on("cdata", tell);
  parser.on("comment", () => {
    held = 0;
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    held = 0;
    handlers.close?.(withoutPrefix(name));
  });
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    for (let from = 0; from < text.length; from += STEP) {
      const step = text.slice(from, from + STEP);
      held += step.length;
      write(() => parser.write(step));
      if (held > LONGEST) throw damaged("one with a text that is too long");
      yield;
    }
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
