import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import type { Document, Layer } from "@/lib/template/schema";
import { image, linear, shape, solid, text } from "@/lib/template/starters/build";
import { openEditor, settled, setView, stagePixels } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, saveDraft, test, uploadPicture } from "./fixtures";
import { editorState, handOn, layerNamed, painterCalls } from "./stage-hand";

const CANVAS = { width: 640, height: 400 };

async function openWith(page: Page, account: Account, change: Partial<Document>): Promise<void> {
  const from = { kind: "blank", ...CANVAS, displayWidth: CANVAS.width } as const;
  const { id } = await createTemplate(page, account, { name: "Tools", from });
  const { document, revision } = await loadDraft(page, account, id);
  await saveDraft(page, account, id, { ...document, ...change }, revision);
  await openEditor(page, account, id);
  await setView(page, { zoom: 1, x: 40, y: 40 });
}

/** The colours that the stage shows at points of the canvas: `#rrggbb`. */
async function colours(page: Page, ...points: readonly (readonly [number, number])[]): Promise<string[]> {
  await settled(page);
  const { data, width } = await stagePixels(page, CANVAS);
  return points.map(
    ([x, y]) => `#${Buffer.from(data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)).toString("hex")}`,
  );
}

const box = (id: string, x: number, y: number, width: number, height: number) => ({
  id,
  name: id,
  x,
  y,
  width,
  height,
});
const undo = (page: Page) => page.keyboard.press("ControlOrMeta+z");
const [WHITE, RED, GREEN, BLUE] = ["#ffffff", "#ff0000", "#00ff00", "#0000ff"] as const;

test("mask: by key and by button, what is cut away is neither seen nor hit, a move paints nothing", async ({
  page,
  account,
}) => {
  const layers = [
    shape(box("Disc", 200, 100, 200, 200), "ellipse", { fill: solid(RED) }),
    shape(box("Plate", 150, 150, 300, 200), "rectangle", { fill: solid(BLUE) }),
  ];
  await openWith(page, account, { layers, background: solid(WHITE) });
  const hand = handOn(page);
  expect(await colours(page, [300, 110], [300, 200], [160, 340])).toEqual([RED, BLUE, BLUE]);

  await hand.click(300, 110);
  await page.keyboard.down("Shift");
  await hand.click(160, 340);
  await page.keyboard.up("Shift");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  const { document, selection } = await editorState(page);
  expect(document.layers).toMatchObject([
    { type: "group", masked: true, children: [{ name: "Disc" }, { name: "Plate" }] },
  ]);
  expect(selection).toEqual([document.layers[0]?.id]);
  expect(await colours(page, [300, 110], [300, 200], [160, 340])).toEqual([WHITE, BLUE, WHITE]);
  await expect(page.getByRole("treeitem", { name: "Disc, Shape, mask" })).toBeVisible();
  await expect(page.getByText("Mask group.")).toBeVisible();

  await page.keyboard.press("Escape");
  await hand.click(160, 340);
  expect((await editorState(page)).selection).toEqual([]);
  await hand.click(300, 200);
  expect((await editorState(page)).selection).toEqual(selection);
  const calls = await painterCalls(page);
  // Ctrl, which snaps to nothing, would take hold of what is inside.
  await page.evaluate(() => window.__nameplate?.store.setSnapping(false));
  await hand.drag([300, 200], [340, 190]);
  expect(await painterCalls(page)).toBe(calls);
  expect(await colours(page, [260, 200], [410, 200], [436, 200])).toEqual([BLUE, BLUE, BLUE]);

  await page.keyboard.press("ControlOrMeta+Shift+g");
  await expect(page.getByText(/stays a group.*is a mask/).first()).toBeVisible();
  await page.getByRole("button", { name: "Release mask" }).click();
  expect((await editorState(page)).document.layers[0]).toMatchObject({ masked: false });
  expect(await colours(page, [340, 100], [200, 330])).toEqual([RED, BLUE]);
  await undo(page);
  await undo(page);
  await undo(page);
  expect((await editorState(page)).document.layers).toEqual(layers);
});

/** A picture of 400 x 200 px in four stripes: red, green, blue, white. */
function stripes(): Buffer {
  const png = new PNG({ width: 400, height: 200 });
  const shades = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
  ];
  for (let at = 0; at < 400 * 200; at += 1)
    png.data.set([...(shades[Math.floor((at % 400) / 100)] ?? []), 255], at * 4);
  return PNG.sync.write(png);
}

async function photo(page: Page, account: Account): Promise<Layer> {
  const assetId = await uploadPicture(page, account, stripes());
  return image(box("Photo", 220, 100, 200, 200), { source: { kind: "asset", assetId } });
}

test("crop: pulling, wheel, corners and focal point are one step; Escape leaves nothing", async ({
  page,
  account,
}) => {
  // The picture is as high as its frame and twice as wide: it lies from 120 to 520.
  await openWith(page, account, { layers: [await photo(page, account)], background: solid("#808080") });
  const hand = handOn(page);
  const crop = page.getByTestId("crop");
  const framing = async () => {
    const layer = await layerNamed(page, "Photo");
    return layer.type === "image" ? [layer.focalX, layer.focalY, layer.zoom] : [];
  };
  const shown = async () => {
    const { gesture } = await editorState(page);
    const [layer] = gesture?.document.layers ?? [];
    return layer?.type === "image" ? { x: layer.focalX, y: layer.focalY, zoom: layer.zoom } : null;
  };
  expect(await colours(page, [240, 200], [400, 200])).toEqual([GREEN, BLUE]);

  await hand.doubleClick(320, 200);
  await expect(crop).toBeVisible();
  await expect(crop.getByRole("slider", { name: "Focal point" })).toBeFocused();
  const [dimmed] = await colours(page, [140, 200]);
  expect(dimmed).not.toBe("#808080");
  expect(dimmed).not.toBe(RED);
  await hand.drag([300, 250], [380, 250]);
  expect(await shown()).toMatchObject({ x: 0.1, zoom: 1 });
  const at = await hand.point(220, 200);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -347);
  await expect.poll(async () => (await shown())?.zoom).toBeCloseTo(2, 1);
  await page.keyboard.press("Enter");
  await expect(crop).toHaveCount(0);
  const [x, y, zoom] = await framing();
  expect([x, y, zoom].map((value) => Math.round((value ?? 0) * 100))).toEqual([7, 50, 200]);
  expect((await editorState(page)).history.undoLabel).toBe("Crop");
  await undo(page);
  expect(await framing()).toEqual([0.5, 0.5, 1]);
  expect((await editorState(page)).history.canUndo).toBe(false);

  // The corner at the picture's bottom right, pulled away from the one at its top left.
  await page.keyboard.press("Enter");
  await expect(crop).toBeVisible();
  await hand.drag([520, 300], [560, 320], async () => {
    await expect(page.getByTestId("crop")).toContainText("110 %");
  });
  const focus = await shown();
  await hand.drag([220 + 200 * (focus?.x ?? 0), 100 + 200 * (focus?.y ?? 0)], [240, 130]);
  expect(await shown()).toMatchObject({ x: 0.1, y: 0.15 });
  await hand.click(600, 50);
  await expect(crop).toHaveCount(0);
  expect(await framing()).toEqual([0.1, 0.15, 1.1]);
  expect(await colours(page, [240, 200], [400, 200])).toEqual([RED, GREEN]);

  const before = (await editorState(page)).document;
  await hand.doubleClick(320, 200);
  await hand.drag([300, 250], [200, 250]);
  await page.keyboard.press("Escape");
  await expect(crop).toHaveCount(0);
  expect((await editorState(page)).document).toEqual(before);
  expect(await colours(page, [240, 200])).toEqual([RED]);
});

test("crop by keyboard and by button; the picture can be replaced from there; other keys leave the layer alone", async ({
  page,
  account,
}) => {
  await openWith(page, account, { layers: [await photo(page, account)], background: solid("#808080") });
  const hand = handOn(page);
  await hand.click(320, 200);
  await page.getByRole("button", { name: "Crop on the canvas" }).click();
  for (const key of ["ArrowRight", "Shift+ArrowRight", "ArrowUp", "+", "+", "-", "Delete", "d", "Enter"])
    await page.keyboard.press(key);
  const layer = await layerNamed(page, "Photo");
  expect(layer).toMatchObject({ focalX: 0.61, focalY: 0.49, x: 220 });
  expect(layer.type === "image" && layer.zoom).toBeCloseTo(1.1, 2);
  await undo(page);
  expect(await layerNamed(page, "Photo")).toMatchObject({ focalX: 0.5, zoom: 1 });

  await page.getByTestId("stage").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Zoom the picture in" }).click();
  await page.getByRole("button", { name: "Replace picture" }).click();
  await expect(page.getByRole("dialog", { name: "Choose a picture" })).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await layerNamed(page, "Photo")).toMatchObject({ zoom: 1.1 });

  // A layer without a picture is given one first.
  await page.evaluate(() => {
    const { store } = window.__nameplate ?? {};
    store?.dispatch("Take away", (doc) => ({
      ...doc,
      layers: doc.layers.map((each) =>
        each.type === "image" ? { ...each, source: { kind: "none" } } : each,
      ),
    }));
  });
  await hand.doubleClick(320, 200);
  await expect(page.getByRole("dialog", { name: "Choose a picture" })).toBeVisible();
  await expect(page.getByTestId("crop")).toHaveCount(0);
});

test("gradient on the canvas: ends turn it, stops move, come and go, each as one step beside the open editor", async ({
  page,
  account,
}) => {
  const plate = shape(box("Plate", 120, 100, 400, 200), "rectangle", { fill: linear(90, RED, BLUE) });
  await openWith(page, account, { layers: [plate], background: linear(90, "#000000", "#ffffff") });
  const hand = handOn(page);
  const fill = async () => {
    const layer = await layerNamed(page, "Plate");
    return layer.type === "shape" && layer.fill && layer.fill.kind !== "solid" ? layer.fill : null;
  };
  const offsets = async () => (await fill())?.stops.map(({ offset }) => offset);
  const stop = (index: number) =>
    page.getByRole("button", { name: new RegExp(`^Stop ${index} on the canvas`) });
  await hand.click(320, 200);
  await expect(stop(1)).toHaveCount(0);
  await page.getByRole("button", { name: /^Fill: Linear/ }).click();
  await expect(stop(2)).toBeVisible();
  const editor = page.getByRole("dialog", { name: "Fill" });

  // The knobs stand 22 px beyond the line's ends.
  await hand.drag([542, 200], [320, 380]);
  expect(await fill()).toMatchObject({ angle: 180 });
  expect(await colours(page, [320, 104], [320, 296])).toEqual([
    expect.stringMatching(/^#f[a-f\d]000[\da-f]$/),
    expect.stringMatching(/^#0[\da-f]00f/),
  ]);
  await expect(editor).toBeVisible();
  await undo(page);
  expect(await fill()).toEqual(plate.fill);

  await hand.drag([120, 200], [220, 230], async () => {
    await expect(editor.getByRole("spinbutton", { name: "Stop position" })).toHaveValue(/25/);
    expect(await offsets()).toEqual([0, 1]);
  });
  expect(await offsets()).toEqual([0.25, 1]);
  await hand.click(420, 200);
  expect(await offsets()).toEqual([0.25, 0.75, 1]);
  expect((await fill())?.stops[1]?.color).toBe("#5500aa");
  await stop(2).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await offsets()).toEqual([0.25, 0.64, 1]);
  // Past the last one: the stop stays in hand, and in its place in the list.
  await hand.drag([120 + 400 * 0.25, 200], [460, 200]);
  expect(await offsets()).toEqual([0.64, 0.85, 1]);
  expect((await fill())?.stops[1]?.color).toBe(RED);
  await page.keyboard.press("Delete");
  expect(await offsets()).toEqual([0.64, 1]);
  await page.keyboard.press("Delete");
  expect(await offsets()).toEqual([0.64, 1]);
  expect((await editorState(page)).document.layers).toHaveLength(1);
  // The two arrow keys are one step, or two on a slow machine.
  for (let step = 0; step < 6; step += 1) await undo(page);
  expect(await fill()).toEqual(plate.fill);

  // The canvas itself, with its handles pinned.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(stop(1)).toHaveCount(0);
  await hand.click(60, 370);
  await page.getByRole("button", { name: "Edit the gradient on the canvas" }).click();
  await hand.drag([0, 200], [320, 200]);
  const { background } = (await editorState(page)).document;
  expect(background).toMatchObject({ stops: [{ offset: 0.5 }, { offset: 1 }] });
  expect(await colours(page, [100, 50])).toEqual(["#000000"]);
  await hand.click(200, 250);
  await expect(stop(1)).toHaveCount(0);
});

test("eyedropper: from the canvas where the browser has none, by key and in a picker; alpha is kept", async ({
  page,
  account,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "EyeDropper"));
  const layers = [
    shape(box("Red", 40, 40, 100, 100), "rectangle", { fill: solid(RED) }),
    shape(box("Faint", 200, 40, 100, 100), "rectangle", { fill: solid("#0000ff80") }),
    text(box("Words", 360, 40, 240, 60), "Hello", { style: { fontSize: 40, color: "#111111" } }),
  ];
  await openWith(page, account, { layers, background: null });
  await settled(page);
  const hand = handOn(page);
  const pick = page.getByTestId("pick");
  const colour = async () => {
    const layer = await layerNamed(page, "Words");
    return layer.type === "text" ? layer.style.color : "";
  };
  await hand.click(400, 70);
  await page.keyboard.press("i");
  await expect(pick).toBeVisible();
  const at = await hand.point(90, 90);
  await page.mouse.move(at.x, at.y);
  await expect(pick).toContainText(RED.toUpperCase());
  await hand.click(90, 90);
  await expect(pick).toHaveCount(0);
  expect(await colour()).toBe(RED);
  expect((await editorState(page)).history.undoLabel).toBe("Pick a colour");

  // Nothing but the pattern for transparency there: it is no colour.
  await page.keyboard.press("i");
  await hand.click(320, 300);
  await expect(pick).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pick).toHaveCount(0);
  expect(await colour()).toBe(RED);

  await page.getByRole("button", { name: `Colour: ${RED}` }).click();
  const editor = page.getByRole("dialog", { name: "Colour" });
  await editor.getByRole("button", { name: "Pick a colour from the screen" }).click();
  await hand.click(250, 90);
  await expect.poll(colour).toBe("#0000ff80");
  await expect(editor).toBeVisible();
  await editor.getByRole("button", { name: "Pick a colour from the screen" }).click();
  await page.keyboard.press("Escape");
  await expect(pick).toHaveCount(0);
  await expect(editor).toBeVisible();
  await editor.getByRole("button", { name: "Pick a colour from the screen" }).click();
  const by = await hand.point(139, 90);
  await page.mouse.move(by.x, by.y);
  await page.keyboard.press("ArrowRight");
  await expect(pick).toContainText("Nothing here");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect.poll(colour).toBe(RED);
});
