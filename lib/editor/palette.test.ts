import { describe, expect, it } from "vitest";
import { paletteGroups, paletteItems } from "./palette";
import { searchMark } from "./palette-search";
import { createEditorStore } from "./store";
import { documentWith, field, group, rectangle, text } from "./testing/sample-document";

const document = documentWith(
  [rectangle("card", { name: "Card" }), group("g", [text("hello", "Dear Łucja", { name: "Heading" })])],
  {
    fields: [{ ...field("first_name"), label: "First name" }],
    samples: [{ id: "one", name: "Nguyễn", values: {} }],
  },
);

function open(selection: readonly string[] = []) {
  const store = createEditorStore({ document, now: () => 0 });
  store.select(selection);
  return (query: string, recent: readonly string[] = [], canEdit = true) =>
    paletteGroups(paletteItems(store.getState(), canEdit), query, recent);
}

const ids = (groups: ReturnType<ReturnType<typeof open>>) =>
  groups.flatMap(({ items }) => items.map(({ id }) => id));

describe("palette", () => {
  it("lists what was chosen lately before everything else, and nothing twice", () => {
    const groups = open(["card"])("", ["action:addStar", "action:gone", "layer:card"]);
    expect(groups[0]).toMatchObject({
      heading: "Recent",
      items: [{ id: "action:addStar" }, { id: "layer:card" }],
    });
    expect(groups.slice(1).map(({ heading }) => heading)).toEqual([
      "Add",
      "Edit",
      "Selection",
      "Arrange",
      "View",
      "Help",
    ]);
    const all = ids(groups);
    expect(new Set(all).size).toBe(all.length);
  });

  it("finds actions by name and by keyword, layers by their words, fields by key, samples by name", () => {
    const find = open(["card"]);
    expect(ids(find("dupl"))[0]).toBe("action:duplicate");
    expect(ids(find("clone"))[0]).toBe("action:duplicate");
    expect(ids(find("lucja"))).toEqual(["layer:hello"]);
    expect(ids(find("first_name"))).toEqual(["field:first_name"]);
    expect(ids(find("nguyen"))).toEqual(["sample:one"]);
    expect(ids(find("stb"))).toContain("action:sendToBack");
    expect(find("no such thing")).toEqual([]);
  });

  it("dims what cannot be done and says what it needs, below what can", () => {
    const find = open();
    const [group] = find("delete");
    expect(group?.items[0]).toMatchObject({
      id: "action:delete",
      blocked: "Select a layer that is not locked.",
    });
    expect(find("group").map(({ heading }) => heading)).toEqual(["Go to layer", "Arrange"]);
    expect(open(["card"])("delete")[0]?.items[0]?.blocked).toBeNull();
    expect(ids(find("", [], false)).some((id) => id === "action:paste" || id === "action:delete")).toBe(
      false,
    );
  });

  it("puts the name that is typed in full first", () => {
    const mark = (label: string, query: string) => searchMark({ label, keywords: [] }, query);
    expect(mark("Copy", "copy")).toBeGreaterThan(mark("Copy style", "copy"));
    expect(mark("Align left", "left")).toBeGreaterThan(mark("Cleft", "left"));
    expect(mark("Align left", "left align")).toBeGreaterThan(0);
    expect(mark("Align left", "left right")).toBe(0);
  });
});
