import type { Page } from "@playwright/test";
import type { Box, Pixels } from "./compare";
import { openEditor, settled, setView, stagePixels } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

/** As much of the canvas as is on the stage at 100 %, px. */
const SEEN = { width: 840, height: 628 };

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

const undoLabel = async (page: Page) => (await editorState(page)).history.undoLabel;

/** The runs of a text as the canvas shows them, what is being typed included. */
async function runsOf(page: Page, name: string) {
  const { document, gesture } = await editorState(page);
  const layer = (gesture?.document ?? document).layers.find((each) => each.name === name);
  if (layer?.type !== "text") throw new Error(`${name} is no text`);
  return layer.runs;
}

/** The box around every pixel in which two pictures of one size differ; null when none does. */
function changedBox(one: Pixels, other: Pixels): Box | null {
  let [left, top, right, bottom] = [one.width, one.height, -1, -1];
  for (let at = 0; at < one.data.length; at += 4) {
    const differs = [0, 1, 2].some((c) => Math.abs((one.data[at + c] ?? 0) - (other.data[at + c] ?? 0)) > 24);
    if (!differs) continue;
    const [x, y] = [(at / 4) % one.width, Math.floor(at / 4 / one.width)];
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ];
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Types over all of the text "Points" on the canvas and stays in it. */
async function typeOver(page: Page, text: string): Promise<void> {
  await handOn(page).doubleClick(200, 412);
  await expect(page.getByRole("textbox", { name: "Text of Points" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text, { delay: 10 });
}

/** The canvas without any frame or caret on it. */
async function bareCanvas(page: Page): Promise<Pixels> {
  await page.evaluate(() => window.__nameplate?.store.select([]));
  const clear = await handOn(page).point(20, 610);
  await page.mouse.move(clear.x, clear.y);
  await page.mouse.move(2, 2);
  await settled(page);
  return stagePixels(page, SEEN);
}

/** Quicker than the browser tells of the caret: each press counts all the same. */
async function press(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

test("looks of selected letters: keys, bar and panel, one step each, pixels where the letters are", async ({
  page,
}) => {
  const toolbar = page.getByRole("toolbar", { name: "Look of the selected text" });
  await setView(page, { zoom: 1, x: 20, y: 20 });
  await typeOver(page, "Good evening friends");
  expect(await toolbar.count()).toBe(0);
  // The headline and the name on the card; what lies over the canvas has to be there before it is compared.
  await expect(page.getByTestId("field-chips").locator("span")).toHaveCount(2);
  const plain = await bareCanvas(page);
  const layer = await layerNamed(page, "Points");

  await handOn(page).doubleClick(200, 412);
  await page.keyboard.press("Home");
  await press(page, "ArrowRight", "Good ".length);
  await press(page, "Shift+ArrowRight", "evening".length);
  await expect(toolbar).toBeVisible();
  const selected = await page.evaluate(() => {
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    const stage = document.querySelector("[data-testid=stage]")?.getBoundingClientRect();
    return box && stage ? { left: box.left - stage.left - 20, right: box.right - stage.left - 20 } : null;
  });
  await page.keyboard.press("ControlOrMeta+u");
  expect(await undoLabel(page)).toBe("Underline");
  await toolbar.getByRole("button", { name: "Colour of the selected text", exact: false }).click();
  await page.getByRole("textbox", { name: "Hex colour" }).fill("00aa44");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  expect((await runsOf(page, "Points")).map(({ text, style }) => [text, style])).toEqual([
    ["Good ", {}],
    ["evening", { underline: true, color: "#00aa44" }],
    [" friends", {}],
  ]);
  const changed = changedBox(plain, await bareCanvas(page));
  if (!changed || !selected) throw new Error("nothing changed");
  const outside = {
    left: selected.left - 2 > changed.x,
    right: changed.x + changed.width > selected.right + 2,
    top: layer.y - 4 > changed.y,
    bottom: changed.y + changed.height > layer.y + layer.height + 4,
  };
  expect(outside, JSON.stringify({ changed, selected, layer: { y: layer.y, height: layer.height } })).toEqual(
    {
      left: false,
      right: false,
      top: false,
      bottom: false,
    },
  );

  await handOn(page).doubleClick(200, 412);
  await page.keyboard.press("ControlOrMeta+a");
  await expect(page.getByRole("button", { name: "Colour: Mixed" })).toBeVisible();
  await expect(toolbar.getByRole("button", { name: "Underline" })).toHaveAttribute("aria-pressed", "mixed");
  await page.keyboard.press("ControlOrMeta+b");
  expect((await runsOf(page, "Points")).every(({ style }) => style.fontWeight === 700)).toBe(true);
  const size = page.getByRole("spinbutton", { name: "Size of the selected text" });
  await size.fill("*2");
  await size.press("Enter");
  expect(await undoLabel(page)).toBe("Text size");
  await page.getByRole("textbox", { name: "Text of Points" }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  expect((await runsOf(page, "Points")).some(({ style }) => "fontWeight" in style)).toBe(false);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  expect((await runsOf(page, "Points")).every(({ style }) => style.fontWeight === 700)).toBe(true);
  await page.keyboard.press("ControlOrMeta+a");
  await toolbar.getByRole("button", { name: "Clear formatting" }).click();
  expect(await runsOf(page, "Points")).toEqual([{ text: "Good evening friends", style: {} }]);

  await page.keyboard.press("End");
  await page.keyboard.press("ControlOrMeta+u");
  await page.keyboard.type("!?", { delay: 10 });
  expect((await runsOf(page, "Points")).at(-1)).toEqual({ text: "!?", style: { underline: true } });
});

test("fields are chips: whole in caret, mark and delete; what they are is told; a paste makes them", async ({
  page,
}) => {
  const text = async () => (await runsOf(page, "Points")).map((run) => run.text).join("");
  const box = page.getByTestId("text-editor");
  await typeOver(page, "Hi {{loyal");
  await page.getByRole("option", { name: /Loyalty points/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" ok", { delay: 10 });
  expect(await text()).toBe("Hi {{loyalty_points}} ok");

  await press(page, "ArrowLeft", 4);
  await page.keyboard.type("X", { delay: 10 });
  expect(await text()).toBe("Hi X{{loyalty_points}} ok");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("tooltip")).toContainText("Loyalty points");
  await page.keyboard.press("ControlOrMeta+b");
  expect((await runsOf(page, "Points"))[1]).toMatchObject({
    text: "{{loyalty_points}}",
    style: { fontWeight: 700 },
  });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Backspace");
  expect(await text()).toBe("Hi X ok");
  await page.keyboard.press("ControlOrMeta+z");
  expect(await text()).toBe("Hi X{{loyalty_points}} ok");

  const chip = box.locator("[data-chip=loyalty_points]");
  await chip.hover();
  await expect(page.getByRole("tooltip")).toContainText(/Without a value|No fallback/);
  await chip.click();
  await expect(page.getByRole("textbox", { name: "Field key" })).toHaveValue("loyalty_points");
  await expect(box).toBeFocused();
  await page.keyboard.press("Delete");
  expect(await text()).toBe("Hi X ok");

  await box.evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/plain", ", {{first_name}} of {{team_name}}");
    const init = { inputType: "insertFromPaste", dataTransfer: data, bubbles: true, cancelable: true };
    element.dispatchEvent(new InputEvent("beforeinput", init));
  });
  await expect(box.locator("[data-chip]")).toHaveCount(2);
  expect((await editorState(page)).document.fields.map(({ key }) => key)).toContain("team_name");
  await page.keyboard.press("End");
  await page.keyboard.type(" {{Shoe size", { delay: 10 });
  await page.getByRole("option", { name: /New field: Shoe size/ }).waitFor();
  await page.keyboard.press("Enter");
  expect(await text()).toContain("{{shoe_size}}");
  expect((await editorState(page)).document.fields.at(-1)).toMatchObject({
    key: "shoe_size",
    label: "Shoe size",
  });
});

test("while the canvas shows names, fields are told from words; with values and in what is sent they are not", async ({
  page,
}) => {
  const chips = page.getByTestId("field-chips");
  await page.getByRole("radio", { name: "Fields", exact: true }).click();
  await settled(page);
  await expect(chips.locator("span").first()).toBeVisible();
  const headline = await layerNamed(page, "Headline");
  const at = await handOn(page).point(headline.x, headline.y);
  const marks = await chips
    .locator("span")
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  expect(marks.some(({ left, top }) => left >= at.x - 2 && top >= at.y - 2)).toBe(true);
  await page.getByRole("radio", { name: "Cyrillic" }).click();
  await expect(chips).toHaveCount(0);
});

test("emoji, Arabic and an input method: what is typed is what is there", async ({ page, context }) => {
  const text = async () => (await runsOf(page, "Points")).map((run) => run.text).join("");
  await typeOver(page, "مرحبا ");
  await page.keyboard.insertText("👩‍👩‍👧");
  await page.keyboard.type("{{first_name}}", { delay: 10 });
  await page.keyboard.press("Backspace");
  expect(await text()).toBe("مرحبا 👩‍👩‍👧");
  await page.keyboard.press("Backspace");
  expect(await text()).toBe("مرحبا ");
  const session = await context.newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.imeSetComposition", { text: "日本", selectionStart: 2, selectionEnd: 2 });
  await session.send("Input.insertText", { text: "日本" });
  await expect.poll(text).toBe("مرحبا 日本");
});
