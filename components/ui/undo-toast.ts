import { toast } from "sonner";
import type { StoreApi } from "zustand";
import { toastWithUndo } from "./toast-with-undo";

export type UndoToastOptions<State> = {
  store: Pick<StoreApi<State>, "getState" | "subscribe">;
  /** What the step made, out of the store's state: once that is another, undo would take something else back. */
  made: (state: State) => unknown;
  undo: () => void;
  description?: string;
};

/** Says what a step did and offers to take it back, for as long as it is the step that undo takes back. */
export function undoToast<State>(
  words: string,
  { store, made, undo, description }: UndoToastOptions<State>,
): void {
  const now = made(store.getState());
  const stop = store.subscribe((state) => {
    if (made(state) === now) return;
    stop();
    toast.dismiss(id);
  });
  const id = toastWithUndo(words, undo, {
    ...(description === undefined ? {} : { description }),
    onDismiss: stop,
    onAutoClose: stop,
  });
}
