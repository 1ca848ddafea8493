/** Gives the canvas the focus, so that the keys act on it at once. Not while somebody types on it. */
export function focusStage(): void {
  const stage = document.querySelector<HTMLElement>("[data-testid=stage]");
  if (stage && !stage.contains(document.activeElement)) stage.focus({ preventScroll: true });
}
