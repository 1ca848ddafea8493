import type { Locator, Page } from "@playwright/test";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { openEditor, settled } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, publish, test } from "./fixtures";
import { handOn, layerNamed } from "./stage-hand";

test.use({ viewport: { width: 1440, height: 900 } });

/** The design with all its sizes, which of them is at hand, and where the view is. */
async function design(page: Page): Promise<{ design: Document; sizeId: string | null; shown: Document }> {
  const state = await page.evaluate(() => {
    const { design, sizeId, document } = window.__nameplate?.store.getState() ?? {};
    return design && document && sizeId !== undefined ? { design, sizeId, shown: document } : null;
  });
  if (!state) throw new Error("the editor is not there");
  return state;
}

async function opened(page: Page, account: Account): Promise<string> {
  const template = await createTemplate(page, account, {
    from: { kind: "starter", id: "loyalty-thank-you" },
  });
  await openEditor(page, account, template.id);
  return template.id;
}

const tab = (page: Page, name: RegExp | string) => page.getByRole("tab", { name });

async function addPreset(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Add a size" }).click();
  await page.getByRole("button", { name }).click();
  await settled(page);
}

test("a story of one's own: the heading is moved there, marked, reset, and undone", async ({
  page,
  account,
}) => {
  const id = await opened(page, account);
  const hand = handOn(page);
  const before = (await design(page)).design;
  await addPreset(page, /^Story/);
  expect(await design(page)).toMatchObject({ sizeId: "story", shown: { width: 1080, height: 1920 } });
  await expect(tab(page, /^Story/)).toHaveAttribute("aria-selected", "true");

  const heading = await layerNamed(page, "Headline");
  const [x, y] = [heading.x + heading.width / 2, heading.y + heading.height / 2];
  const paints = await page.evaluate(() => window.__nameplate?.paints());
  await page.keyboard.down("Control");
  await hand.drag([x, y], [x, y + 400]);
  await page.keyboard.up("Control");
  const moved = await design(page);
  expect(findLayer(moved.shown, heading.id)?.y).toBeCloseTo(heading.y + 400, 0);
  expect(moved.design.layers).toEqual(before.layers);
  expect(Object.keys(moved.design.variants[0]?.overrides ?? {})).toEqual([heading.id]);
  expect(await page.evaluate(() => window.__nameplate?.paints())).toBe(paints);

  // Marked where it is edited, in the list of layers and at the size.
  await expect(page.getByRole("button", { name: "Reset y to the design" })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: /Headline.*differs from the design/ })).toBeVisible();
  await expect(tab(page, /^Story.*1 property of its own/)).toBeVisible();

  // Words are everybody's.
  await hand.doubleClick(x, y + 400);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Hello");
  await page.keyboard.press("Escape");
  const said = await design(page);
  expect(findLayer(said.design, heading.id)).toMatchObject({
    runs: [{ text: "Hello" }],
    y: findLayer(before, heading.id)?.y,
  });
  await expect
    .poll(async () => findLayer((await loadDraft(page, account, id)).document, heading.id))
    .toMatchObject({ runs: [{ text: "Hello" }] });

  await page.getByRole("button", { name: "Reset y to the design" }).click();
  expect((await design(page)).design.variants[0]?.overrides).toEqual({});
  await expect(page.getByRole("button", { name: "Reset y to the design" })).toBeHidden();
  await page.keyboard.press("Control+z");
  expect(Object.keys((await design(page)).design.variants[0]?.overrides ?? {})).toEqual([heading.id]);

  // Back past the size itself: the design is at hand again, as it was.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+z");
  const back = await design(page);
  expect(back).toMatchObject({ sizeId: null, shown: { width: before.width } });
  expect(back.design).toEqual(before);
  await settled(page);
  await page.keyboard.press("Control+Shift+z");
  expect((await design(page)).design.variants).toHaveLength(1);
});

test("the strip: keys, names, order, copies, measures, and the way back from a deletion", async ({
  page,
  account,
}) => {
  await opened(page, account);
  const before = (await design(page)).design;
  await addPreset(page, /^Story/);
  await addPreset(page, /^Square/);
  const names = async () => (await design(page)).design.variants.map(({ name }) => name).join();
  expect(await names()).toBe("Story,Square");

  await page.getByTestId("stage").focus();
  await page.keyboard.press("Alt+PageUp");
  expect((await design(page)).sizeId).toBe("story");
  await page.keyboard.press("Alt+PageDown");
  await page.keyboard.press("Alt+PageDown");
  expect((await design(page)).sizeId).toBeNull();

  // The row of tabs by keys alone: End takes the last one, F2 names it, Alt with an arrow moves it.
  await tab(page, /^Design 1200/).focus();
  await page.keyboard.press("End");
  await expect(tab(page, /^Square/)).toBeFocused();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Name of the size" }).fill("Feed");
  await page.keyboard.press("Enter");
  await expect(tab(page, /^Feed/)).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  expect(await names()).toBe("Feed,Story");

  const [feed, story] = [await tab(page, /^Feed/).boundingBox(), await tab(page, /^Story/).boundingBox()];
  if (!feed || !story) throw new Error("the tabs are not there");
  await page.mouse.move(feed.x + feed.width / 2, feed.y + feed.height / 2);
  await page.mouse.down();
  await page.mouse.move(story.x + story.width - 4, story.y + story.height / 2, { steps: 6 });
  await page.mouse.up();
  expect(await names()).toBe("Story,Feed");

  await page.getByRole("button", { name: "More for Feed" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  expect(await names()).toBe("Story,Feed,Feed 2");
  await tab(page, /^Feed 2/).focus();
  await page.keyboard.press("Delete");
  expect(await design(page)).toMatchObject({ sizeId: null });
  expect(await names()).toBe("Story,Feed");
  await page.keyboard.press("Control+z");
  expect(await names()).toBe("Story,Feed,Feed 2");

  // Measures of the size at hand, in the panel of the canvas; the design keeps its own.
  await tab(page, /^Story/).click();
  await page.getByRole("button", { name: "Swap width and height" }).click();
  expect(await design(page)).toMatchObject({
    shown: { width: 1920, height: 1080 },
    design: { width: before.width, height: before.height },
  });
  await page.getByRole("spinbutton", { name: "Canvas width" }).fill("900");
  await page.keyboard.press("Enter");
  await expect(tab(page, /^Story 900 × 1080/)).toBeVisible();

  await page.getByRole("button", { name: "Add a size" }).click();
  await page.getByRole("spinbutton", { name: "Width of the new size" }).fill("640");
  await page.getByRole("spinbutton", { name: "Height of the new size" }).fill("200");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  expect((await design(page)).shown).toMatchObject({ width: 640, height: 200 });
});

/** What a picture of the page shows, of its own pixels: nothing of how the page draws around it. */
function picturePixels(picture: Locator): Promise<string> {
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL();
  });
}

test("side by side: what one size shows is painted anew only where it changed", async ({ page, account }) => {
  await opened(page, account);
  await addPreset(page, /^Story/);
  await addPreset(page, /^Square/);
  const hand = handOn(page);
  await page.getByRole("button", { name: "Show all sizes side by side" }).click();
  const rail = page.getByTestId("all-sizes");
  await expect(rail.getByRole("button")).toHaveCount(3);
  const painted = (name: RegExp) =>
    rail.getByRole("button", { name }).locator("img").getAttribute("data-paints");
  await expect.poll(() => painted(/Edit: Design/)).not.toBeNull();
  await expect.poll(() => painted(/Edit: Story/)).not.toBeNull();
  await settled(page);
  const first = [await painted(/Edit: Design/), await painted(/Edit: Story/)];
  const look = () => picturePixels(rail.getByRole("button", { name: /Edit: Story/ }).locator("img"));
  const story = await look();

  const heading = await layerNamed(page, "Headline");
  const [x, y] = [heading.x + heading.width / 2, heading.y + heading.height / 2];
  await page.keyboard.down("Control");
  await hand.drag([x, y], [x + 40, y + 40]);
  await page.keyboard.up("Control");
  await settled(page);
  expect([await painted(/Edit: Design/), await painted(/Edit: Story/)]).toEqual(first);
  expect(await look()).toBe(story);

  // A colour is everybody's: the others follow when it is set.
  await page.evaluate((id) => {
    const { store } = window.__nameplate ?? {};
    store?.select([id]);
  }, heading.id);
  await page.getByRole("spinbutton", { name: "Opacity", exact: true }).fill("20");
  await page.keyboard.press("Enter");
  // Its address may change while it is read.
  await expect(async () => expect(await look()).not.toBe(story)).toPass({ timeout: 15_000 });
  await expect.poll(() => painted(/Edit: Design/)).not.toBe(first[0]);

  await rail.getByRole("button", { name: /Edit: Story/ }).focus();
  await page.keyboard.press("Enter");
  expect((await design(page)).sizeId).toBe("story");
  await expect(rail.getByRole("button", { name: /On the canvas: Story/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
});

test("sharing a size: the address, the HTML and the picture say which", async ({ page, account }) => {
  const id = await opened(page, account);
  await addPreset(page, /^Story/);
  await expect.poll(async () => (await loadDraft(page, account, id)).document.variants.length).toBe(1);
  await publish(page, account, id);
  await openEditor(page, account, id);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Size of the picture" }).click();
  await page.getByRole("option", { name: /^Story/ }).click();
  await dialog.getByRole("radio", { name: "2×" }).click();
  await expect(dialog).toContainText(/\?_size=story&_scale=2/);
  await expect(dialog).toContainText('width="1080" height="1920"');
  // A PNG loses nothing, so there is nothing to weigh; three times a story is more than a picture can have.
  await expect(dialog.getByRole("combobox", { name: "Weight of the file" })).toBeHidden();
  await expect(dialog.getByRole("radio", { name: "3×" })).toBeHidden();
  await dialog.getByRole("radio", { name: "JPG" }).click();
  await dialog.getByRole("combobox", { name: "Weight of the file" }).click();
  await page.getByRole("option", { name: "At most 100 kB" }).click();
  await expect(dialog).toContainText(/_size=story&_scale=2&_kb=100/);
  const picture = dialog.getByTestId("live-picture");
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]), {
      // Eight megapixels whose weight is tried out.
      timeout: 60_000,
    })
    .toEqual([2160, 3840]);
});
