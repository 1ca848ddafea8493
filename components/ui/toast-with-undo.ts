import { type ExternalToast, toast } from "sonner";

/** How long a change can be undone from its toast, ms; pointing at the toast stops the count. */
const UNDO_FOR = 20_000;

/** Says what was done, and offers to undo it for as long as a slow reader needs. Answers the toast's id. */
export function toastWithUndo(
  words: string,
  undo: () => void,
  more: Pick<ExternalToast, "description" | "onDismiss" | "onAutoClose"> = {},
): string | number {
  return toast(words, { ...more, duration: UNDO_FOR, action: { label: "Undo", onClick: undo } });
}
