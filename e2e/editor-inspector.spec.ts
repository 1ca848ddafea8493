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
  await expect(conditions.getByRole("button", { name: /^Hide when .* is more than 1\b.*Holds for Cyrillic/ })).toBeVisible();
  await settled(page);
  expect(shown.equals(await page.getByTestId("stage").screenshot())).toBe(false);
  await page.getByRole("textbox", { name: "Condition 1, test, value" }).fill("99999999");
  await expect(conditions.getByText("Does not hold for Cyrillic")).toBeVisible();

  await conditions.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("menuitem", { name: "When … set …" }).click();
  await choose(page, "Condition 2, property", "Fill");
  await page.getByRole("textbox", { name: "Condition 2, new value, hex" }).fill("00aa44");
  await page.keyboard.press("Enter");
  await conditions.getByRole("button", { name: "Ask more" }).click();
  await choose(page, "Condition 2, how many must hold", "when any of these holds");
  expect((await rules())[1]).toMatchObject({
    when: { match: "any", tests: [{ is: "present" }, { is: "present" }] },
    then: { kind: "set", value: "#00aa44" },
  });
  await page.keyboard.press("Escape");

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
  await page.screenshot({ path: "/tmp/h/shots/text-conditions.png" });
  await handOn(page).click(5, 5);
});
