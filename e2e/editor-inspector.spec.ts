import type { Page } from "@playwright/test";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

const row = (page: Page, name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });

/** Chooses an option of a select. */
async function choose(page: Page, select: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: select, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("conditions: written in words, told whether they hold, ordered, undone", async ({ page }) => {
  const conditions = page.getByRole("region", { name: "Conditions" });
  const rules = async () => (await layerNamed(page, "Button")).rules;
  await row(page, "Button").click();
  await page.getByRole("radio", { name: "Cyrillic" }).click();
  await settled(page);
  const shown = await page.getByTestId("stage").screenshot();

  await conditions.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("menuitem", { name: "Hide when …" }).click();
  await choose(page, "Condition 1, test, field", "Loyalty points");
  await choose(page, "Condition 1, test, question", "is more than");
  await page.getByRole("textbox", { name: "Condition 1, test, value" }).fill("many");
  await expect(page.getByText('Expected a number such as 100, got "many"')).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Condition 1, test, value" })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await page.getByRole("textbox", { name: "Condition 1, test, value" }).fill("1");
  await expect(
    conditions.getByRole("button", { name: /^Hide when .* is more than 1\b.*Holds for Cyrillic/ }),
  ).toBeVisible();
  await settled(page);
  expect(shown.equals(await page.getByTestId("stage").screenshot())).toBe(false);
  await page.getByRole("textbox", { name: "Condition 1, test, value" }).fill("99999999");
  await expect(conditions.getByText("Does not hold for Cyrillic")).toBeVisible();

  await conditions.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("menuitem", { name: "When … set …" }).click();
  await choose(page, "Condition 2, property", "Fill colour");
  await page.getByRole("textbox", { name: "Condition 2, new value, hex" }).fill("00aa44");
  await page.keyboard.press("Enter");
  await conditions.getByRole("button", { name: "Ask more" }).click();
  await choose(page, "Condition 2, how many must hold", "when any of these holds");
  expect((await rules())[1]).toMatchObject({
    when: { match: "any", tests: [{ is: "present" }, { is: "present" }] },
    then: { kind: "set", value: "#00aa44" },
  });

  const first = conditions.getByRole("button", { name: /^Hide when/ });
  await first.focus();
  await page.keyboard.press("Alt+ArrowDown");
  expect((await rules()).map(({ then }) => then.kind)).toEqual(["set", "hide"]);
  await expect(first).toBeFocused();
  expect((await editorState(page)).history.undoLabel).toBe("Condition of Button");
  await page.keyboard.press("ControlOrMeta+z");
  expect((await rules()).map(({ then }) => then.kind)).toEqual(["hide", "set"]);
  await conditions.getByRole("button", { name: "Condition 1: more" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await conditions.getByRole("button", { name: "Condition 2: more" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  expect((await rules()).map(({ then }) => then.kind)).toEqual(["hide", "set"]);
});

test("number boxes: reckoning, each its own, the arrow keys, a drag on mark and label, proportions", async ({
  page,
}) => {
  const spin = (name: string) => page.getByRole("spinbutton", { name, exact: true });
  const button = () => layerNamed(page, "Button");
  await row(page, "Button").click();
  const before = await button();
  for (const [typed, width] of [
    ["200*2", 400],
    ["50%", 200],
    ["+10", 210],
    ["1in + 4px", 100],
  ] as const) {
    await spin("Width").fill(typed);
    await spin("Width").press("Enter");
    expect((await button()).width).toBe(width);
  }
  await spin("Width").fill("wide");
  await spin("Width").press("Enter");
  expect((await button()).width).toBe(100);
  await expect(page.getByText("wide is no number. Width stays 100.")).toBeAttached();

  await spin("X").focus();
  await page.keyboard.press("Shift+ArrowUp");
  expect((await button()).x).toBe(before.x + 10);
  await page.keyboard.press("Alt+ArrowUp");
  expect((await button()).x).toBeCloseTo(before.x + 10.1, 5);

  const scrub = async (at: { x: number; y: number }, by: number, held?: string) => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    if (held) await page.keyboard.down(held);
    await page.mouse.move(at.x + by, at.y, { steps: 8 });
    await page.mouse.up();
    if (held) await page.keyboard.up(held);
  };
  const centre = async (place: ReturnType<Page["locator"]>) => {
    const box = await place.boundingBox();
    if (!box) throw new Error("it is not there");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const y = await spin("Y").boundingBox();
  if (!y) throw new Error("the number is not there");
  await scrub({ x: y.x + 12, y: y.y + y.height / 2 }, 20);
  expect((await button()).y).toBe(before.y + 10);
  await page.keyboard.press("ControlOrMeta+z");
  expect((await button()).y).toBe(before.y);
  const opacity = await centre(page.getByRole("region", { name: "Effects" }).getByText("Opacity"));
  await scrub(opacity, -8, "Shift");
  expect((await button()).opacity).toBeCloseTo(0.6, 5);
  expect((await editorState(page)).history.undoLabel).toBe("Opacity");

  await page.getByRole("button", { name: "Keep proportions" }).click();
  const now = await button();
  await spin("Height").fill("*2");
  await spin("Height").press("Enter");
  expect(await button()).toMatchObject({ width: now.width * 2, height: now.height * 2 });
  await page.getByRole("button", { name: "Keep proportions" }).click();
});

test("several layers: every kind of control says Mixed, and what is set is set on all", async ({ page }) => {
  const both = async () => [await layerNamed(page, "Headline"), await layerNamed(page, "Kicker")] as const;
  await row(page, "Headline").click();
  await page.getByRole("switch", { name: "Underline" }).click();
  await page.getByRole("combobox", { name: "Fit", exact: true }).click();
  await page.getByRole("option", { name: "Wrap, cut with …" }).click();
  await row(page, "Kicker").click({ modifiers: ["ControlOrMeta"] });

  const [headline, kicker] = await both();
  const y = page.getByRole("spinbutton", { name: "Y", exact: true });
  await expect(y).toHaveAttribute("aria-valuetext", "Mixed");
  await y.fill("+10");
  await y.press("Enter");
  expect((await both()).map((layer) => layer.y)).toEqual([headline.y + 10, kicker.y + 10]);
  await expect(page.getByRole("button", { name: "Font family: mixed" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Colour: Mixed" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Fit", exact: true })).toHaveText("Mixed");
  const underline = page.getByRole("checkbox", { name: "Underline" });
  await expect(underline).toHaveAttribute("aria-checked", "mixed");
  await underline.click();
  await y.fill("40");
  await y.press("Enter");
  for (const layer of await both()) {
    expect(layer.y).toBe(40);
    expect(layer.type === "text" && layer.style.underline).toBe(true);
  }
});

test("what is wrong is told at its own control: codes, limits, rows, fields without a fallback; a cut paste says so", async ({
  page,
}) => {
  await page.getByRole("button", { name: "More: code" }).click();
  await page.getByRole("menuitem", { name: "Barcode" }).click();
  await choose(page, "Kind", "EAN-13");
  const content = page.getByRole("textbox", { name: "Content", exact: true });
  await content.fill("4006381333932123");
  await expect(page.getByText("16 of 13 digits: 3 too many")).toBeVisible();
  await expect(content).toHaveAccessibleDescription(/Expected 13 digits/);
  await expect(content).toHaveAttribute("aria-invalid", "true");
  await content.fill("4006381333931");
  await expect(content).not.toHaveAttribute("aria-invalid", "true");

  const room = await page.evaluate(() => window.innerHeight - 48);
  await content.evaluate((area: HTMLTextAreaElement) => area.select());
  await content.evaluate((area: HTMLTextAreaElement) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", `${"12345 67890\n".repeat(90)}`);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("80 characters did not fit and were left out.")).toBeVisible();
  expect((await content.boundingBox())?.height).toBeLessThanOrEqual(room / 3 + 1);

  await page.getByRole("button", { name: "More: chart" }).click();
  await page.getByRole("menuitem", { name: "Progress bar" }).click();
  const value = page.getByRole("textbox", { name: "Value", exact: true });
  await value.fill("120");
  await expect(value).toHaveAccessibleDescription(/120 is more than the maximum of 100/);
  await value.fill("{{loyalty_points}}");
  await expect(value).not.toHaveAccessibleDescription(/is more than/);
  await page.getByRole("radio", { name: "Cyrillic" }).click();
  await expect(value).toHaveAccessibleDescription(/For Cyrillic: 3900 is more than the maximum of 100/);

  await row(page, "Headline").click();
  await page.getByRole("textbox", { name: "Whole phrase when data is missing" }).fill("");
  await page.getByRole("tab", { name: "Fields" }).click();
  await page.getByRole("button", { name: /^First name/ }).click();
  await page.getByRole("textbox", { name: "Fallback" }).fill("");
  await expect(page.getByText("People without a value read “Thank you, !”.")).toBeVisible();
  await page.getByRole("button", { name: "Write a fallback" }).click();
  await page.keyboard.type("friend");
  await expect(page.getByText("People without a value read")).toHaveCount(0);
});

test("a colour follows a field; the time zone is one of all", async ({ page }) => {
  await page.getByRole("tab", { name: "Fields" }).click();
  await page.getByRole("button", { name: "Add field" }).click();
  await page.getByRole("textbox", { name: "Field name" }).fill("Brand colour");
  await page.keyboard.press("Tab");
  await choose(page, "Field type", "Colour");
  await page.getByRole("textbox", { name: "Fallback" }).fill("#00aa44");
  await page.getByRole("tab", { name: "Layers" }).click();
  await row(page, "Button").click();
  await page.getByRole("radio", { name: "Cyrillic" }).click();
  await settled(page);
  const before = await page.getByTestId("stage").screenshot();
  await page.getByRole("button", { name: "Take a property from a field" }).click();
  await page.getByRole("menuitem", { name: "Fill colour", exact: true }).click();
  expect((await layerNamed(page, "Button")).bindings).toEqual([{ path: "fill.color", key: "brand_colour" }]);
  await expect(page.getByRole("button", { name: "Comes from Brand colour" })).toBeVisible();
  await settled(page);
  expect(before.equals(await page.getByTestId("stage").screenshot())).toBe(false);
  await page.keyboard.press("ControlOrMeta+z");
  expect((await layerNamed(page, "Button")).bindings).toEqual([]);

  await handOn(page).click(5, 5);
  await page.getByRole("combobox", { name: "Time zone" }).click();
  await page.getByPlaceholder("Search cities or offsets").fill("st johns");
  await page.keyboard.press("Enter");
  expect((await editorState(page)).document.timeZone).toBe("America/St_Johns");
});
