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
  expect((await editorState(page)).selection).toEqual([(await layerNamed(page, "Headline")).id]);
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
