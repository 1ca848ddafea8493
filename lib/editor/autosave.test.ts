import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { ANSWER_WITHIN, SAVE_DELAY, SAVE_DELAY_LONGEST } from "./autosave-timing";
import { blank, createWorld, saying } from "./testing/autosave-world";

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
