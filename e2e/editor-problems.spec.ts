import type { Page } from "@playwright/test";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { openEditor, settled, stagePixels } from "./editor-page";
import { createTemplate, expect, loadDraft, saveDraft, test } from "./fixtures";
import { editorState, handOn } from "./stage-hand";

const BLANK = { kind: "blank", width: 1200, height: 628, displayWidth: 600 } as const;

const NAME_FIELD = {
  key: "first_name",
  label: "First name",
  type: "text",
  fallback: "friend",
  format: DEFAULT_FORMAT,
} as const;

/** The panel looks when the design has come to rest; a machine that is busy takes its time. */
const LOOKED = { timeout: 30_000 };

const runs = (page: Page) => page.evaluate(() => window.__nameplate?.problemRuns() ?? -1);

const card = (page: Page, code: string) => page.locator(`[data-problem="${code}"]`);

/** Waits until the panel has looked at the document that the store holds. */
async function looked(page: Page): Promise<void> {
  await expect(async () => {
    const before = await runs(page);
    await page.waitForTimeout(700);
    expect(await runs(page)).toBe(before);
    await expect(page.getByText("Checking…")).toBeHidden();
  }).toPass(LOOKED);
}

test("problems made by hand are told, shown, mended in one step and brought back by undo", async ({
  page,
  account,
}) => {
  const { id } = await createTemplate(page, account, { name: "Problems", from: BLANK });
  const { document, revision } = await loadDraft(page, account, id);
  await saveDraft(
    page,
    account,
    id,
    {
      ...document,
      alt: "Dear {{first_name}}",
      fields: [NAME_FIELD],
      samples: [
        { id: "r1", name: "Short", values: { first_name: "Jo" } },
        { id: "r2", name: "Long", values: { first_name: "Maximiliana Alexandrina Montgomery" } },
      ],
      background: { kind: "solid", color: "#ffffff" },
    },
    revision,
  );
  await openEditor(page, account, id);
  const hand = handOn(page);
  const tab = page.getByRole("tab", { name: /^Problems/ });
  const panel = page.getByRole("tabpanel", { name: /^Problems/ });

  await test.step("a text that is too pale", async () => {
    await page.getByRole("button", { name: "Add text" }).click();
    await page.keyboard.type("Dear {{first_name}}", { delay: 10 });
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Colour, hex" }).fill("dddddd");
    await page.keyboard.press("Enter");
    await tab.click();
    const pale = card(page, "low_contrast");
    await expect(pale).toContainText("too like what lies behind it", LOOKED);
    await expect(page.getByRole("treeitem", { name: /has a problem/ })).toHaveCount(1);

    await page.evaluate(() => window.__nameplate?.store.setView({ zoom: 2, x: -2200, y: -1100 }));
    await hand.click(1150, 590);
    expect((await editorState(page)).selection).toEqual([]);
    await pale.getByRole("button", { name: /^Dear/ }).click();
    const { layers } = (await editorState(page)).document;
    expect((await editorState(page)).selection).toEqual([layers[0]?.id]);
    const view = await page.evaluate(() => window.__nameplate?.store.getState().view);
    expect(view?.zoom).toBeLessThanOrEqual(1);

    await page.evaluate(() => window.__nameplate?.store.setView({ zoom: 1, x: 0, y: 0 }));
    const before = await editorState(page);
    await settled(page);
    const [text] = before.document.layers;
    if (text?.type !== "text") throw new Error("the text is not there");
    const size = { width: 800, height: 500 };
    const shot = await stagePixels(page, size);
    await pale.getByRole("button", { name: "Use the nearest readable colour" }).click();
    await expect(pale).toHaveCount(0, LOOKED);
    await settled(page);
    expect(Buffer.from((await stagePixels(page, size)).data).equals(Buffer.from(shot.data))).toBe(false);
    const mended = (await editorState(page)).document;
    expect(mended.layers).toHaveLength(1);
    expect(mended).not.toEqual(before.document);
    await page.keyboard.press("Control+z");
    expect((await editorState(page)).document).toEqual(before.document);
    await expect(pale).toHaveCount(1, LOOKED);
    await page.keyboard.press("Control+Shift+z");
    expect((await editorState(page)).document).toEqual(mended);
    await expect(pale).toHaveCount(0, LOOKED);
  });

  await test.step("a text that one row is too long for: its row is a click away, dismissing hides it", async () => {
    await hand.click(600, 314);
    await page.getByRole("tab", { name: "Design", exact: true }).click();
    await page.getByRole("combobox", { name: "Fit" }).click();
    await page.getByRole("option", { name: "Fixed size" }).click();
    await expect(tab).toHaveText("Problems1", LOOKED);
    await tab.click();
    const over = card(page, "text_overflows");
    await expect(over.getByRole("button", { name: "Short" })).toHaveCount(0);
    await over.getByRole("button", { name: "Long" }).click();
    await expect(page.getByRole("radio", { name: "Long" })).toBeChecked();
    const shown = await page.evaluate(() => window.__nameplate?.store.getState().sampleView);
    expect(shown).toEqual({ kind: "row", id: "r2" });

    await over.getByRole("button", { name: /^Dismiss/ }).click();
    await expect(over).toHaveCount(0);
    await expect(tab).toHaveText("Problems");
    await page.reload();
    await page.getByTestId("stage").waitFor();
    await tab.click();
    await panel.getByText("1 dismissed in this browser").click(LOOKED);
    await panel.getByRole("button", { name: "Bring back" }).click();
    await expect(over).toHaveCount(1);

    await over.getByRole("button", { name: "Shrink to fit" }).click();
    await expect(over).toHaveCount(0, LOOKED);
    const layer = (await editorState(page)).document.layers[0];
    expect(layer?.type === "text" && layer.fit).toBe("shrink");
  });

  await test.step("a drag begins no look, however long it takes; the drop begins one", async () => {
    await looked(page);
    const before = await runs(page);
    await hand.drag([600, 314], [640, 200], async () => {
      await page.waitForTimeout(1500);
      expect(await runs(page)).toBe(before);
    });
    await expect.poll(() => runs(page), LOOKED).toBe(before + 1);
    await looked(page);
  });

  await test.step("what is asked before publishing is what the panel tells", async () => {
    await hand.click(640, 200);
    await page.getByRole("tab", { name: "Design", exact: true }).click();
    await page.getByRole("textbox", { name: "Colour, hex" }).fill("eeeeee");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const question = page.getByRole("dialog", { name: "Publish with problems?" });
    await expect(question.getByText("too like what lies behind it", { exact: false })).toBeVisible();
    await question.getByRole("button", { name: /^Show Dear/ }).click();
    await expect(question).toHaveCount(0);
    await tab.click();
    await expect(card(page, "low_contrast")).toHaveCount(1);
    await card(page, "low_contrast").getByRole("button", { name: "Show the control" }).click();
    await expect(page.getByRole("tab", { name: "Design", exact: true })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await expect(page.locator('[data-controls~="style.color"] :focus')).toHaveCount(1);
  });
});
