import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, loadDraft, test } from "./fixtures";
import { editorState, handOn, layerNamed, painterCalls } from "./stage-hand";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test.beforeEach(async ({ page, account }) => {
  const { id } = await createTemplate(page, account, {
    name: "Thank you",
    from: { kind: "starter", id: "loyalty-thank-you" },
  });
  await openEditor(page, account, id);
});

test("a drag moves the layer, paints nothing and is one undo step", async ({ page }) => {
  const hand = handOn(page);
  const before = await layerNamed(page, "Button label");
  await hand.click(200, 510);
  expect((await editorState(page)).selection).toEqual([before.id]);
  await settled(page);
  const calls = await painterCalls(page);
  await page.keyboard.down("Control");
  await hand.drag([200, 510], [261, 469]);
  await page.keyboard.up("Control");
  const after = await layerNamed(page, "Button label");
  expect([after.x - before.x, after.y - before.y]).toEqual([61, -41]);
  expect(await painterCalls(page)).toBe(calls);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await layerNamed(page, "Button label")).toEqual(before);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  expect(await layerNamed(page, "Button label")).toEqual(after);
});

test("Escape in the middle of a drag leaves no trace", async ({ page }) => {
  const hand = handOn(page);
  const { document } = await editorState(page);
  await hand.drag([200, 510], [400, 300], () => page.keyboard.press("Escape"));
  const after = await editorState(page);
  expect(after.document).toEqual(document);
  expect(after.history.canUndo).toBe(false);
  expect(after.gesture).toBeNull();
});

test("handles resize: Shift keeps the ratio, Alt the centre", async ({ page }) => {
  const hand = handOn(page);
  await page.getByRole("treeitem", { name: /^Button, Shape/ }).click();
  const before = await layerNamed(page, "Button");
  const corner = [before.x + before.width, before.y + before.height] as const;
  await page.keyboard.down("Shift");
  await page.keyboard.down("Alt");
  await hand.drag(corner, [corner[0] + 60, corner[1] + 10]);
  await page.keyboard.up("Alt");
  await page.keyboard.up("Shift");
  const after = await layerNamed(page, "Button");
  expect(after.width).toBeGreaterThan(before.width + 20);
  expect(after.width / after.height).toBeCloseTo(before.width / before.height, 1);
  expect(after.x + after.width / 2).toBeCloseTo(before.x + before.width / 2, 0);
  expect(after.y + after.height / 2).toBeCloseTo(before.y + before.height / 2, 0);
});

test("the handle above the frame rotates, with Shift in steps of 15°", async ({ page }) => {
  const hand = handOn(page);
  await page.getByRole("treeitem", { name: /^Button, Shape/ }).click();
  const { x, y, width, height } = await layerNamed(page, "Button");
  const zoom = await page.evaluate(() => window.__nameplate?.store.getState().view.zoom ?? 1);
  const centre = [x + width / 2, y + height / 2] as const;
  await page.keyboard.down("Shift");
  await hand.drag([centre[0], y - 22 / zoom], [centre[0] + 100, centre[1] - 110]);
  await page.keyboard.up("Shift");
  expect((await layerNamed(page, "Button")).rotation).toBe(45);
});

test("a layer snaps to the middle of the canvas and shows the guide", async ({ page }) => {
  const hand = handOn(page);
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  await page.getByRole("spinbutton", { name: "X", exact: true }).fill("100");
  await page.keyboard.press("Enter");
  const { x, y, width, height } = await layerNamed(page, "Rectangle");
  const middle = [x + width / 2, y + height / 2] as const;
  let shown = 0;
  await hand.drag(middle, [602, middle[1]], async () => {
    shown = (await editorState(page)).guides.filter(
      (guide) => guide.kind === "line" && guide.axis === "x",
    ).length;
  });
  const moved = await layerNamed(page, "Rectangle");
  expect(moved.x + moved.width / 2).toBe(600);
  expect(shown).toBeGreaterThan(0);
  expect((await editorState(page)).guides).toEqual([]);
});

test("typing in place is one undo step and is saved while it is typed", async ({ page, account }) => {
  const hand = handOn(page);
  const before = await layerNamed(page, "Headline");
  await hand.doubleClick(200, 250);
  const box = page.getByRole("textbox", { name: "Text of Headline" });
  await expect(box).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" Nguyễn, O'Neil & Щёголева", { delay: 15 });
  await page.waitForTimeout(1200);
  await page.keyboard.type("!", { delay: 15 });
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  await expect
    .poll(async () => JSON.stringify((await loadDraft(page, account, id)).document))
    .toContain("Nguyễn, O'Neil & Щёголева!");
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  const after = await layerNamed(page, "Headline");
  expect(after.type === "text" && after.runs).toEqual([
    { text: "Thank you, {{first_name}}! Nguyễn, O'Neil & Щёголева!", style: {} },
  ]);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await layerNamed(page, "Headline")).toEqual(before);
});

test("{{ offers the fields; bold takes the selected words alone", async ({ page }) => {
  const hand = handOn(page);
  await hand.doubleClick(200, 410);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Dear {{first", { delay: 15 });
  await page.getByRole("option", { name: /First name/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(", hello", { delay: 15 });
  for (let press = 0; press < "hello".length; press += 1) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.press("Escape");
  const points = await layerNamed(page, "Points");
  expect(points.type === "text" && points.runs.map(({ text }) => text).join("")).toBe(
    "Dear {{first_name}}, hello",
  );
  expect(points.type === "text" && points.runs.at(-1)).toMatchObject({
    text: "hello",
    style: { fontWeight: 700 },
  });
});

test("marquee, shift-click, group, go inside, ungroup", async ({ page }) => {
  const hand = handOn(page);
  await hand.drag([20, 622], [400, 380]);
  const names = async () => {
    const { selection, document } = await editorState(page);
    return document.layers.filter(({ id }) => selection.includes(id)).map(({ name }) => name);
  };
  expect(await names()).toEqual(["Points", "Button", "Button label"]);
  await page.keyboard.down("Shift");
  await hand.click(100, 412);
  await page.keyboard.up("Shift");
  expect(await names()).toEqual(["Button", "Button label"]);
  const before = await layerNamed(page, "Button label");
  await page.keyboard.press("ControlOrMeta+g");
  expect(await names()).toEqual(["Group"]);
  await hand.doubleClick(200, 510);
  const inside = await editorState(page);
  expect(inside.selection).toEqual([before.id]);
  expect(inside.enteredGroupId).not.toBeNull();
  await page.keyboard.press("Escape");
  expect(await names()).toEqual(["Group"]);
  await page.keyboard.press("ControlOrMeta+Shift+g");
  expect(await names()).toEqual(["Button", "Button label"]);
  expect(await layerNamed(page, "Button label")).toEqual(before);
});

test("copies: Alt-drag, Ctrl+D, the system clipboard; Delete takes away", async ({ page }) => {
  const hand = handOn(page);
  const count = async () => (await editorState(page)).document.layers.length;
  const start = await count();
  await hand.click(200, 100);
  await page.keyboard.down("Alt");
  await hand.drag([200, 108], [240, 588]);
  await page.keyboard.up("Alt");
  expect(await count()).toBe(start + 1);
  expect((await editorState(page)).history.undoLabel).toBe("Duplicate");
  await page.keyboard.press("ControlOrMeta+d");
  expect(await count()).toBe(start + 2);
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+v");
  expect(await count()).toBe(start + 3);
  const pasted = await editorState(page);
  expect(pasted.selection).toHaveLength(1);
  await page.keyboard.press("Delete");
  expect(await count()).toBe(start + 2);
});

test("the arrow keys nudge, and a quick run of them is one step", async ({ page }) => {
  const hand = handOn(page);
  const before = await layerNamed(page, "Kicker");
  await hand.click(200, 112);
  // Sent together, as a held key sends them: a busy machine must not pull the run apart.
  await Promise.all(["ArrowRight", "ArrowRight", "ArrowRight"].map((key) => page.keyboard.press(key)));
  await expect.poll(async () => (await layerNamed(page, "Kicker")).x - before.x).toBe(3);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await layerNamed(page, "Kicker")).toEqual(before);
  await page.keyboard.press("Shift+ArrowDown");
  expect((await layerNamed(page, "Kicker")).y - before.y).toBe(10);
});

test("zoom keeps the point under the pointer; the space bar pans", async ({ page }) => {
  const hand = handOn(page);
  const at = await hand.point(600, 300);
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -400);
  await page.keyboard.up("Control");
  const zoomed = await hand.point(600, 300);
  expect(Math.hypot(zoomed.x - at.x, zoomed.y - at.y)).toBeLessThan(1);
  await page.keyboard.down("Space");
  await page.mouse.down();
  await page.mouse.move(at.x + 50, at.y + 30, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Space");
  const panned = await hand.point(600, 300);
  expect([Math.round(panned.x - zoomed.x), Math.round(panned.y - zoomed.y)]).toEqual([50, 30]);
  expect((await editorState(page)).selection).toEqual([]);
});
