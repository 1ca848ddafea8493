/** Longest wait for a page that is never idle, ms. */
const LONGEST = 300;

/** Settles when the page has nothing else to do. */
export function idle(): Promise<void> {
  if (typeof requestIdleCallback !== "function") return soon();
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: LONGEST }));
}

/** Settles after what waits in the page has been answered. */
export function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
