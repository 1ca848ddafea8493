const PREFIX = "nameplate-tab:";

/**
 * Holds a lock for as long as this tab lives; the browser lets it go even when the tab is killed. Answers how to
 * release it. Without the Web Locks API nothing is held and every other tab counts as gone.
 */
export function claimTab(tabId: string): () => void {
  if (!navigator.locks) return () => undefined;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks.request(`${PREFIX}${tabId}`, () => held).catch(() => undefined);
  return release;
}

/** Ids of the tabs that live. */
export async function aliveTabs(): Promise<ReadonlySet<string>> {
  if (!navigator.locks) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
}
