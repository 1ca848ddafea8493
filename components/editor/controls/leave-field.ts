/**
 * Takes the focus from the field that is typed in, unless it lies in `within`. A press moves the focus only after
 * those who listen to it have acted; what was typed has to count before they change what the field belongs to.
 */
export function leaveField(within?: Element | null): void {
  const field = document.activeElement;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isField && !within?.contains(field)) field.blur();
}
