import { type Aids, readAids } from "@/lib/editor/aids";
import type { EditorStore } from "@/lib/editor/store";

const NAME = "nameplate:aids";

/** Rulers, grid and safe area as this browser had them last. */
export function keptAids(): Aids {
  try {
    return readAids(localStorage.getItem(NAME));
  } catch {
    // A browser that keeps nothing still shows the editor.
    return readAids(null);
  }
}

/** Keeps them whenever they change. Answers how to stop. */
export function keepAids(store: EditorStore): () => void {
  return store.subscribe(({ aids }, before) => {
    if (aids === before.aids) return;
    try {
      localStorage.setItem(NAME, JSON.stringify(aids));
    } catch {
      // Private windows may refuse; they are as they are until the page closes.
    }
  });
}
