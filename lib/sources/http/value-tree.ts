import { pointTo } from "../look-up/json-pointer";

/** A line of the tree of what was answered: each is what a pointer leads to. */
export type TreeLine = {
  pointer: string;
  /** How far it stands in. */
  depth: number;
  /** Its name or place. */
  name: string;
  kind: "object" | "list" | "text" | "number" | "yes-no" | "nothing";
  /** What it says, cut; of lists and objects how many parts they have. */
  text: string;
};

const LINES = 500;
const DEPTH = 12;
/** Parts of one list: the others are like them. */
const OF_A_LIST = 20;
const TEXT = 120;
/** Characters of a pointer, as a value may have. */
const LONGEST_POINTER = 500;

/**
 * What was answered as lines to click on, the first few hundred. Walks without calling itself: nests may be deep. What is
 * secret is hidden before anything is cut, in names too.
 */
export function valueTree(document: unknown, hide: (text: string) => string = (text) => text): TreeLine[] {
  const lines: TreeLine[] = [];
  const waiting: { parent: string; depth: number; name: string; value: unknown }[] = [];
  const push = (value: unknown, parent: string, depth: number) => {
    const all = Array.isArray(value)
      ? value.slice(0, OF_A_LIST).map((part, at) => [String(at), part] as const)
      : partsOf(value);
    // The last is taken first.
    for (const [name, part] of [...all].reverse().slice(-LINES)) {
      waiting.push({ parent, depth, name, value: part });
    }
  };
  push(document, "", 0);
  for (let next = waiting.pop(); next && lines.length < LINES; next = waiting.pop()) {
    const { value, depth } = next;
    const name = hide(next.name);
    const pointer = pointTo(next.parent, name);
    // Nobody could choose it, and hundreds of lines that begin with a name of 1 MB are no list.
    if (pointer.length > LONGEST_POINTER) continue;
    lines.push({ pointer, depth, name, ...said(value, hide) });
    if (depth < DEPTH) push(value, pointer, depth + 1);
  }
  return lines;
}

function partsOf(value: unknown): (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function said(value: unknown, hide: (text: string) => string): Pick<TreeLine, "kind" | "text"> {
  if (value === null) return { kind: "nothing", text: "" };
  if (Array.isArray(value)) return { kind: "list", text: String(value.length) };
  if (typeof value === "object") return { kind: "object", text: String(Object.keys(value).length) };
  const text = hide(String(value))
    .slice(0, TEXT)
    .replace(/\p{Cs}/gu, "\ufffd");
  if (typeof value === "number") return { kind: "number", text };
  return { kind: typeof value === "boolean" ? "yes-no" : "text", text };
}
