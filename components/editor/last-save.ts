let saving: Promise<unknown> = Promise.resolve();

/** Notes what an editor that was left is still saving. */
export function noteLastSave(promise: Promise<unknown>): void {
  saving = promise;
}

/** Ends when the editor left last has saved, or cannot. */
export function lastSave(): Promise<unknown> {
  return saving;
}
