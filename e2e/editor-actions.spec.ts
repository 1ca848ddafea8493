import { readPng, shareThatDiffers } from "./compare";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

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

test("styles, places and whole layers are copied; a text and a drawing come from outside", async ({
  page,
  account,
}) => {
  const hand = handOn(page);
  const stage = page.getByTestId("stage");
  const last = async () => (await editorState(page)).document.layers.at(-1);
  const paste = async (keys: string, text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await hand.click(20, 600);
    await page.keyboard.press(keys);
  };

  // From a text to a shape: the main colour, and what both have.
  await page.getByRole("treeitem", { name: /^Headline/ }).click();
  await page.keyboard.press("ControlOrMeta+Alt+c");
  await page.getByRole("treeitem", { name: /^Sun, Shape/ }).click();
  await settled(page);
  const before = await stage.screenshot();
  await page.keyboard.press("ControlOrMeta+Alt+v");
  expect(await layerNamed(page, "Sun")).toMatchObject({ fill: { kind: "solid", color: "#3b1d0f" } });
  await settled(page);
  expect(before.equals(await stage.screenshot())).toBe(false);
  expect((await editorState(page)).history.undoLabel).toBe("Paste style");

  // In place: exactly there, in another template too, with the fields it uses.
  await page.getByRole("treeitem", { name: /^Points/ }).click();
  const points = await layerNamed(page, "Points");
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+Shift+v");
  expect(await last()).toMatchObject({ name: "Points", x: points.x, y: points.y });
  await page.keyboard.press("ControlOrMeta+v");
  expect(await last()).toMatchObject({ name: "Points", x: points.x + 16, y: points.y + 16 });

  const from = { kind: "blank", width: 1200, height: 628, displayWidth: 600 } as const;
  const other = await createTemplate(page, account, { name: "Other", from });
  await openEditor(page, account, other.id);
  await page.keyboard.press("ControlOrMeta+Shift+v");
  const { document } = await editorState(page);
  expect(document.layers[0]).toMatchObject({ name: "Points", x: points.x, y: points.y });
  expect(document.fields.map(({ key, fallback }) => [key, fallback])).toEqual([["loyalty_points", "new"]]);

  // A field of the same key that holds something else is kept apart, and that is said.
  await page.keyboard.press("ControlOrMeta+z");
  await page.evaluate(() =>
    window.__nameplate?.store.dispatch("Add field", (doc) => ({
      ...doc,
      fields: [
        {
          key: "loyalty_points",
          label: "",
          type: "text",
          fallback: "",
          format: {
            trim: true,
            case: "none",
            onlyWhenOneCase: true,
            firstWordOnly: false,
            maxLength: 0,
            prefix: "",
            suffix: "",
            number: { style: "plain", currency: "USD", minimumDecimals: 0, maximumDecimals: 2 },
            date: "none",
            locale: "en-US",
          },
        },
      ],
    })),
  );
  await page.keyboard.press("ControlOrMeta+v");
  const apart = (await editorState(page)).document;
  expect(apart.fields.map(({ key, type }) => [key, type])).toEqual([
    ["loyalty_points", "text"],
    ["loyalty_points_2", "number"],
  ]);
  expect(JSON.stringify(apart.layers)).toContain("{{loyalty_points_2}}");
  await expect(page.getByText(/is now called loyalty_points_2/)).toBeVisible();

  // Words become a text layer, markup a picture, in the middle of what is in sight.
  await paste("ControlOrMeta+v", "Dear Łucja");
  expect(await last()).toMatchObject({ type: "text", runs: [{ text: "Dear Łucja" }] });
  await paste(
    "ControlOrMeta+v",
    "<svg viewBox='0 0 90 60' width='90' height='60'><rect width='90' height='60' fill='#00aa44'/></svg>",
  );
  await expect.poll(async () => (await last())?.type).toBe("image");
  const drawing = await last();
  expect(drawing).toMatchObject({ name: "drawing", source: { kind: "asset" } });
  expect((drawing?.width ?? 0) / (drawing?.height ?? 1)).toBe(1.5);
});

test("the history names each step, goes there by click and key, and takes back fields, rows and the canvas", async ({
  page,
}) => {
  const hand = handOn(page);
  const stage = page.getByTestId("stage");
  const start = (await editorState(page)).document;
  await settled(page);
  const untouched = await stage.screenshot();

  await hand.click(200, 510);
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("tab", { name: "Fields" }).click();
  await page.getByRole("button", { name: /^First name/ }).click();
  await page.getByRole("textbox", { name: "Fallback" }).fill("colleague");
  await page.getByRole("button", { name: "Sample values" }).click();
  const cyrillic = page.getByRole("grid", { name: "Sample values" }).getByRole("row").nth(4);
  await cyrillic.getByRole("gridcell").nth(1).click();
  await page.keyboard.type("O'Neil");
  await page.keyboard.press("Enter");
  await hand.click(20, 610);
  const width = page.getByRole("spinbutton", { name: "Canvas width" });
  await width.fill("1100");
  await width.press("Enter");
  const end = (await editorState(page)).document;

  await page.getByRole("tab", { name: "History" }).click();
  const steps = page.getByRole("list", { name: "Steps" }).getByRole("button");
  await expect(steps).toHaveText([
    "As it was opened",
    "Move Button label",
    "Fallback of first_name",
    "Sample value of Cyrillic",
    "Canvas size",
  ]);
  await expect(steps.nth(4)).toHaveAttribute("aria-current", "step");
  await steps.nth(0).click();
  expect((await editorState(page)).document).toEqual(start);
  await expect(steps.nth(0)).toHaveAttribute("aria-current", "step");
  await expect(steps.nth(2)).toContainText("taken back");
  await page.getByRole("button", { name: "Sample values" }).click();
  await steps.nth(0).focus();
  await page.keyboard.press("1");
  await page.keyboard.press("Shift+1");
  await page.keyboard.press("Escape");
  await page.mouse.move(5, 400);
  await settled(page);
  const [before, again] = [readPng(untouched), readPng(await stage.screenshot())];
  const whole = { x: 0, y: 0, width: before.width, height: before.height };
  expect(shareThatDiffers(before, again, whole)).toBeLessThanOrEqual(0.001);
  await steps.nth(0).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  expect((await editorState(page)).document).toEqual(end);

  // Nothing of the list is drawn again while something is dragged.
  const changes = await page.evaluateHandle(() => {
    const seen = { count: 0 };
    const list = document.querySelector("[aria-label=Steps]");
    if (list) {
      new MutationObserver((records) => {
        seen.count += records.length;
      }).observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    return seen;
  });
  await hand.drag([200, 510], [260, 480], async () => {
    expect((await changes.jsonValue()).count).toBe(0);
  });
  await expect(steps).toHaveCount(6);
  expect((await changes.jsonValue()).count).toBeGreaterThan(0);
});

test("layers are dragged into and out of groups, moved by key, searched for, and listed while they are typed", async ({
  page,
}) => {
  const hand = handOn(page);
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });
  const place = async (name: string) => {
    const box = await row(name).boundingBox();
    if (!box) throw new Error(`there is no row ${name}`);
    return box;
  };
  const tree = async () =>
    (await editorState(page)).document.layers.map((layer) =>
      layer.type === "group" ? { [layer.name]: layer.children.map(({ name }) => name) } : layer.name,
    );
  const grab = async (name: string) => {
    const box = await place(name);
    await page.mouse.move(box.x + 70, box.y + box.height / 2);
    await page.mouse.down();
  };
  await row("Button").click();
  await row("Points").click({ modifiers: ["ControlOrMeta"] });
  await page.keyboard.press("ControlOrMeta+g");
  expect((await tree()).at(-1)).not.toEqual({ Group: ["Points", "Button"] });
  await row("Group").press("ArrowLeft");
  await expect(row("Button")).toHaveCount(0);

  // Two at once, onto a folded group, which opens under them.
  const flat = await tree();
  await row("Kicker").click();
  await row("Headline").click({ modifiers: ["ControlOrMeta"] });
  await grab("Kicker");
  const group = await place("Group");
  await page.mouse.move(group.x + 70, group.y + group.height / 2, { steps: 8 });
  await expect(row("Group")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await tree()).toEqual(flat);
  await grab("Kicker");
  await page.mouse.move(group.x + 70, group.y + group.height / 2, { steps: 8 });
  await page.mouse.up();
  const inside = (await tree()).find((each) => typeof each === "object");
  expect(inside?.Group).toHaveLength(4);
  expect((await editorState(page)).history.undoLabel).toBe("Reorder");

  // Out again: under the last row of the group, drawn to the left.
  const lastInside = inside?.Group?.[0] ?? "";
  await row("Kicker").click();
  await grab("Kicker");
  const under = await place(lastInside);
  await page.mouse.move(under.x + 80, under.y + under.height - 3, { steps: 8 });
  await page.mouse.move(under.x + 12, under.y + under.height - 3, { steps: 3 });
  await expect(page.locator("[data-drop-line]")).toBeVisible();
  await page.mouse.up();
  expect((await tree()).filter((each) => each === "Kicker")).toHaveLength(1);

  // By key: in, out, forward; Enter renames and gives the focus back.
  await row("Kicker").focus();
  await page.keyboard.press("Alt+ArrowRight");
  expect((await tree()).includes("Kicker")).toBe(false);
  await expect(row("Kicker")).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  expect((await tree()).includes("Kicker")).toBe(true);
  await expect(row("Kicker")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Přelom");
  await page.keyboard.press("Enter");
  await expect(row("Přelom")).toBeFocused();

  // Found without its accents, inside its group; the list follows what is typed on the canvas.
  await page.getByRole("searchbox", { name: "Search layers" }).fill("prelom");
  await expect(page.getByRole("treeitem")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search layers" }).press("Escape");
  await page.keyboard.press("Escape");
  await hand.click(20, 610);
  await page.keyboard.press("t");
  await page.keyboard.press("t");
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("While", { delay: 15 });
  await expect(row("While")).toBeVisible();
  expect((await editorState(page)).gesture).not.toBeNull();
});
