import { expect, test } from "vitest";
import { createDismissedProblems } from "./dismissed-problems";

function storage(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

test("what is dismissed stays so when the template is opened again, in this browser and for this template", () => {
  const kept = storage();
  createDismissedProblems(kept, "tpl_a").dismiss("low_contrast it");
  const again = createDismissedProblems(kept, "tpl_a");
  expect([...again.ids.getState()]).toEqual(["low_contrast it"]);
  expect([...createDismissedProblems(kept, "tpl_b").ids.getState()]).toEqual([]);
  again.bringBack("low_contrast it");
  expect(kept.map.size).toBe(0);
});

test("the newest are kept where there are too many", () => {
  const dismissed = createDismissedProblems(storage(), "tpl_a");
  for (let index = 0; index < 310; index += 1) dismissed.dismiss(`p${index}`);
  expect(dismissed.ids.getState().size).toBe(300);
  expect(dismissed.ids.getState().has("p309")).toBe(true);
  expect(dismissed.ids.getState().has("p9")).toBe(false);
});

test.each(["no json", '{"a":1}', "[1]"])("%s in storage is nothing", (text) => {
  const dismissed = createDismissedProblems(storage({ "nameplate:dismissed:tpl_a": text }), "tpl_a");
  expect(dismissed.ids.getState().size).toBe(0);
});

test("storage that takes nothing does not get in the way", () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error("full");
    },
  };
  const dismissed = createDismissedProblems(full, "tpl_a");
  dismissed.dismiss("it");
  expect(dismissed.ids.getState().has("it")).toBe(true);
});
