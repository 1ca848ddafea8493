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

/** What was answered as lines to click on, the first few hundred. Walks without calling itself: nests may be deep. */
export function valueTree(document: unknown): TreeLine[] {
  const lines: TreeLine[] = [];
  const waiting: { pointer: string; depth: number; name: string; value: unknown }[] = [];
  const push = (value: unknown, pointer: string, depth: number) => {
    const all = Array.isArray(value)
      ? value.slice(0, OF_A_LIST).map((part, at) => [String(at), part] as const)
      : partsOf(value);
    // The last is taken first.
    for (const [name, part] of [...all].reverse().slice(-LINES)) {
      waiting.push({ pointer: pointTo(pointer, name), depth, name, value: part });
    }
  };
  push(document, "", 0);
  for (let next = waiting.pop(); next && lines.length < LINES; next = waiting.pop()) {
    const { value, ...line } = next;
    lines.push({ ...line, ...said(value) });
    if (next.depth < DEPTH) push(value, next.pointer, next.depth + 1);
  }
  return lines;
}

function partsOf(value: unknown): (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function said(value: unknown): Pick<TreeLine, "kind" | "text"> {
  if (value === null) return { kind: "nothing", text: "" };
  if (Array.isArray(value)) return { kind: "list", text: String(value.length) };
  if (typeof value === "object") return { kind: "object", text: String(Object.keys(value).length) };
  const text = String(value)
    .slice(0, TEXT)
    .replace(/\p{Cs}/gu, "\ufffd");
  if (typeof value === "number") return { kind: "number", text };
  return { kind: typeof value === "boolean" ? "yes-no" : "text", text };
}
