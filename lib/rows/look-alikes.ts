import { foldedText } from "./folded-text";
import { textHash } from "./text-hash";

/** Texts that were seen, as numbers: 100,000 take some megabytes whatever their length. */
export class LookAlikes {
  readonly #rowOf = new Map<number, number>();

  /** The first row whose text looks like this one; null: this is the first, and it is remembered. Blank texts are none. */
  firstOf(text: string, row: number): number | null {
    const folded = foldedText(text);
    if (folded === "") return null;
    const hash = textHash(folded);
    const first = this.#rowOf.get(hash);
    if (first === undefined) this.#rowOf.set(hash, row);
    return first ?? null;
  }
}
