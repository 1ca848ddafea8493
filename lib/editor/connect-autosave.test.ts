import { describe, expect, it } from "vitest";
import { setCanvas } from "@/lib/template/commands/set-canvas";
import type { Document } from "@/lib/template/schema";
import { createAutosave } from "./autosave";
import { SAVE_DELAY } from "./autosave-timing";
import { adoptInto, connectAutosave } from "./connect-autosave";
import { createEditorStore } from "./store";
import { createFakeClock } from "./testing/fake-clock";
import { createFakeDraftServer } from "./testing/fake-draft-server";
import { documentWith } from "./testing/sample-document";

const document = documentWith([]);
const describeAs = (alt: string) => (doc: Document) => setCanvas(doc, { alt });

function open() {
  const clock = createFakeClock();
  const server = createFakeDraftServer(document);
  const store = createEditorStore({ document, now: clock.now });
  let ids = 0;
  const autosave = createAutosave({
    templateId: "tpl_1",
    tabId: "tab1",
    document,
    revision: 1,
    transport: server.transport,
    keep: { write: async () => {}, remove: async () => {}, abandoned: async () => [] },
    clock,
    newMutationId: () => {
      ids += 1;
      return `m${ids}`;
    },
    onOnline: () => () => {},
    adopt: adoptInto(store),
  });
  const disconnect = connectAutosave(store, autosave);
  return { clock, server, store, autosave, disconnect };
}

describe("connectAutosave", () => {
  it("saves commands and undo, and no gesture before it is committed", async () => {
    const { clock, server, store } = open();
    store.dispatch("Describe", describeAs("Nguyễn"));
    await clock.advance(SAVE_DELAY);
    expect(server.state.document.alt).toBe("Nguyễn");
    store.begin("Drag");
    store.preview(describeAs("dragging"));
    await clock.advance(60_000);
    expect(server.arrived).toHaveLength(1);
    store.commit();
    await clock.advance(SAVE_DELAY);
    expect(server.state.document.alt).toBe("dragging");
    store.undo();
    await clock.advance(SAVE_DELAY);
    expect(server.state.document.alt).toBe("Nguyễn");
  });

  it("makes the other version an ordinary step, so that undo brings mine back and saves it", async () => {
    const { clock, server, store, autosave } = open();
    server.savedElsewhere({ ...document, alt: "theirs" });
    store.dispatch("Describe", describeAs("mine"));
    await clock.advance(SAVE_DELAY);
    autosave.takeTheirs();
    expect(store.getState().document.alt).toBe("theirs");
    expect(store.getState().history.undoLabel).toBe("Take the other version");
    await clock.advance(60_000);
    expect(server.state.revision).toBe(2);
    store.undo();
    expect(store.getState().document.alt).toBe("mine");
    await clock.advance(SAVE_DELAY);
    expect(server.state).toMatchObject({ revision: 3, document: { alt: "mine" } });
  });

  it("stops telling when it is disconnected", async () => {
    const { clock, server, store, disconnect } = open();
    disconnect();
    store.dispatch("Describe", describeAs("late"));
    await clock.advance(60_000);
    expect(server.arrived).toEqual([]);
  });
});
