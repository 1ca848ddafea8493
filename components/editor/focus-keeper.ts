/** What lies over the editor for a while and takes the focus with it when it closes. */
const PASSING =
  "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [data-radix-popper-content-wrapper]";

/** Whether the focus is, or was when it was taken away, in something that passes. */
let isAway = false;
/** What had the focus last beside menus and dialogs. */
let last: WeakRef<HTMLElement> | null = null;

/** Gives the focus back to what had it before a menu or dialog opened, or to the canvas where that is gone. */
export function returnFocus(): void {
  const before = last?.deref();
  if (before?.isConnected && before.checkVisibility()) before.focus({ preventScroll: true });
  if (isLost()) focusStage();
}

/** The same, but on the canvas rather than on a button: for a deed whose outcome the next keys act on. */
export function returnFocusToWork(): void {
  if (last?.deref()?.matches("button, a, [role=tab]")) focusStage();
  else returnFocus();
}

/** Puts the focus on the canvas, so that keys act on the selection and Tab goes on from there. Not while somebody types on it. */
export function focusStage(): void {
  const stage = document.querySelector<HTMLElement>("[data-testid=stage]");
  if (stage && !stage.contains(document.activeElement)) stage.focus({ preventScroll: true });
}

/**
 * Watches over the focus while an editor is open: whatever closes over it, by whichever way, the focus is somewhere
 * afterwards. Answers how to stop.
 */
export function keepFocus(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    isAway = target.closest(PASSING) !== null;
    if (!isAway) last = new WeakRef(target);
  };
  document.addEventListener("focusin", onFocus);
  // What passes over the editor is put beside it in the body. Its own answer to closing comes first.
  const observer = new MutationObserver((changes) => {
    if (!isAway || !changes.some(({ removedNodes }) => removedNodes.length > 0)) return;
    setTimeout(() => {
      if (isLost() && document.querySelector(PASSING) === null) returnFocus();
    }, 20);
  });
  observer.observe(document.body, { childList: true });
  return () => {
    document.removeEventListener("focusin", onFocus);
    observer.disconnect();
    last = null;
    isAway = false;
  };
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
