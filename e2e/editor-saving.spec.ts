import type { Page } from "@playwright/test";
import { openEditor, openedEditor } from "./editor-page";
import { createTemplate, expect, loadDraft, saveDraft, test } from "./fixtures";
import { editorState, layerNamed } from "./stage-hand";

const BLANK = { kind: "blank", width: 1200, height: 628, displayWidth: 600 } as const;

test("offline work is kept, and saved when the connection is back", async ({ page, account, context }) => {
  const { id } = await createTemplate(page, account, { name: "Kept", from: BLANK });
  await openEditor(page, account, id);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  const state = page.getByTestId("save-state");
  await expect(state).toHaveAttribute("data-state", "offline");
  await expect(state).toHaveAccessibleName("Offline: kept on this device");
  await context.setOffline(false);
  await expect(state).toHaveAttribute("data-state", "saved", { timeout: 40_000 });
  expect((await loadDraft(page, account, id)).document.layers).toHaveLength(1);
});

test("a tab that dies before its save is answered loses nothing", async ({ page, account, context }) => {
  const { id } = await createTemplate(page, account, { name: "Killed", from: BLANK });
  await openEditor(page, account, id);
  await page.route("**/draft", (route) => route.abort());
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "offline");
  await page.close();
  const next = await context.newPage();
  await openEditor(next, account, id);
  await expect.poll(async () => (await editorState(next)).document.layers.length).toBe(1);
  // The last breath of the dying tab may have reached the server first: then there is nothing left to save.
  await expect(next.getByTestId("save-state")).toHaveAttribute("data-state", /^(saved|idle)$/);
  expect((await loadDraft(next, account, id)).document.layers).toHaveLength(1);
});

test("a save whose answer is lost is repeated and counts once", async ({ page, account }) => {
  const { id } = await createTemplate(page, account, { name: "Nguyễn", from: BLANK });
  await openEditor(page, account, id);
  const sent: string[] = [];
  await page.route("**/draft", async (route) => {
    sent.push(route.request().postDataJSON().mutationId);
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  const state = page.getByTestId("save-state");
  await expect(state).toHaveAttribute("data-state", "offline");
  const stored = await loadDraft(page, account, id);
  expect(stored.document.layers).toHaveLength(1);
  await expect(state).toHaveAttribute("data-state", "saved");
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent).size).toBe(1);
  expect(await loadDraft(page, account, id)).toEqual(stored);
});

test("two tabs on one template: neither overwrites the other unseen", async ({ page, account, context }) => {
  const { id } = await createTemplate(page, account, { name: "Twice", from: BLANK });
  await openEditor(page, account, id);
  const second = await context.newPage();
  // It hears of nothing, as where both are at work in the same moment.
  await second.route("**/presence", (route) => route.abort());
  await openEditor(second, account, id);
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "saved");
  await second.getByRole("button", { name: "Add text", exact: true }).press("Enter");
  await second.keyboard.press("Escape");
  await expect(second.getByTestId("save-state")).toHaveAttribute("data-state", "conflict");
  const types = async (tab: Page) => (await editorState(tab)).document.layers.map(({ type }) => type);
  const stored = async () => (await loadDraft(page, account, id)).document.layers.map(({ type }) => type);
  expect([await types(page), await types(second), await stored()]).toEqual([["shape"], ["text"], ["shape"]]);
  await second.getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(stored).toEqual(["text"]);
  await second.getByRole("button", { name: "Switch to it" }).click();
  await expect.poll(stored).toEqual(["shape"]);
  await second.getByRole("button", { name: "Switch to it" }).click();
  await expect.poll(stored).toEqual(["text"]);
});

for (const [choice, expected] of [
  ["Keep mine", ["Rectangle"]],
  ["Take theirs", ["Ellipse from Łódź"]],
] as const) {
  test(`a conflict: ${choice.toLowerCase()}, and the other version is one click away`, async ({
    page,
    account,
  }) => {
    const { id } = await createTemplate(page, account, { name: "Both", from: BLANK });
    await page.route("**/presence", (route) => route.abort());
    await openEditor(page, account, id);
    await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
    await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "saved");
    const { document, revision } = await loadDraft(page, account, id);
    const [layer] = document.layers;
    if (!layer) throw new Error("the rectangle was not saved");
    const theirs = { ...document, layers: [{ ...layer, name: "Ellipse from Łódź" }] };
    await saveDraft(page, account, id, theirs, revision);
    await page.getByRole("spinbutton", { name: "X", exact: true }).fill("10");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: choice }).click();
    const names = async () => (await editorState(page)).document.layers.map(({ name }) => name);
    await expect.poll(names).toEqual(expected);
    await page.getByRole("button", { name: "Switch to it" }).click();
    await expect.poll(names).not.toEqual(expected);
    await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "saved");
    expect((await loadDraft(page, account, id)).document.layers.map(({ name }) => name)).toEqual(
      await names(),
    );
  });
}

test("with the keyboard alone: add, name, move, type, publish", async ({ page, account }) => {
  const { id } = await createTemplate(page, account, { name: "Keys", from: BLANK });
  await openEditor(page, account, id);
  await page.getByTestId("stage").focus();
  await page.keyboard.press("t");
  await page.keyboard.press("t");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Xin chào, Nguyễn");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Name of the layer" }).fill("Greeting");
  await page.keyboard.press("Enter");
  const greeting = await layerNamed(page, "Greeting");
  expect(greeting.type === "text" && greeting.runs[0]?.text).toBe("Xin chào, Nguyễn");
  await page.getByTestId("stage").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Publish", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Published" })).toBeVisible();
});

test("back and forth in the browser's history: list and editor show what is true now", async ({
  page,
  account,
}) => {
  await page.goto(`/${account.workspace}`);
  await page.getByRole("button", { name: "New template" }).first().click();
  await page.getByRole("button", { name: /^E-mail hero/ }).click();
  await page.waitForURL(/\/templates\/tpl_/);
  await openedEditor(page);
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  // At once, before the save is due.
  await page.goBack();
  await expect(page.getByRole("link", { name: /Untitled/ })).toHaveCount(1);
  await page.goForward();
  await openedEditor(page);
  expect((await editorState(page)).document.layers).toHaveLength(1);
  await page.getByRole("button", { name: "Add rectangle", exact: true }).press("Enter");
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "saved");
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  expect((await loadDraft(page, account, id)).document.layers).toHaveLength(2);
  await page.goBack();
  await page.goForward();
  await openedEditor(page);
  expect((await editorState(page)).document.layers).toHaveLength(2);
});
