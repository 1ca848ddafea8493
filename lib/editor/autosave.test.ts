import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { createAutosave } from "./autosave";
import type { Adoption } from "./autosave-contract";
import { ANSWER_WITHIN, SAVE_DELAY, SAVE_DELAY_LONGEST } from "./autosave-timing";
import type { DraftKeep } from "./draft-keep";
import { createStorageDraftKeep, type KeyValueStorage } from "./storage-draft-keep";
import { createFakeClock } from "./testing/fake-clock";
import { createFakeDraftServer } from "./testing/fake-draft-server";

const blank = createDocument({ width: 1200, height: 628, displayWidth: 600 });
const saying = (alt: string): Document => ({ ...blank, alt });

function createMemoryStorage(): KeyValueStorage {
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

function createWorld() {
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

describe("createAutosave", () => {
  it("saves a change after a short quiet time and removes it from the keep", async () => {
    const { clock, server, storage, openTab } = createWorld();
    const tab = openTab();
    expect(tab.save().kind).toBe("idle");
    tab.autosave.change(saying("Hello Nguyễn"));
    expect(tab.save().kind).toBe("dirty");
    await clock.advance(1);
    expect(storage.length).toBe(1);
    await clock.advance(SAVE_DELAY);
    expect(tab.save()).toMatchObject({ kind: "saved", at: clock.now() - 1 });
    expect(server.state).toMatchObject({ revision: 2, document: { alt: "Hello Nguyễn" } });
    expect(storage.length).toBe(0);
  });

  it("takes over what somebody else saved while nothing here is unsaved, and saves nothing for it", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    expect(tab.autosave.arrive(saying("theirs"), 2)).toBe(true);
    expect(tab.adopted).toEqual([{ document: saying("theirs"), why: "arrived" }]);
    // The editor tells of every document it shows.
    tab.autosave.change(saying("theirs"));
    await clock.advance(SAVE_DELAY_LONGEST);
    expect(server.arrived).toEqual([]);
    expect(tab.autosave.state.getState().revision).toBe(2);
    expect(tab.autosave.arrive(saying("late"), 2)).toBe(false);
    expect(tab.autosave.arrive(saying("theirs"), 3)).toBe(false);
    expect(tab.adopted).toHaveLength(1);
  });

  it("takes over nothing where there is unsaved work: that meets the other version when it is saved", async () => {
    const { clock, server, openTab } = createWorld();
    const [mine, theirs] = [openTab(), openTab()];
    theirs.autosave.change(saying("theirs"));
    await clock.advance(SAVE_DELAY);
    mine.autosave.change(saying("mine"));
    expect(mine.autosave.arrive(saying("theirs"), 2)).toBe(false);
    await clock.advance(SAVE_DELAY);
    expect(mine.adopted).toEqual([]);
    expect(mine.save().kind).toBe("conflict");
    expect(mine.autosave.arrive(saying("theirs, later"), 3)).toBe(false);
    expect(server.state.document.alt).toBe("theirs");
  });

  it("saves during long work without a pause", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    for (let spent = 0; spent <= SAVE_DELAY_LONGEST; spent += 200) {
      tab.autosave.change(saying(`Łódź ${spent}`));
      await clock.advance(200);
    }
    expect(server.arrived.length).toBeGreaterThan(0);
  });

  it("keeps one save in flight; further edits follow it, the latest wins", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    server.next("held");
    tab.autosave.change(saying("one"));
    await clock.advance(SAVE_DELAY);
    for (const alt of ["two", "three", "four"]) {
      tab.autosave.change(saying(alt));
      await clock.advance(SAVE_DELAY);
    }
    expect(server.arrived).toHaveLength(0);
    server.release();
    await clock.advance(SAVE_DELAY);
    expect(server.arrived.map(({ document }) => document.alt)).toEqual(["one", "four"]);
    expect(server.arrived.map(({ baseRevision }) => baseRevision)).toEqual([1, 2]);
    expect(tab.save().kind).toBe("saved");
  });

  it("repeats a save whose reply was dropped with the same id and document, then sends what came after", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    server.next("lost-reply");
    tab.autosave.change(saying("O'Neil"));
    await clock.advance(SAVE_DELAY);
    expect(tab.save().kind).toBe("offline");
    tab.autosave.change(saying("O'Neil and Щёголева"));
    await clock.advance(10_000);
    expect(server.arrived.map(({ mutationId, document }) => [mutationId, document.alt])).toEqual([
      ["mutation-1", "O'Neil"],
      ["mutation-1", "O'Neil"],
      ["mutation-2", "O'Neil and Щёголева"],
    ]);
    expect(server.state.revision).toBe(3);
    expect(tab.save().kind).toBe("saved");
  });

  it("counts a request without an answer as lost", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    server.next("silent");
    tab.autosave.change(saying("slow"));
    await clock.advance(SAVE_DELAY + ANSWER_WITHIN);
    expect(tab.save().kind).toBe("offline");
    await clock.advance(5000);
    expect(tab.save().kind).toBe("saved");
    expect(server.state.revision).toBe(2);
  });

  it("backs off while offline and tries at once when the connection is back", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    server.stays("lost-request");
    tab.autosave.change(saying("offline"));
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      await clock.advance(tries === 0 ? SAVE_DELAY : (waits.at(-1) ?? 0));
      const save = tab.save();
      if (save.kind === "offline") waits.push(save.nextTryAt - save.at);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    server.stays("fine");
    tab.online();
    await clock.advance(0);
    expect(tab.save().kind).toBe("saved");
    expect(server.state.document.alt).toBe("offline");
  });

  it("keeps trying through a server fault and says so", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    server.next("fault", "fault");
    tab.autosave.change(saying("500"));
    await clock.advance(SAVE_DELAY);
    expect(tab.save()).toMatchObject({ kind: "error", message: "Something went wrong on our side." });
    await clock.advance(3000);
    expect(tab.save().kind).toBe("saved");
    expect(server.arrived).toHaveLength(1);
  });

  it("does not repeat what the server refuses, and goes on with the next change", async () => {
    const { clock, server, openTab } = createWorld();
    const tab = openTab();
    server.next("refuse");
    tab.autosave.change(saying("too large"));
    await clock.advance(60_000);
    expect(tab.save()).toMatchObject({ kind: "error", nextTryAt: null });
    expect(server.arrived).toHaveLength(0);
    tab.autosave.change(saying("smaller"));
    await clock.advance(SAVE_DELAY);
    expect(tab.save().kind).toBe("saved");
  });

  it("sends nothing when the work came back to what the server has", async () => {
    const { clock, server, storage, openTab } = createWorld();
    const tab = openTab();
    tab.autosave.change(saying("and back"));
    tab.autosave.change(saying(""));
    tab.autosave.change(blank);
    await clock.advance(60_000);
    expect(server.arrived).toHaveLength(0);
    expect(storage.length).toBe(0);
  });

  describe("two tabs", () => {
    async function clash() {
      const world = createWorld();
      const first = world.openTab();
      const second = world.openTab();
      first.autosave.change(saying("first tab"));
      await world.clock.advance(SAVE_DELAY);
      second.autosave.change(saying("second tab"));
      await world.clock.advance(SAVE_DELAY);
      return { ...world, first, second };
    }

    it("keeps both versions and saves neither over the other", async () => {
      const { clock, server, second } = await clash();
      expect(second.save()).toMatchObject({
        kind: "conflict",
        mine: { alt: "second tab" },
        theirs: { alt: "first tab" },
        revision: 2,
      });
      second.autosave.change(saying("second tab goes on"));
      await clock.advance(60_000);
      expect(second.save()).toMatchObject({ kind: "conflict", mine: { alt: "second tab goes on" } });
      expect(server.state.document.alt).toBe("first tab");
      await expect(second.autosave.flush()).rejects.toMatchObject({ code: "conflict" });
    });

    it("keepMine saves mine in one call and theirs comes back in another", async () => {
      const { clock, server, second } = await clash();
      second.autosave.keepMine();
      await clock.advance(0);
      expect(second.save().kind).toBe("saved");
      expect(server.state).toMatchObject({ revision: 3, document: { alt: "second tab" } });
      expect(second.other()).toMatchObject({ whose: "theirs", document: { alt: "first tab" } });
      second.autosave.restoreOther();
      await clock.advance(SAVE_DELAY);
      expect(second.adopted.at(-1)).toMatchObject({ why: "other", document: { alt: "first tab" } });
      expect(server.state.document.alt).toBe("first tab");
      expect(second.other()).toMatchObject({ whose: "mine", document: { alt: "second tab" } });
    });

    it("takeTheirs shows theirs in one call and mine comes back in another, even after a reload", async () => {
      const { clock, server, second, openTab } = await clash();
      second.autosave.takeTheirs();
      expect(second.adopted).toMatchObject([{ why: "theirs", document: { alt: "first tab" } }]);
      await clock.advance(60_000);
      expect(second.save().kind).toBe("saved");
      expect(server.state.revision).toBe(2);
      // What is on the screen is the server's revision, not the one this tab saved last.
      expect(second.autosave.state.getState().revision).toBe(2);
      second.kill();
      const reloaded = openTab();
      expect(await reloaded.autosave.recover()).toBe("aside");
      reloaded.autosave.restoreOther();
      await clock.advance(SAVE_DELAY);
      expect(server.state.document.alt).toBe("second tab");
    });

    it("is no conflict when both made the same change", async () => {
      const { clock, openTab } = createWorld();
      const first = openTab();
      const second = openTab();
      first.autosave.change(saying("same"));
      await clock.advance(SAVE_DELAY);
      second.autosave.change(saying("same"));
      await clock.advance(SAVE_DELAY);
      expect(second.save().kind).toBe("saved");
      expect(await second.autosave.flush()).toBe(2);
    });

    it("is no conflict when only the revision moved on", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      server.savedElsewhere({ ...blank });
      tab.autosave.change(saying("Щёголева"));
      await clock.advance(SAVE_DELAY);
      expect(tab.save().kind).toBe("saved");
      expect(server.state).toMatchObject({ revision: 3, document: { alt: "Щёголева" } });
    });

    it("is still a conflict for the next tab when a tab dies in it", async () => {
      const { server, second, openTab } = await clash();
      second.kill();
      const third = openTab();
      expect(await third.autosave.recover()).toBe("conflict");
      third.kill();
      const fourth = openTab();
      expect(await fourth.autosave.recover()).toBe("conflict");
      expect(fourth.save()).toMatchObject({ mine: { alt: "second tab" }, theirs: { alt: "first tab" } });
      expect(server.state.document.alt).toBe("first tab");
    });
  });

  describe("a killed tab", () => {
    it("loses nothing that was typed before the save", async () => {
      const { clock, server, storage, openTab } = createWorld();
      const tab = openTab();
      tab.autosave.change(saying("typed just before the crash"));
      await clock.advance(1);
      tab.kill();
      const next = openTab();
      expect(await next.autosave.recover()).toBe("restored");
      expect(next.adopted).toMatchObject([
        { why: "recovered", document: { alt: "typed just before the crash" } },
      ]);
      await clock.advance(0);
      expect(server.state.document.alt).toBe("typed just before the crash");
      expect(storage.length).toBe(0);
    });

    it("knows its own save again when the answer never came, and carries on from it", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      server.next("silent");
      tab.autosave.change(saying("sent"));
      await clock.advance(SAVE_DELAY);
      tab.autosave.change(saying("sent and typed on"));
      await clock.advance(1);
      tab.kill();
      const next = openTab();
      expect(await next.autosave.recover()).toBe("restored");
      await clock.advance(0);
      expect(server.state).toMatchObject({ revision: 3, document: { alt: "sent and typed on" } });
    });

    it("meets a late arrival of its last save without a conflict", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      server.next("held");
      tab.autosave.change(saying("late"));
      await clock.advance(SAVE_DELAY);
      tab.kill();
      const next = openTab();
      expect(await next.autosave.recover()).toBe("restored");
      server.release();
      await clock.advance(0);
      expect(next.save().kind).toBe("saved");
      expect(server.state.document.alt).toBe("late");
    });

    it("does not write over what somebody saved since", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      tab.autosave.change(saying("mine"));
      await clock.advance(1);
      tab.kill();
      server.savedElsewhere(saying("theirs"));
      const next = openTab();
      expect(await next.autosave.recover()).toBe("conflict");
      expect(next.save()).toMatchObject({
        kind: "conflict",
        mine: { alt: "mine" },
        theirs: { alt: "theirs" },
      });
      expect(server.state.document.alt).toBe("theirs");
    });

    it("leaves a living tab's work alone", async () => {
      const { clock, openTab } = createWorld();
      const living = openTab();
      living.autosave.change(saying("still typing"));
      await clock.advance(1);
      expect(await openTab().autosave.recover()).toBe("nothing");
    });

    it("sets found work aside when somebody has already begun to edit", async () => {
      const { clock, openTab } = createWorld();
      const tab = openTab();
      tab.autosave.change(saying("before"));
      await clock.advance(1);
      tab.kill();
      const next = openTab();
      next.autosave.change(saying("new work"));
      expect(await next.autosave.recover()).toBe("aside");
      expect(next.other()).toMatchObject({ whose: "mine", document: { alt: "before" } });
    });
  });

  it("saves even when nothing can be kept on this computer", async () => {
    const { clock, server, openTab } = createWorld();
    const failing = async () => {
      throw new Error("QuotaExceededError");
    };
    const tab = openTab({ write: failing, remove: failing, abandoned: failing });
    expect(await tab.autosave.recover()).toBe("nothing");
    tab.autosave.change(saying("private window"));
    await clock.advance(SAVE_DELAY);
    expect(server.state.document.alt).toBe("private window");
    const hanging = () => new Promise<never>(() => {});
    const other = openTab({ write: hanging, remove: hanging, abandoned: async () => [] });
    other.autosave.change(saying("blocked database"));
    await clock.advance(SAVE_DELAY + 1000);
    expect(server.state.document.alt).toBe("blocked database");
  });

  it("passes over records it cannot read", async () => {
    const { server, storage, openTab } = createWorld();
    server.savedElsewhere(saying("on the server"));
    storage.setItem("nameplate:draft:tpl_1:old", "{not json");
    storage.setItem("nameplate:draft:tpl_1:older", '{"at":"yesterday"}');
    const record = { templateId: "tpl_1", at: 1, baseRevision: 2, sent: null, other: null };
    const newer = { ...saying("newer"), schemaVersion: 999 };
    storage.setItem("nameplate:draft:tpl_1:no", JSON.stringify({ ...record, tabId: "no", unsaved: "no" }));
    storage.setItem("nameplate:draft:tpl_1:new", JSON.stringify({ ...record, tabId: "new", unsaved: newer }));
    const tab = openTab();
    expect(tab.save().kind).toBe("idle");
    expect(await tab.autosave.recover()).toBe("nothing");
    expect(tab.adopted).toEqual([]);
    expect(storage.getItem("nameplate:draft:tpl_1:new")).not.toBeNull();
  });

  describe("flush before publishing", () => {
    it("saves at once and answers the revision that holds the work", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      expect(await tab.autosave.flush()).toBe(1);
      tab.autosave.change(saying("publish me"));
      const flushed = tab.autosave.flush();
      await clock.advance(0);
      expect(await flushed).toBe(2);
      expect(server.state.document.alt).toBe("publish me");
    });

    it("waits for a slow save and then for the newer work, not for work after the call", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      server.next("held");
      tab.autosave.change(saying("first"));
      await clock.advance(SAVE_DELAY);
      tab.autosave.change(saying("second"));
      const order: string[] = [];
      const flushed = tab.autosave.flush().then((revision) => {
        order.push(`flushed ${revision} ${server.state.document.alt}`);
        tab.autosave.change(saying("third"));
      });
      await clock.advance(0);
      expect(order).toEqual([]);
      server.release();
      await clock.advance(0);
      await flushed;
      expect(order).toEqual(["flushed 3 second"]);
      await clock.advance(SAVE_DELAY);
      expect(server.state.document.alt).toBe("third");
    });

    it("says why it cannot, and keeps the work", async () => {
      const { clock, server, openTab } = createWorld();
      const tab = openTab();
      server.stays("lost-request");
      tab.autosave.change(saying("on a train"));
      const flushed = tab.autosave.flush();
      const failure = expect(flushed).rejects.toBeInstanceOf(AppError);
      await clock.advance(0);
      await failure;
      server.stays("fine");
      const again = tab.autosave.flush();
      await clock.advance(0);
      expect(await again).toBe(2);
    });
  });
});
