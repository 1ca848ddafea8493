import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

test("the palette finds and does everything by keyboard alone, and gives the focus back", async ({
  page,
}) => {
  const stage = page.getByTestId("stage");
  const search = page.getByRole("combobox", { name: "Search actions" });
  const choose = async (words: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(search).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await expect(search).toHaveCount(0);
  };
  await handOn(page).click(200, 510);
  const label = await layerNamed(page, "Button label");
  const before = (await editorState(page)).document.layers.length;
  const pixels = await stage.screenshot();

  await choose("clone");
  await expect(stage).toBeFocused();
  expect((await editorState(page)).document.layers.length).toBe(before + 1);
  await settled(page);
  expect(pixels.equals(await stage.screenshot())).toBe(false);
  await page.keyboard.press("ControlOrMeta+z");

  await choose("headline");
  await expect
    .poll(async () => (await editorState(page)).selection)
    .toEqual([(await layerNamed(page, "Headline")).id]);
  await choose("loyalty_points");
  await expect(page.getByRole("textbox", { name: "Field key" })).toHaveValue("loyalty_points");
  await choose("cyrillic");
  await expect(page.getByRole("radio", { name: "Cyrillic" })).toBeChecked();

  // What was chosen lately comes first; what cannot be done says what it needs.
  await page.evaluate(() => window.__nameplate?.store.select([]));
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option").first()).toContainText(
    "Cyrillic",
  );
  await page.keyboard.type("delete");
  const blocked = page.getByRole("option", { name: /^Delete/ });
  await expect(blocked).toHaveAttribute("aria-disabled", "true");
  await expect(blocked).toContainText("Select a layer that is not locked.");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("align");
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/^\d+ results$/);
  await page.keyboard.press("Escape");
  await expect(stage).toBeFocused();

  // While a text is typed in, and from the button of the bar.
  await page.evaluate((id) => window.__nameplate?.store.editText(id), label.id);
  await page.getByTestId("text-editor").focus();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("Escape");
  const button = page.getByRole("button", { name: "Search actions" });
  await button.click();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("the page of shortcuts lists what the actions say, and finds among it", async ({ page }) => {
  const stage = page.getByTestId("stage");
  await handOn(page).click(200, 510);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("heading", { level: 3 })).toContainText(["Add", "Edit", "Selection"]);
  await sheet.getByRole("searchbox", { name: "Search shortcuts" }).fill("in place");
  await expect(sheet.getByRole("term")).toHaveText(["Paste in place"]);
  await expect(sheet.getByRole("definition")).toHaveText(["CtrlShiftV"]);
  await sheet.getByRole("searchbox").fill("nothing of the kind");
  await expect(sheet.getByText("No shortcut is called")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(stage).toBeFocused();
});

test("the menu on the canvas: by pointer and by key, through to what lies beneath, and the focus comes back", async ({
  page,
}) => {
  const hand = handOn(page);
  const stage = page.getByTestId("stage");
  const menu = page.getByRole("menu").first();
  const item = (name: string | RegExp) => page.getByRole("menuitem", { name });
  const order = async () => (await editorState(page)).document.layers.map(({ name }) => name);

  // By key, at the selection, though something lies over its middle.
  await page.getByRole("treeitem", { name: /^Button, Shape/ }).click();
  const button = await layerNamed(page, "Button");
  await stage.focus();
  await page.keyboard.press("Shift+F10");
  await expect(menu).toBeVisible();
  expect((await editorState(page)).selection).toEqual([button.id]);
  const at = await hand.point(button.x + button.width / 2, button.y + button.height / 2);
  const box = await menu.boundingBox();
  expect(Math.abs((box?.x ?? 0) - at.x)).toBeLessThan(8);
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(stage).toBeFocused();
  await page.keyboard.press("ContextMenu");
  await item(/^Bring to front/).press("Enter");
  await expect.poll(async () => (await order()).at(-1)).toBe("Button");
  await expect(stage).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");

  // By pointer: what is under it, the front one first.
  const point = await hand.point(200, 510);
  await page.mouse.click(point.x, point.y, { button: "right" });
  await item("Select layer").hover();
  const under = page.getByRole("menu").nth(1);
  await expect(under).toBeVisible();
  expect((await under.getByRole("menuitem").allTextContents()).slice(0, 2)).toEqual([
    "Button label",
    "Button",
  ]);
  await under.getByRole("menuitem", { name: "Button", exact: true }).click();
  await expect.poll(async () => (await editorState(page)).selection).toEqual([button.id]);

  // Lock says what it will do; align moves and shows.
  await settled(page);
  const before = await stage.screenshot();
  await page.keyboard.press("Shift+F10");
  await item("Align").press("ArrowRight");
  await item(/^Align right/).press("Enter");
  await expect.poll(async () => (await layerNamed(page, "Button")).x).toBe(1200 - button.width);
  await settled(page);
  expect(before.equals(await stage.screenshot())).toBe(false);
  await page.keyboard.press("Shift+F10");
  await item(/^Lock\b/).press("Enter");
  await expect.poll(async () => (await layerNamed(page, "Button")).locked).toBe(true);
  await page.keyboard.press("Shift+F10");
  await expect(item(/^Delete/)).toHaveCount(0);
  await item(/^Unlock/).press("Enter");
  await expect.poll(async () => (await layerNamed(page, "Button")).locked).toBe(false);

  // A name is typed where the menu left it, and the row has the focus afterwards.
  await page.keyboard.press("Shift+F10");
  await item(/^Rename/).press("Enter");
  await expect(page.getByRole("textbox", { name: "Name of the layer" })).toBeFocused();
  await page.keyboard.type("Knopf");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("treeitem", { name: /^Knopf/ })).toBeFocused();
});
