import { crowdedDocument, LAYERS } from "@/lib/template/testing/crowded-document";
import { settled } from "./editor-page";
import { expect, test } from "./fixtures";
import { editorState, handOn, layerNamed, painterCalls } from "./stage-hand";
import {
  BLACK,
  box,
  grouped,
  openDocumentOf,
  openWith,
  renders,
  stageShot,
  WHITE,
  words,
} from "./stage-page";

test("a drag among 200 layers renders what moves alone, and paints nothing", async ({ page, account }) => {
  await openDocumentOf(page, account, crowdedDocument());
  for (const count of [1, 50]) {
    const ids = Array.from({ length: count }, (_, at) => `layer${Math.floor((at * LAYERS) / count)}`);
    await page.evaluate((dragged) => window.__nameplate?.store.select(dragged), ids);
    await settled(page);
    const [first] = (await editorState(page)).document.layers;
    if (!first) throw new Error("there is no layer");
    const at = [first.x + first.width / 2, first.y + first.height / 2] as const;
    const [paints, before] = [await painterCalls(page), await renders(page)];
    await handOn(page).drag(at, [at[0] + 60, at[1] + 40]);
    await settled(page);
    const after = await renders(page);
    const grown = (part: string) => (after[part] ?? 0) - (before[part] ?? 0);
    const moved = Object.keys(after).filter((part) => part.startsWith("layer layer") && grown(part) > 0);
    expect(moved.sort()).toEqual(ids.map((id) => `layer ${id}`).sort());
    // Once it has ended: during the drag they are put in their places without being rendered.
    for (const part of moved) expect(grown(part), part).toBeLessThanOrEqual(2);
    expect(await painterCalls(page)).toBe(paints);
    // Before, at the beginning, at the end and a step behind: never once a frame.
    for (const panel of ["layers list", "inspector", "layer inspector"]) {
      expect(grown(panel), panel).toBeLessThanOrEqual(6);
    }
    const now = (await editorState(page)).document.layers.find(({ id }) => id === first.id);
    expect(now?.x).toBeGreaterThan(first.x + 40);
  }
});

test("what is dragged is seen where it is: under way, given up, dropped and undone", async ({
  page,
  account,
}) => {
  const inGroup = grouped("Group", 500, 100, [box("Left", 0, 0), box("Right", 120, 0)]);
  await openWith(page, account, [box("Alone", 100, 100), inGroup]);
  const hand = handOn(page);
  const places = { alone: [150, 130], left: [550, 130], right: [670, 130] } as const;
  const seen = async (down: number) => {
    await settled(page);
    const { at } = await stageShot(page);
    return Object.values(places).map(([x, y]) => [at(x, y), at(x, y + down)]);
  };
  const [here, there] = [
    [BLACK, WHITE],
    [WHITE, BLACK],
  ];
  const select = async (...names: string[]) => {
    const layers = await Promise.all(names.map((name) => layerNamed(page, name)));
    await page.evaluate(
      (ids) => window.__nameplate?.store.select(ids),
      layers.map(({ id }) => id),
    );
  };

  await select("Alone", "Group");
  await hand.drag(places.alone, [150, 330], async () => {
    expect(await seen(200)).toEqual([there, there, there]);
    await page.keyboard.press("Escape");
    expect(await seen(200)).toEqual([here, here, here]);
  });
  expect(await seen(200)).toEqual([here, here, here]);

  await select("Alone", "Group");
  await hand.drag(places.alone, [150, 330]);
  expect(await seen(200)).toEqual([there, there, there]);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await seen(200)).toEqual([here, here, here]);

  // Back to where it began: nothing has happened, and nothing is left of it on the canvas.
  await hand.drag(places.alone, [150, 330], async () => {
    const start = await hand.point(...places.alone);
    await page.mouse.move(start.x, start.y, { steps: 5 });
  });
  expect(await seen(200)).toEqual([here, here, here]);

  // A layer in a group, whose box follows.
  await hand.doubleClick(...places.right);
  await hand.drag(places.right, [670, 330], async () => {
    expect(await seen(200)).toEqual([here, here, there]);
  });
  expect(await seen(200)).toEqual([here, here, there]);
});

test("all eight handles resize: free, with the ratio kept, about the centre", async ({ page, account }) => {
  await openWith(page, account, [box("Box", 300, 200, 200, 100)]);
  const hand = handOn(page);
  const start = await layerNamed(page, "Box");
  const handles = [
    { at: [300, 200], by: [-40, -30], free: [260, 170, 240, 130] },
    { at: [400, 200], by: [0, -30], free: [300, 170, 200, 130] },
    { at: [500, 200], by: [40, -30], free: [300, 170, 240, 130] },
    { at: [500, 250], by: [40, 0], free: [300, 200, 240, 100] },
    { at: [500, 300], by: [40, 30], free: [300, 200, 240, 130] },
    { at: [400, 300], by: [0, 30], free: [300, 200, 200, 130] },
    { at: [300, 300], by: [-40, 30], free: [260, 200, 240, 130] },
    { at: [300, 250], by: [-40, 0], free: [260, 200, 240, 100] },
  ] as const;
  const boxNow = async () => {
    const { x, y, width, height } = await layerNamed(page, "Box");
    return [x, y, width, height];
  };
  await hand.click(400, 250);
  for (const { at, by, free } of handles) {
    // Ctrl leaves every edge where the pointer puts it.
    await page.keyboard.down("Control");
    await hand.drag(at, [at[0] + by[0], at[1] + by[1]]);
    await page.keyboard.up("Control");
    (await boxNow()).forEach((value, index) => {
      expect(Math.abs(value - (free[index] ?? 0)), `${at}`).toBeLessThanOrEqual(1);
    });
    await page.keyboard.press("ControlOrMeta+z");
    expect(await layerNamed(page, "Box")).toEqual(start);
  }
  for (const key of ["Shift", "Alt"] as const) {
    await page.keyboard.down(key);
    await hand.drag([500, 300], [540, 310]);
    await page.keyboard.up(key);
    const [x = 0, y = 0, width = 0, height = 0] = await boxNow();
    if (key === "Shift") expect(width / height).toBeCloseTo(2, 1);
    else expect([x + width / 2, y + height / 2]).toEqual([400, 250]);
    expect(width).toBeGreaterThan(220);
    await settled(page);
    const shot = await stageShot(page);
    expect([shot.at(x + 20, y + 20), shot.at(x + width - 20, y + height - 20)]).toEqual([BLACK, BLACK]);
    await page.keyboard.press("ControlOrMeta+z");
  }
});

test("a text's sides wrap it anew and its corners scale it; Ctrl changes the box alone", async ({
  page,
  account,
}) => {
  await openWith(page, account, [words("Words", "Thank you all very much", 100, 100, 560)]);
  const hand = handOn(page);
  const text = async () => {
    const layer = await layerNamed(page, "Words");
    if (layer.type !== "text") throw new Error("the text is no text");
    return { width: layer.width, height: layer.height, size: layer.style.fontSize };
  };
  await page.getByRole("treeitem", { name: /^Words,/ }).click();
  await hand.drag([660, 123], [360, 123]);
  const wrapped = await text();
  expect(wrapped).toMatchObject({ size: 40 });
  expect(Math.abs(wrapped.width - 260)).toBeLessThanOrEqual(8);
  const lines = wrapped.height / 46;
  expect([2, 3]).toContain(lines);
  await settled(page);
  const shot = await stageShot(page);
  const ink = (row: number) => Array.from({ length: 260 }, (_, x) => shot.at(100 + x, row)[0] ?? 255);
  expect(Math.min(...ink(123)), "the first line").toBeLessThan(120);
  expect(Math.min(...ink(169)), "the second line").toBeLessThan(120);

  const corner = [100 + wrapped.width, 100 + wrapped.height] as const;
  await hand.drag(corner, [corner[0] + wrapped.width / 2, corner[1] + wrapped.height / 2]);
  const scaled = await text();
  expect(scaled.size).toBeCloseTo(60, -1);
  expect(scaled.width / scaled.height).toBeCloseTo(wrapped.width / wrapped.height, 1);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.down("Control");
  await hand.drag(corner, [corner[0] + 80, corner[1] + 60]);
  await page.keyboard.up("Control");
  const boxed = await text();
  expect(boxed).toMatchObject({ size: 40 });
  expect(boxed.height).toBeGreaterThan(wrapped.height + 50);
});

test("turning is drawn in by right angles and halves of them, not by others", async ({ page, account }) => {
  await openWith(page, account, [box("Box", 300, 200, 200, 100)]);
  const hand = handOn(page);
  await hand.click(400, 250);
  const zoom = await page.evaluate(() => window.__nameplate?.store.getState().view.zoom ?? 1);
  const turnTo = async (degrees: number, key?: "Control" | "Shift") => {
    const radians = (degrees * Math.PI) / 180;
    const to = [400 + Math.sin(radians) * 180, 250 - Math.cos(radians) * 180] as const;
    if (key) await page.keyboard.down(key);
    await hand.drag([400, 200 - 22 / zoom], to);
    if (key) await page.keyboard.up(key);
    const { rotation } = await layerNamed(page, "Box");
    if (rotation === 90) {
      await settled(page);
      const shot = await stageShot(page);
      expect([shot.at(400, 165), shot.at(320, 250)]).toEqual([BLACK, WHITE]);
    }
    await page.keyboard.press("ControlOrMeta+z");
    return rotation;
  };
  expect(await turnTo(92)).toBe(90);
  expect(await turnTo(44)).toBe(45);
  expect(await turnTo(38)).toBe(38);
  expect(await turnTo(92, "Control")).toBe(92);
  expect(await turnTo(38, "Shift")).toBe(45);
});

test("deep select, into groups by double click, out of them by Escape", async ({ page, account }) => {
  await openWith(page, account, [grouped("Outer", 100, 100, [box("Left", 0, 0), box("Inner", 200, 0)])]);
  const hand = handOn(page);
  const selected = async () => (await editorState(page)).selection;
  await hand.click(350, 130);
  expect(await selected()).toEqual(["Outer"]);
  await page.keyboard.press("Escape");
  const at = await hand.point(350, 130);
  await page.keyboard.down("Control");
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up("Control");
  expect(await selected()).toEqual(["Inner"]);
  await page.keyboard.press("Escape");
  expect(await selected()).toEqual(["Outer"]);
  await page.keyboard.press("Escape");
  expect(await selected()).toEqual([]);
  await hand.doubleClick(120, 130);
  expect(await selected()).toEqual(["Left"]);
  await hand.click(350, 130);
  expect(await selected()).toEqual(["Inner"]);
  await page.keyboard.press("Escape");
  expect(await selected()).toEqual(["Outer"]);
});

test("a canvas of 4096 x 4096 px is zoomed and panned without painting, and never larger than the screen", async ({
  page,
  account,
}) => {
  await openWith(page, account, [box("Back", 0, 0, 4096, 4096), box("Front", 1000, 1000, 2000, 2000)], {
    width: 4096,
    height: 4096,
  });
  await settled(page);
  const calls = await painterCalls(page);
  await page.evaluate(() => {
    Reflect.set(window, "largest", 0);
    const { transferToImageBitmap } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.transferToImageBitmap = function () {
      Reflect.set(
        window,
        "largest",
        Math.max(Number(Reflect.get(window, "largest")), this.width * this.height),
      );
      return transferToImageBitmap.call(this);
    };
  });
  const hand = handOn(page);
  const at = await hand.point(2048, 2048);
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down("Control");
  for (let step = 0; step < 6; step += 1) await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  for (let step = 0; step < 6; step += 1) await page.mouse.wheel(40, 30);
  await settled(page);
  expect(await page.evaluate(() => window.__nameplate?.store.getState().view.zoom)).toBeGreaterThan(2);
  expect(await painterCalls(page)).toBe(calls);
  expect(await page.evaluate(() => Number(Reflect.get(window, "largest")))).toBeLessThanOrEqual(8_100_000);
  expect((await stageShot(page)).at(2048, 2048)).toEqual(BLACK);
});
