import { isRecord } from "./json-shape";
import { localId } from "./primitives";
import { inWords } from "./repair";

/**
 * Gives the items of a damaged list ids of their own, in their order: the one that is written where it is well-formed
 * and free, else a new one such as `row-3`, which no item of the list has. `tell` is told what was wrong.
 */
export function claimIds(
  items: readonly unknown[],
  name: string,
  tell: (index: number, message: string) => void,
): string[] {
  const written = items.map((item) => (isRecord(item) ? item.id : undefined));
  const used = new Set(written);
  const taken = new Set<string>();
  return written.map((own, index) => {
    const isGood = typeof own === "string" && localId.safeParse(own).success && !taken.has(own);
    let id = isGood ? own : `${name}-${index + 1}`;
    for (let number = index + 2; !isGood && (taken.has(id) || used.has(id)); number += 1)
      id = `${name}-${number}`;
    if (!isGood) tell(index, `Expected an id of its own, got ${inWords(own)}.`);
    taken.add(id);
    return id;
  });
}
