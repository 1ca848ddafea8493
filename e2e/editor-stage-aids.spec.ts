import type { Page } from "@playwright/test";
import { safeAreaOf } from "@/lib/template/safe-area";
import { openedEditor, settled } from "./editor-page";
import { expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";
import { BLACK, box, openWith, stageShot, WHITE } from "./stage-page";

const guides = async (page: Page) => (await editorState(page)).document.guides;

test("rulers: a guide is pulled out, moved, snapped to, taken away; each is one step", async ({
  page,
  account,
}) => {
  await openWith(page, account, [box("Box", 100, 100)]);
  const hand = handOn(page);
  await page.getByTestId("stage").focus();
  await page.keyboard.press("Shift+R");
  const ruler = await page.getByTestId("ruler-y").boundingBox();
  if (!ruler) throw new Error("there is no ruler");
  const pull = async (to: number) => {
    const end = await hand.point(to, 300);
    await page.mouse.move(ruler.x + 10, end.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 8 });
    await page.mouse.up();
  };
  await page.keyboard.down("Control");
  await pull(333);
  await page.keyboard.up("Control");
  const [pulled] = await guides(page);
  expect(pulled?.axis).toBe("x");
  expect(Math.abs((pulled?.at ?? 0) - 333)).toBeLessThanOrEqual(1);
  await settled(page);
  expect((await stageShot(page)).at(pulled?.at ?? 0, 400)).not.toEqual(WHITE);

  await page.keyboard.down("Control");
  await hand.drag([pulled?.at ?? 0, 400], [421, 400]);
  await page.keyboard.up("Control");
  const [moved] = await guides(page);
  expect(Math.abs((moved?.at ?? 0) - 421)).toBeLessThanOrEqual(2);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await guides(page)).toEqual([pulled]);
  await page.keyboard.press("ControlOrMeta+Shift+z");

  // Its left edge comes near, and lies on the guide.
  await hand.drag([150, 130], [150 + (moved?.at ?? 0) - 100 + 3, 330]);
  expect((await layerNamed(page, "Box")).x).toBe(moved?.at);

  await page.getByTestId("stage").focus();
  await hand.drag([moved?.at ?? 0, 40], [moved?.at ?? 0, 40]);
  await page.keyboard.press("Delete");
  expect(await guides(page)).toEqual([]);
  expect((await editorState(page)).document.layers).toHaveLength(1);
  await page.keyboard.press("ControlOrMeta+z");
  const back = await hand.point(moved?.at ?? 0, 40);
  await page.mouse.move(back.x, back.y);
  await page.mouse.down();
  await page.mouse.move(ruler.x + 8, back.y, { steps: 8 });
  await page.mouse.up();
  expect(await guides(page)).toEqual([]);
  await page.keyboard.press("Shift+R");
  await expect(page.getByTestId("ruler-x")).toHaveCount(0);
});

test("grid and safe area: seen, snapped to, remembered by the browser", async ({ page, account }) => {
  await openWith(page, account, [box("Box", 103, 107)]);
  const hand = handOn(page);
  await page.getByRole("button", { name: /^Zoom,/ }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Safe area/ }).click();
  await page.getByRole("menuitem", { name: /^Grid step/ }).click();
  await page.getByRole("menuitemradio", { name: "50 px" }).click();
  await page.keyboard.press("Escape");
  await settled(page);
  const shot = await stageShot(page);
  const area = safeAreaOf({ width: 800, height: 500 });
  expect(shot.at(area.x - 8, 250), "outside the safe area").not.toEqual(WHITE);
  expect(shot.at(125, 225), "inside it, between the lines of the grid").toEqual(WHITE);
  expect([shot.at(400, 225), shot.at(401, 225), shot.at(399, 225)]).not.toEqual([WHITE, WHITE, WHITE]);

  await hand.drag([150, 130], [290, 260]);
  const { x, y } = await layerNamed(page, "Box");
  expect([x % 50, y % 50]).toEqual([0, 0]);
  await page.reload();
  await openedEditor(page);
  expect(await page.evaluate(() => window.__nameplate?.store.getState().aids)).toEqual({
    rulers: false,
    grid: true,
    gridStep: 50,
    safeArea: true,
  });
});

test("distances: to neighbours in a drag, to what is hovered with Alt, equal gaps drawn in", async ({
  page,
  account,
}) => {
  await openWith(page, account, [box("One", 100, 100), box("Two", 300, 100), box("Far", 620, 380)]);
  const hand = handOn(page);
  const gaps = async () =>
    (await editorState(page)).guides.flatMap((guide) =>
      guide.kind === "gap" ? [[guide.axis, Math.round(guide.distance)]] : [],
    );
  await page.keyboard.down("Shift");
  await hand.drag([670, 410], [541, 410], async () => {
    expect(await gaps()).toEqual([]);
  });
  await page.keyboard.up("Shift");
  await page.keyboard.press("ControlOrMeta+z");
  await hand.drag([670, 410], [553, 129], async () => {
    // Behind the pair at the pair's own distance of 100 px.
    expect(await gaps()).toEqual([
      ["x", 100],
      ["x", 100],
    ]);
  });
  expect((await layerNamed(page, "Far")).x).toBe(500);
  await hand.drag([550, 130], [630, 157], async () => {
    const [first] = await gaps();
    expect(first?.[0]).toBe("x");
    expect(Math.abs(Number(first?.[1]) - 180)).toBeLessThanOrEqual(8);
  });

  await hand.click(150, 130);
  const over = await hand.point(350, 130);
  await page.mouse.move(over.x, over.y);
  await settled(page);
  const before = await stageShot(page);
  await page.keyboard.down("Alt");
  await settled(page);
  const shot = await stageShot(page);
  const line = (of: typeof shot) => [218, 222, 278].map((x) => of.at(x, 130));
  expect(line(before)).toEqual([WHITE, WHITE, WHITE]);
  expect(line(shot)).not.toEqual([WHITE, WHITE, WHITE]);
  await page.keyboard.up("Alt");
  await settled(page);
  expect(line(await stageShot(page))).toEqual([WHITE, WHITE, WHITE]);
});

test("tools: T and R place by click and by drag, twice puts it in the middle, Escape leaves", async ({
  page,
  account,
}) => {
  await openWith(page, account, [box("Back", 700, 440, 90, 50)]);
  const hand = handOn(page);
  const layers = async () => (await editorState(page)).document.layers;
  const adding = () => page.evaluate(() => window.__nameplate?.store.getState().adding?.label ?? null);
  await page.getByTestId("stage").focus();

  await page.keyboard.press("r");
  expect([await adding(), (await layers()).length]).toEqual(["Rectangle", 1]);
  await page.keyboard.press("Escape");
  expect(await adding()).toBeNull();
  await hand.click(400, 300);
  expect(await layers()).toHaveLength(1);

  await page.keyboard.press("r");
  await hand.drag([100, 100], [300, 220]);
  const drawn = await layerNamed(page, "Rectangle");
  for (const [value, wanted] of [
    [drawn.x, 100],
    [drawn.y, 100],
    [drawn.width, 200],
    [drawn.height, 120],
  ] as const) {
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1);
  }
  expect((await editorState(page)).selection).toEqual([drawn.id]);
  expect(await adding()).toBeNull();
  await settled(page);
  const shot = await stageShot(page);
  expect(shot.at(200, 160)).not.toEqual(WHITE);
  expect(shot.at(330, 160)).toEqual(WHITE);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await layers()).toHaveLength(1);

  await page.keyboard.press("o");
  await hand.click(500, 350);
  const round = await layerNamed(page, "Ellipse");
  expect(Math.abs(round.x + round.width / 2 - 500)).toBeLessThanOrEqual(1);
  await page.keyboard.press("ControlOrMeta+z");

  await page.keyboard.press("t");
  await hand.click(120, 200);
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Łukasz", { delay: 15 });
  await page.keyboard.press("Escape");
  const typed = (await layers()).at(-1);
  expect(typed?.type === "text" && typed.runs).toEqual([{ text: "Łukasz", style: {} }]);
  expect(Math.abs((typed?.x ?? 0) - 120)).toBeLessThanOrEqual(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await hand.drag([400, 60], [650, 90]);
  await page.keyboard.press("Escape");
  expect(Math.abs(((await layers()).at(-1)?.width ?? 0) - 250)).toBeLessThanOrEqual(1);
  await page.keyboard.press("Escape");

  const count = (await layers()).length;
  await page.keyboard.press("r");
  expect([await adding(), (await layers()).length]).toEqual(["Rectangle", count]);
  await page.getByRole("button", { name: "Add rectangle", exact: true }).click();
  const middle = (await layers()).at(-1);
  expect((middle?.x ?? 0) + (middle?.width ?? 0) / 2).toBe(400);
  expect(await adding()).toBeNull();
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  expect(await layers()).toHaveLength(count + 2);
  expect(await adding()).toBeNull();
});

test("what the menu adds is moved by the arrow keys at once: the canvas has the focus", async ({
  page,
  account,
}) => {
  await openWith(page, account, []);
  await page.getByRole("button", { name: "More: rectangle" }).click();
  await page.getByRole("menuitem", { name: /^Star/ }).click();
  await expect(page.getByTestId("stage")).toBeFocused();
  const before = await layerNamed(page, "Star");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  const after = await layerNamed(page, "Star");
  expect([after.x - before.x, after.y - before.y]).toEqual([1, 10]);
});

test("tidy up stands where a selection is crooked, and makes even rows and columns of it", async ({
  page,
  account,
}) => {
  const at = [
    [100, 100],
    [232, 108],
    [371, 95],
    [104, 199],
    [228, 206],
    [366, 203],
  ] as const;
  await openWith(
    page,
    account,
    at.map(([x, y], index) => box(`Box ${index}`.replace(" ", "_"), x, y, 80, 60)),
  );
  const hand = handOn(page);
  const tidy = page.getByRole("button", { name: "Tidy up", exact: true });
  await hand.click(140, 130);
  await expect(tidy).toHaveCount(0);
  await page.getByTestId("stage").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await tidy.click();
  const { document, history } = await editorState(page);
  const [xs, ys] = [new Set(document.layers.map(({ x }) => x)), new Set(document.layers.map(({ y }) => y))];
  expect([xs.size, ys.size]).toEqual([3, 2]);
  const [left = 0, middle = 0, right = 0] = [...xs].sort((a, b) => a - b);
  expect(middle - left).toBe(right - middle);
  expect(history.undoLabel).toBe("Tidy up");
  await expect(tidy).toHaveCount(0);
  await settled(page);
  expect((await stageShot(page)).at(middle + 20, Math.min(...ys) + 30)).toEqual(BLACK);
  await page.keyboard.press("ControlOrMeta+z");
  expect((await editorState(page)).document.layers.map(({ x, y }) => [x, y])).toEqual(at);
});
