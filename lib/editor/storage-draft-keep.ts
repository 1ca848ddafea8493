import type { DraftKeep } from "./draft-keep";

/** The part of `window.localStorage` that is needed. */
export type KeyValueStorage = {
  readonly length: number;
  key: (index: number) => string | null;
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
};

const PREFIX = "nameplate:draft:";

/**
 * A draft keep in a synchronous key-value storage such as localStorage: what is written is there even if the
 * tab is killed in the next instant. `isAlive` says whether a tab still runs (Web Locks can tell).
 */
export function createStorageDraftKeep(
  storage: KeyValueStorage,
  isAlive: (tabId: string) => Promise<boolean>,
): DraftKeep {
  const nameOf = (templateId: string, tabId: string) => `${PREFIX}${templateId}:${tabId}`;
  return {
    write: async (draft) => storage.setItem(nameOf(draft.templateId, draft.tabId), JSON.stringify(draft)),
    remove: async (templateId, tabId) => storage.removeItem(nameOf(templateId, tabId)),
    abandoned: async (templateId) => {
      const start = nameOf(templateId, "");
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
        (name): name is string => name?.startsWith(start) ?? false,
      );
      const found: unknown[] = [];
      for (const name of names) {
        if (await isAlive(name.slice(start.length))) continue;
        found.push(parseJson(storage.getItem(name)));
      }
      return found;
    },
  };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
