import { AppError } from "@/lib/errors";

/**
 * JSON from bytes nobody has looked at yet. Depth is judged before parsing: the parser itself takes any depth, and
 * what walks the result later would overflow the stack. Keys that change an object's prototype are refused.
 */
export function parseJson(bytes: Uint8Array, deepest: number): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("bad_request", "The body must be JSON in UTF-8; it holds bytes that are not UTF-8.", {
      cause,
    });
  }
  if (depthOf(text, deepest) > deepest) {
    throw new AppError("bad_request", `The JSON may be nested ${deepest} levels deep; this is deeper.`);
  }
  try {
    return JSON.parse(text, refusePrototypeKey);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("bad_request", "The body must be JSON; it does not parse.", { cause });
  }
}

/** Nesting of brackets outside strings; counting stops as soon as `enough` is passed. */
function depthOf(text: string, enough: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > enough) return deepest;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
    }
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function refusePrototypeKey(key: string, value: unknown): unknown {
  if (key === "__proto__")
    throw new AppError("bad_request", "The key __proto__ is not allowed anywhere in the body.");
  return value;
}
