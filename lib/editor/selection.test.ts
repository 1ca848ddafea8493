import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyToPoint, worldMatrix } from "@/lib/template/geometry";
import { hitTest, layersInMarquee } from "./hit-test";
import {
  doubleClickOn,
  holdsSelection,
  pressOn,
  releaseOn,
  type Selected,
  selectAll,
  selectFromList,
  selectInMarquee,
  selectInto,
  selectionFrame,
  selectNext,
  selectOut,
  unlockedIds,
} from "./selection";
import { documentWith, group, rectangle } from "./testing/sample-document";

const nothing: Selected = { selection: [], enteredGroupId: null };
const selected = (...selection: string[]): Selected => ({ selection, enteredGroupId: null });

/** Łódź stands over Щёголева; a turned group holds two more and a group in it one. */
const document = documentWith([
  rectangle("shch", { name: "Щёголева", x: 100, y: 100 }),
  rectangle("lodz", { name: "Łódź", x: 150, y: 120 }),
  group(
    "outer",
    [
      rectangle("first", { x: 0, y: 0 }),
      group("inner", [rectangle("deep", { x: 10, y: 10 })], { x: 200, y: 200, width: 120, height: 80 }),
    ],
    { x: 600, y: 100, rotation: 90 },
  ),
  rectangle("locked", { x: 900, y: 500, locked: true }),
  rectangle("hidden", { x: 1050, y: 500, visible: false }),
]);
const ids = (path: { id: string }[]) => path.map(({ id }) => id);
const centreOn = (id: string, width = 50, height = 25) =>
  applyToPoint(worldMatrix(document, id), { x: width, y: height });

describe("hitTest", () => {
  it("finds the frontmost layer", () => {
    expect(ids(hitTest(document, { x: 160, y: 130 }))).toEqual(["lodz"]);
    expect(ids(hitTest(document, { x: 110, y: 110 }))).toEqual(["shch"]);
    expect(hitTest(document, { x: 5, y: 5 })).toEqual([]);
  });

  it("reaches through turned groups and answers the whole path", () => {
    expect(ids(hitTest(document, centreOn("deep")))).toEqual(["outer", "inner", "deep"]);
    expect(hitTest(document, centreOn("outer", 380, 20))).toEqual([]);
  });

  it("lets clicks through what is locked, hidden or left out by the preview", () => {
    expect(hitTest(document, { x: 920, y: 520 })).toEqual([]);
    expect(hitTest(document, { x: 1070, y: 520 })).toEqual([]);
    expect(ids(hitTest(document, { x: 160, y: 130 }, { hidden: new Set(["lodz"]) }))).toEqual(["shch"]);
  });

  it("follows the turn of a layer", () => {
    const turned = documentWith([rectangle("r", { x: 100, y: 100, width: 200, height: 20, rotation: 45 })]);
    expect(ids(hitTest(turned, { x: 250, y: 160 }))).toEqual(["r"]);
    expect(hitTest(turned, { x: 290, y: 110 })).toEqual([]);
  });

  it("catches a thin line near by", () => {
    const line = documentWith([rectangle("line", { x: 100, y: 100, width: 200, height: 1 })]);
    expect(hitTest(line, { x: 150, y: 105 })).toEqual([]);
    expect(ids(hitTest(line, { x: 150, y: 105 }, { tolerance: 6 }))).toEqual(["line"]);
  });

  it("hits the middle of every visible layer of any turn when nothing lies over it", () => {
    const number = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: -360, max: 360 }), number, (x, y, rotation, turn) => {
        const doc = documentWith([
          group("g", [rectangle("r", { x, y, rotation })], { rotation: turn % 360 }),
        ]);
        const middle = applyToPoint(worldMatrix(doc, "r"), { x: 50, y: 25 });
        expect(ids(hitTest(doc, middle))).toEqual(["g", "r"]);
      }),
    );
  });
});

describe("marquee", () => {
  it("takes what it touches, turned boxes as they stand", () => {
    expect(selectInMarquee(document, nothing, { x: 90, y: 90, width: 70, height: 40 }).selection).toEqual([
      "shch",
      "lodz",
    ]);
    const turned = documentWith([rectangle("r", { x: 100, y: 100, width: 200, height: 20, rotation: 45 })]);
    // The corner of the box around it, where the turned box is not.
    expect(layersInMarquee(turned, { x: 128, y: 150, width: 30, height: 30 }, null)).toEqual([]);
    expect(ids(layersInMarquee(turned, { x: 190, y: 90, width: 20, height: 40 }, null))).toEqual(["r"]);
  });

  it("takes a group by its children, and its children when it is entered", () => {
    const { x, y } = centreOn("first");
    const area = { x: x - 5, y: y - 5, width: 10, height: 10 };
    expect(selectInMarquee(document, nothing, area).selection).toEqual(["outer"]);
    expect(selectInMarquee(document, { selection: [], enteredGroupId: "outer" }, area).selection).toEqual([
      "first",
    ]);
    const empty = centreOn("outer", 380, 20);
    expect(selectInMarquee(document, nothing, { ...empty, width: 4, height: 4 }).selection).toEqual([]);
  });

  it("adds to what was selected", () => {
    const area = { x: 90, y: 90, width: 20, height: 20 };
    expect(selectInMarquee(document, selected("outer"), area, { add: true }).selection).toEqual([
      "outer",
      "shch",
    ]);
  });

  it("never takes locked or hidden layers", () => {
    const everything = { x: 0, y: 0, width: 1200, height: 628 };
    expect(selectInMarquee(document, nothing, everything).selection).toEqual(["shch", "lodz", "outer"]);
    expect(selectAll(document, null).selection).toEqual(["shch", "lodz", "outer"]);
  });
});

describe("clicking", () => {
  const overDeep = hitTest(document, centreOn("deep"));
  const overFirst = hitTest(document, centreOn("first"));
  const overTop = hitTest(document, { x: 160, y: 130 });

  it("selects the outermost group, and nothing on empty ground", () => {
    expect(pressOn(nothing, overDeep)).toEqual(selected("outer"));
    expect(pressOn(selected("outer"), [])).toEqual(nothing);
    expect(pressOn(selected("outer"), [], { toggle: true })).toEqual(selected("outer"));
  });

  it("adds and takes away with shift", () => {
    const both = pressOn(selected("outer"), overTop, { toggle: true });
    expect(both.selection).toEqual(["outer", "lodz"]);
    expect(pressOn(both, overDeep, { toggle: true }).selection).toEqual(["lodz"]);
  });

  it("keeps several selected while they are pressed and settles on one when they are let go", () => {
    const both = selected("outer", "lodz");
    expect(pressOn(both, overTop)).toBe(both);
    expect(releaseOn(both, overTop)).toEqual(selected("lodz"));
  });

  it("enters a group by double click, one level at a time, then opens the layer", () => {
    const once = doubleClickOn(selected("outer"), overDeep);
    expect(once).toEqual({ selection: ["inner"], enteredGroupId: "outer", opened: null });
    const twice = doubleClickOn(once, overDeep);
    expect(twice).toEqual({ selection: ["deep"], enteredGroupId: "inner", opened: null });
    expect(doubleClickOn(twice, overDeep).opened).toBe("deep");
    expect(pressOn(once, overFirst)).toEqual({ selection: ["first"], enteredGroupId: "outer" });
    expect(pressOn(once, overTop)).toEqual(selected("lodz"));
  });

  it("selects deep with control, and never a group together with what is in it", () => {
    expect(pressOn(nothing, overDeep, { deep: true })).toEqual({
      selection: ["deep"],
      enteredGroupId: "inner",
    });
    expect(pressOn(selected("outer"), overDeep, { deep: true, toggle: true }).selection).toEqual(["deep"]);
    expect(
      pressOn({ selection: ["deep"], enteredGroupId: null }, overDeep, { toggle: true }).selection,
    ).toEqual(["outer"]);
  });
});

describe("taking hold of the selection", () => {
  const both = { x: 160, y: 130 };

  it("is possible wherever a selected layer stands, also under another", () => {
    expect(holdsSelection(document, ["shch"], both)).toBe(true);
    expect(holdsSelection(document, ["lodz"], both)).toBe(true);
    expect(holdsSelection(document, ["outer", "shch"], both)).toBe(true);
    expect(holdsSelection(document, ["lodz"], { x: 110, y: 110 })).toBe(false);
    expect(holdsSelection(document, [], both)).toBe(false);
  });

  it("follows the turn of a layer and of the groups around it", () => {
    expect(holdsSelection(document, ["deep"], centreOn("deep"))).toBe(true);
    expect(holdsSelection(document, ["deep"], centreOn("deep", 50, 60))).toBe(false);
    expect(holdsSelection(document, ["outer"], centreOn("outer", 380, 20))).toBe(true);
  });

  it("leaves what is locked, hidden or left out by the preview where it is", () => {
    expect(holdsSelection(document, ["locked"], { x: 920, y: 520 })).toBe(false);
    expect(holdsSelection(document, ["hidden"], { x: 1070, y: 520 })).toBe(false);
    expect(holdsSelection(document, ["shch"], both, { hidden: new Set(["shch"]) })).toBe(false);
  });

  it("settles on what lies on top when nothing was dragged", () => {
    expect(releaseOn(selected("shch"), hitTest(document, both))).toEqual(selected("lodz"));
  });
});

describe("selecting by key and list", () => {
  it("goes in and out of groups", () => {
    const inside = selectInto(document, selected("outer"));
    expect(inside).toEqual({ selection: ["first", "inner"], enteredGroupId: "outer" });
    expect(selectOut(document, inside)).toEqual(selected("outer"));
    expect(selectOut(document, selected("outer"))).toEqual(nothing);
    const leaf = selected("lodz");
    expect(selectInto(document, leaf)).toBe(leaf);
  });

  it("walks the layers with Tab and leaves at the end", () => {
    const first = selectNext(document, nothing, 1);
    expect(first?.selection).toEqual(["shch"]);
    expect(selectNext(document, selected("lodz"), 1)?.selection).toEqual(["outer"]);
    expect(selectNext(document, selected("outer"), 1)).toBeNull();
    expect(selectNext(document, nothing, -1)?.selection).toEqual(["outer"]);
    expect(selectNext(document, selected("shch"), -1)).toBeNull();
  });

  it("selects locked layers from the list, but not for moving", () => {
    expect(selectFromList(document, nothing, "locked", false).selection).toEqual(["locked"]);
    expect(selectFromList(document, nothing, "deep", false).enteredGroupId).toBe("inner");
    expect(unlockedIds(document, ["locked", "lodz", "gone"])).toEqual(["lodz"]);
  });
});

describe("selectionFrame", () => {
  it("is the turned box of one layer and the upright box around several", () => {
    expect(selectionFrame(document, ["first"])).toMatchObject({ width: 100, height: 50, rotation: 90 });
    expect(selectionFrame(document, ["shch", "lodz"])).toEqual({
      x: 100,
      y: 100,
      width: 150,
      height: 70,
      rotation: 0,
    });
    expect(selectionFrame(document, [])).toBeNull();
  });
});
