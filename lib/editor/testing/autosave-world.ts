import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { createAutosave } from "../autosave";
import type { Adoption } from "../autosave-contract";
import type { DraftKeep } from "../draft-keep";
import { createStorageDraftKeep, type KeyValueStorage } from "../storage-draft-keep";
import { createFakeClock } from "./fake-clock";
import { createFakeDraftServer } from "./fake-draft-server";

/** The draft that the server has at first. */
export const blank = createDocument({ width: 1200, height: 628, displayWidth: 600 });
/** It with another alternative text. */
export const saying = (alt: string): Document => ({ ...blank, alt });

/** A browser's storage, in memory. */
export function createMemoryStorage(): KeyValueStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** A server, a computer that keeps drafts, and tabs on it that are opened and killed; time goes by hand. */
export function createWorld() {
  const clock = createFakeClock();
  const server = createFakeDraftServer(blank);
  const storage = createMemoryStorage();
  const alive = new Set<string>();
  let ids = 0;
  let tabs = 0;

  function openTab(keep: DraftKeep = createStorageDraftKeep(storage, async (id) => alive.has(id))) {
    tabs += 1;
    const tabId = `tab${tabs}`;
    alive.add(tabId);
    let goOnline = () => {};
    const adopted: { document: Document; why: Adoption }[] = [];
    const autosave = createAutosave({
      templateId: "tpl_1",
      tabId,
      document: server.state.document,
      revision: server.state.revision,
      transport: server.transport,
      keep,
      clock,
      newMutationId: () => {
        ids += 1;
        return `mutation-${ids}`;
      },
      onOnline: (listener) => {
        goOnline = listener;
        return () => {
          goOnline = () => {};
        };
      },
      adopt: (document, why) => adopted.push({ document, why }),
    });
    return {
      autosave,
      adopted,
      save: () => autosave.state.getState().save,
      other: () => autosave.state.getState().other,
      online: () => goOnline(),
      /** The process dies: no handler runs, no request is answered any more. */
      kill: () => {
        autosave.dispose();
        alive.delete(tabId);
      },
    };
  }
  return { clock, server, storage, openTab };
}
