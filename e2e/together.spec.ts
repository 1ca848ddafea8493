import type { Page } from "@playwright/test";
import { openEditor, settled, stagePixels } from "./editor-page";
import { createTemplate, expect, loadDraft, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

const BLANK = { kind: "blank", width: 600, height: 400, displayWidth: 600 } as const;

/** Longer than a tab waits between two words to the server. */
const BEAT = { timeout: 30_000 };

test("two tabs: each knows of the other, sees its work arrive, and loses none of its own", async ({
  page,
  account,
  context,
}) => {
  const { id } = await createTemplate(page, account, { name: "Together", from: BLANK });
  await openEditor(page, account, id);
  const second = await context.newPage();
  await openEditor(second, account, id);
  const company = (tab: Page) =>
    tab.getByRole("button", { name: "Also here: You have it open in another tab." });
  const types = async (tab: Page) => (await editorState(tab)).document.layers.map(({ type }) => type);
  const stored = async () => (await loadDraft(page, account, id)).document.layers.map(({ type }) => type);
  const state = (tab: Page) => tab.getByTestId("save-state");

  await test.step("at the moment of opening", async () => {
    await expect(company(second)).toBeVisible();
    await expect(second.getByText("You have it open in another tab.").first()).toBeVisible();
    await expect(company(page)).toBeVisible(BEAT);
  });

  await test.step("what one saves arrives in the other, which had nothing unsaved", async () => {
    for (const tab of [page, second]) {
      await tab.evaluate(() => window.__nameplate?.store.setView({ zoom: 1, x: 20, y: 20 }));
      await settled(tab);
    }
    const empty = await stagePixels(second, BLANK);
    await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
    await expect(state(page)).toHaveAttribute("data-state", "saved");
    await expect.poll(() => types(second), BEAT).toEqual(["shape"]);
    await expect(
      second.getByText("You changed this template in another tab.", { exact: false }),
    ).toBeVisible();
    await settled(second);
    const arrived = await stagePixels(second, BLANK);
    expect(Buffer.from(arrived.data).equals(Buffer.from(empty.data))).toBe(false);
    // Nothing was saved for it, and what arrived is a step that can be taken back.
    await expect(state(second)).toHaveAttribute("data-state", /^(idle|saved)$/);
    expect((await editorState(second)).history).toMatchObject({
      canUndo: true,
      undoLabel: "Changes made elsewhere",
    });
    expect(await loadDraft(page, account, id)).toMatchObject({ revision: 2 });
  });

  await test.step("in the middle of a drag nothing is put in its place", async () => {
    const shape = await layerNamed(second, "Rectangle");
    const middle = [shape.x + shape.width / 2, shape.y + shape.height / 2] as const;
    await handOn(second).click(...middle);
    const hand = handOn(second);
    await hand.drag(middle, [middle[0] + 30, middle[1]], async () => {
      await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
      await expect(state(page)).toHaveAttribute("data-state", "saved");
      await expect.poll(stored).toEqual(["shape", "shape"]);
      expect(await types(second)).toEqual(["shape"]);
    });
    // Now both have changed it: neither version goes unseen.
    await expect(state(second)).toHaveAttribute("data-state", "conflict");
    expect(await stored()).toEqual(["shape", "shape"]);
    await second.getByRole("button", { name: "Take theirs" }).click();
    await expect.poll(() => types(second)).toEqual(["shape", "shape"]);
    await second.getByRole("button", { name: "Let it go" }).click();
  });

  await test.step("who leaves is gone", async () => {
    await second.close({ runBeforeUnload: false });
    await expect(company(page)).toHaveCount(0, { timeout: 60_000 });
  });
});

test("without a connection the work goes on, is kept over a reload, and is saved afterwards", async ({
  page,
  account,
  context,
}) => {
  const { id } = await createTemplate(page, account, { name: "On the train", from: BLANK });
  await openEditor(page, account, id);
  const state = page.getByTestId("save-state");
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  await expect(state).toHaveAttribute("data-state", "saved");
  await settled(page);

  await context.setOffline(true);
  await page.getByRole("button", { name: "Add text", exact: true }).press("Enter");
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Written on the train");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(state).toHaveAccessibleName("Offline: kept on this device");
  await expect(page.getByTestId("announced")).toContainText("Offline.");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  const bare = async (tab: Page) => {
    await tab.evaluate(() => {
      window.__nameplate?.store.select([]);
      window.__nameplate?.store.setView({ zoom: 1, x: 20, y: 20 });
    });
    await settled(tab);
    return Buffer.from((await stagePixels(tab, BLANK)).data);
  };
  const offline = await bare(page);
  const { document } = await editorState(page);
  expect(document.layers).toHaveLength(2);

  // There is no page without a connection, and whoever asks for it in vain comes back later.
  await page.reload().catch(() => undefined);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await openEditor(later, account, id);
  await expect.poll(async () => (await editorState(later)).document).toEqual(document);
  await expect(later.getByTestId("save-state")).toHaveAttribute("data-state", /^(saved|idle)$/, {
    timeout: 40_000,
  });
  expect((await loadDraft(later, account, id)).document).toEqual(document);
  expect((await bare(later)).equals(offline)).toBe(true);
});
