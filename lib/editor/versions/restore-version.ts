import type { BrandKit } from "@/lib/template/brand";
import type { Breach } from "@/lib/template/locks";
import { sameValue } from "@/lib/template/same-value";
import type { Document } from "@/lib/template/schema";
import { withKit } from "@/lib/template/with-kit";
import { breachOf } from "../brand/rights";
import type { EditorState, EditorStore } from "../store";

/** What becomes of the draft when a version takes its place: another draft, the same, or nothing, and why. */
export type Restoring =
  | { kind: "new"; document: Document }
  | { kind: "same" }
  | { kind: "refused"; breach: Breach };

/** What restoring a version would do. It comes with the brand kit's present values, as far as they are known. */
export function restoring(
  { design, rights }: Pick<EditorState, "design" | "rights">,
  version: Document,
  kit: BrandKit | null,
): Restoring {
  const document = withKit(version, kit);
  if (sameValue(document, design)) return { kind: "same" };
  const breach = breachOf(rights, design, document);
  return breach ? { kind: "refused", breach } : { kind: "new", document };
}

/** Makes a version the draft, in one step; what is typed or dragged belongs to the draft that undo brings back. */
export function restoreVersion(
  store: EditorStore,
  number: number,
  version: Document,
  kit: BrandKit | null,
): Restoring["kind"] {
  store.commit();
  store.editText(null);
  const found = restoring(store.getState(), version, kit);
  if (found.kind !== "new") return found.kind;
  // As it is: a version that follows the kit where the draft does, with other values, was not changed by hand.
  store.dispatch(`Restore version ${number}`, () => found.document, { of: "design", select: [], asIs: true });
  return "new";
}
