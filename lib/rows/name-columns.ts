import { LIMITS } from "@/lib/template/limits";
import { cutText, toOneLine } from "@/lib/template/plain-text";
import type { ReadingNotes } from "./reading-notes";

/** Names of columns, each of its own: a blank one is numbered, one that is taken gets a number behind it. */
export class ColumnNames {
  readonly names: string[] = [];
  readonly #taken = new Set<string>();

  constructor(private readonly notes: ReadingNotes) {}

  add(header: string): void {
    const own = this.#addAs(header);
    if (own !== header.trim()) this.notes.add("renamed", 0, own);
  }

  /** Numbered columns until there are so many. */
  fill(count: number): void {
    while (this.names.length < count) this.#addAs("");
  }

  #addAs(header: string): string {
    const name = cutText(toOneLine(header).replace(/\s+/g, " ").trim(), LIMITS.name);
    const wanted = name === "" ? `Column ${this.names.length + 1}` : name;
    let own = wanted;
    for (let number = 2; this.#taken.has(own); number += 1) own = `${wanted} (${number})`;
    this.#taken.add(own);
    this.names.push(own);
    return own;
  }
}
