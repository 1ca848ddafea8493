import { describe, expect, it } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import {
  begin,
  cancel,
  commit,
  HISTORY_LIMIT,
  type History,
  MERGE_WINDOW,
  preview,
  record,
  redo,
  select,
  startHistory,
  summarise,
  timelineOf,
  travel,
  undo,
} from "./history";

const blank = createDocument({ width: 1200, height: 628, displayWidth: 600 });
const saying = (alt: string): Document => ({ ...blank, alt });
const step = (history: History, alt: string, selection: readonly string[] = []) =>
  record(history, { label: `Say ${alt}`, document: saying(alt), selection });
const typed = (history: History, alt: string, at: number, key = "alt") =>
  record(history, { label: "Type", document: saying(alt), selection: [], merge: { key, at } });

describe("history", () => {
  it("goes back and forth with the selection of each moment", () => {
    const start = select(startHistory(blank), ["a"]);
    const after = step(start, "Nguyễn", ["b"]);
    expect(undo(after).present).toMatchObject({ document: blank, selection: ["a"] });
    expect(redo(undo(after)).present).toMatchObject({ document: { alt: "Nguyễn" }, selection: ["b"] });
  });

  it("keeps redo through a change of selection, and loses it with a change of the document", () => {
    const back = undo(step(startHistory(blank), "one"));
    expect(summarise(select(back, ["x"])).canRedo).toBe(true);
    expect(summarise(record(back, { label: "Click", document: blank, selection: ["x"] })).canRedo).toBe(true);
    expect(summarise(step(back, "two")).canRedo).toBe(false);
  });

  it("makes no step of a command that changes nothing, by identity or by value", () => {
    const start = startHistory(blank);
    expect(record(start, { label: "Nothing", document: blank, selection: [] })).toBe(start);
    expect(record(start, { label: "Nothing", document: structuredClone(blank), selection: [] })).toBe(start);
  });

  it("makes one step of a gesture however often it is previewed", () => {
    let history = begin(startHistory(blank), "Move");
    for (const alt of ["a", "b", "c"]) history = preview(history, saying(alt));
    expect(history.present.document).toBe(blank);
    history = commit(history);
    expect(history.past).toHaveLength(1);
    expect(summarise(history)).toMatchObject({ canUndo: true, undoLabel: "Move" });
    expect(undo(history).present.document).toBe(blank);
  });

  it("cancels a gesture to exactly what was there, redo included", () => {
    const before = undo(step(select(startHistory(blank), ["a"]), "one"));
    const after = cancel(preview(begin(before, "Move"), saying("moved")));
    expect(after).toEqual(before);
    expect(after.present).toBe(before.present);
  });

  it("leaves no step when a gesture comes back to where it began", () => {
    const after = commit(preview(begin(startHistory(blank), "Move"), structuredClone(blank)));
    expect(after.past).toHaveLength(0);
  });

  it("takes undo and redo during a gesture as cancel", () => {
    const before = step(startHistory(blank), "one");
    const during = preview(begin(before, "Move"), saying("moved"));
    expect(undo(during).present).toBe(before.present);
    expect(redo(during).gesture).toBeNull();
  });

  it("melts quick steps of one kind, and nothing else", () => {
    let history = typed(typed(typed(startHistory(blank), "N", 0), "Ng", 500), "Ngu", 1400);
    expect(history.past).toHaveLength(1);
    history = typed(history, "Nguy", 1400 + MERGE_WINDOW + 1);
    expect(history.past).toHaveLength(2);
    history = typed(select(history, ["b"]), "Nguyễ", 2600);
    expect(history.past).toHaveLength(3);
    expect(typed(history, "Nguyễn", 2700, "other").past).toHaveLength(4);
    expect(typed(redo(undo(history)), "Nguyễn", 2700).past).toHaveLength(4);
  });

  it("takes a melted run back when it ends where it began: undo always shows something", () => {
    const one = step(startHistory(blank), "one");
    const back = typed(typed(one, "one!", 0), "one", 100);
    expect(back.past).toHaveLength(1);
    expect(undo(back).present.document).toBe(blank);
  });

  it("goes several steps at once, as far as there are any, and ends a gesture without a trace", () => {
    const three = step(step(step(startHistory(blank), "one"), "two"), "three");
    expect(travel(three, -2)).toEqual(undo(undo(three)));
    expect(travel(travel(three, -3), 2).present.document.alt).toBe("two");
    expect(travel(three, -9).present.document).toBe(blank);
    expect(travel(preview(begin(three, "Move"), saying("moved")), -1)).toEqual(undo(three));
  });

  it("lists the same steps until there is another: a gesture and a selection are none", () => {
    const one = step(startHistory(blank), "one");
    const list = timelineOf(one);
    const during = preview(begin(select(one, ["a"]), "Move"), saying("moved"));
    expect(timelineOf(during, list)).toBe(list);
    expect(timelineOf(commit(during), list).past).toHaveLength(2);
  });

  it("forgets the oldest steps beyond the limit", () => {
    let history = startHistory(blank);
    for (let at = 0; at < HISTORY_LIMIT + 50; at += 1) history = step(history, `step ${at}`);
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    expect(history.past[0]?.document.alt).toBe("step 49");
  });
});
