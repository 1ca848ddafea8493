import { LIMITS } from "@/lib/template/limits";
import type { EditorStore } from "../store";

/** Says why layers were not added: a command that would pass a limit leaves the document as it is. */
export function tellIfFull(store: EditorStore, added: boolean): void {
  if (added) return;
  store.notify({
    kind: "error",
    message: `A template holds at most ${LIMITS.layers} layers, in groups ${LIMITS.groupDepth} deep. Delete or ungroup some first.`,
  });
}
