import { describe, expect, it } from "vitest";
import { SAVE_DELAY } from "./autosave-timing";
import { blank, createWorld, saying } from "./testing/autosave-world";

describe("two tabs and the work they leave", () => {
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
});
