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
