import { z } from "zod";
import { createStore, type StoreApi } from "zustand/vanilla";

/** The part of `window.localStorage` that is needed. */
export type TextStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Problems of one template that somebody does not want to be told of in this browser, by their ids. */
export type DismissedProblems = {
  readonly ids: Pick<StoreApi<ReadonlySet<string>>, "getState" | "getInitialState" | "subscribe">;
  dismiss: (id: string) => void;
  bringBack: (id: string) => void;
};

/** The oldest go when there are more. */
const KEPT = 300;

const stored = z.array(z.string()).max(KEPT);

/** Storage that is full or forbidden is no reason to fail: then they are dismissed until the page closes. */
export function createDismissedProblems(storage: TextStorage, templateId: string): DismissedProblems {
  const name = `nameplate:dismissed:${templateId}`;
  const ids = createStore<ReadonlySet<string>>(() => new Set(read(storage, name)));

  function put(next: readonly string[]): void {
    ids.setState(new Set(next), true);
    try {
      if (next.length === 0) storage.removeItem(name);
      else storage.setItem(name, JSON.stringify(next));
    } catch {
      // They stay dismissed in this page.
    }
  }

  return {
    ids,
    dismiss: (id) => put([...[...ids.getState()].filter((other) => other !== id), id].slice(-KEPT)),
    bringBack: (id) => put([...ids.getState()].filter((other) => other !== id)),
  };
}

function read(storage: TextStorage, name: string): string[] {
  try {
    const parsed = stored.safeParse(JSON.parse(storage.getItem(name) ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
