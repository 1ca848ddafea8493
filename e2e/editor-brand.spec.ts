import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { readPng } from "./compare";
import { openEditor, openedEditor } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, SAME_ORIGIN, saveDraft, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

const CANVAS = { width: 600, height: 300 };

/** A template with a rectangle and a text on it. */
async function newTemplate(page: Page, account: Account): Promise<string> {
  const { id } = await createTemplate(page, account, {
    from: { kind: "blank", ...CANVAS, displayWidth: 300 },
  });
  const { document, revision } = await loadDraft(page, account, id);
  const plate = ENTRIES.shape.create("plate", CANVAS);
  const title = ENTRIES.text.create("title", CANVAS);
  const layers: Document["layers"] = [
    { ...plate, name: "Plate", x: 40, y: 40, width: 200, height: 200 },
    { ...title, name: "Title", x: 300, y: 40, width: 260, height: 60 },
  ];
  await saveDraft(page, account, id, { ...document, layers }, revision);
  return id;
}

/** The colour of a link's picture at a point of the canvas. */
async function colourAt(page: Page, key: string, x: number, y: number): Promise<string> {
  const answer = await page.request.get(`/i/${key}.png?_=${Date.now()}`);
  const { width, data } = readPng(await answer.body());
  const scale = width / CANVAS.width;
  const at = (Math.round(y * scale) * width + Math.round(x * scale)) * 4;
  return [...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, "0")).join("");
}

test("a colour of the kit: made, used, published, changed; the draft follows, the link when published again", async ({
  page,
  account,
}) => {
  const id = await newTemplate(page, account);
  await page.goto(`/${account.workspace}/brand`);
  await page.getByRole("button", { name: "Add colour" }).click();
  const name = page.getByRole("textbox", { name: /^Colour name/ });
  await expect(name).toBeFocused();
  await page.keyboard.type("House ink");
  await page.keyboard.press("Enter");
  const hex = page.getByRole("textbox", { name: "House ink, hex" });
  await hex.fill("cc2255");
  await hex.press("Enter");
  const kitColors = async () => {
    const answer = await page.request.get(`/api/w/${account.workspace}/brand`);
    const { kit } = await answer.json();
    return kit.colors.map((each: { name: string; color: string }) => `${each.name} ${each.color}`);
  };
  await expect.poll(kitColors).toEqual(["House ink #cc2255"]);

  // The first logo of a kit that has none.
  await page.getByRole("button", { name: "Add logo" }).click();
  const logo = new PNG({ width: 8, height: 8 });
  await page
    .getByRole("dialog", { name: "Choose a logo" })
    .getByLabel("Upload a logo: files")
    .setInputFiles({ name: "Mark.png", mimeType: "image/png", buffer: PNG.sync.write(logo) });
  await expect(page.getByRole("textbox", { name: "Logo name: Mark" })).toBeFocused();
  await expect(page.getByRole("list", { name: "Logos" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Undo add logo" })).toBeVisible();

  await openEditor(page, account, id);
  await handOn(page).click(100, 100);
  await page.getByRole("button", { name: /^Fill: / }).click();
  await page.getByRole("button", { name: "House ink", exact: true }).click();
  await page.keyboard.press("Escape");
  const plate = await layerNamed(page, "Plate");
  expect(plate).toMatchObject({ fill: { kind: "solid", color: "#cc2255" } });
  expect(Object.keys(plate.tokens)).toEqual(["fill"]);
  await expect(page.getByRole("button", { name: "Detach from House ink" })).toBeVisible();

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const anyway = page.getByRole("button", { name: "Publish anyway" });
  const done = page.getByRole("button", { name: "Published", exact: true });
  await expect(anyway.or(done)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(done).toBeVisible();
  const { linkKey } = await templateOf(page, account, id);
  expect(await colourAt(page, linkKey, 100, 100)).toBe("cc2255");

  // Changed where the kit is kept; the draft follows when it is opened, and is there to publish.
  await page.goto(`/${account.workspace}/brand`);
  await hex.fill("117733");
  await hex.press("Enter");
  await expect.poll(kitColors).toEqual(["House ink #117733"]);
  await page.goto(`/${account.workspace}/templates/${id}`);
  await openedEditor(page);
  expect(await layerNamed(page, "Plate")).toMatchObject({ fill: { kind: "solid", color: "#117733" } });
  expect((await editorState(page)).history.canUndo).toBe(false);
  expect(await colourAt(page, linkKey, 100, 100)).toBe("cc2255");
  await page.getByRole("button", { name: "Publish changes" }).click();
  await expect(anyway.or(done)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(done).toBeVisible();
  await expect.poll(() => colourAt(page, linkKey, 100, 100)).toBe("117733");

  // A value by hand follows no more, in one step that undo takes back whole.
  await handOn(page).click(100, 100);
  await page.getByRole("button", { name: "Detach from House ink" }).click();
  expect((await layerNamed(page, "Plate")).tokens).toEqual({});
  await page.keyboard.press("Control+z");
  expect(Object.keys((await layerNamed(page, "Plate")).tokens)).toEqual(["fill"]);
});

test("an editor in a brand-locked template types and moves nothing; a locked layer stays for its owner too", async ({
  page,
  account,
}) => {
  const id = await newTemplate(page, account);
  await openEditor(page, account, id);
  const hand = handOn(page);
  await hand.click(100, 100);
  await page.getByRole("switch", { name: "Position and size" }).click();
  const locked = await editorState(page);
  expect((await layerNamed(page, "Plate")).locks).toEqual(["position"]);
  await hand.drag([100, 100], [200, 150]);
  await page.keyboard.press("ArrowRight");
  expect((await editorState(page)).document).toEqual(locked.document);
  await expect(page.getByRole("spinbutton", { name: "X", exact: true })).toBeDisabled();
  await page.getByRole("switch", { name: "Position and size" }).click();
  await hand.drag([100, 100], [120, 100]);
  expect(await layerNamed(page, "Plate")).toMatchObject({ x: 60, locks: [] });

  await page.keyboard.press("Escape");
  await page.getByRole("switch", { name: "Editors change content only" }).click();
  await expect.poll(async () => (await templateOf(page, account, id)).brandLocked).toBe(true);

  // The page as the server gives it to an editor; what the server says to an editor's own requests, database tests say.
  await page.route(`**/templates/${id}`, async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('\\"role\\":\\"owner\\"', '\\"role\\":\\"editor\\"');
    await route.fulfill({ response, body });
  });
  await openEditor(page, account, id);
  await expect(
    page.getByText("Brand-locked: you can change texts and pictures", { exact: true }),
  ).toBeVisible();
  const before = await editorState(page);
  await hand.drag([100, 100], [300, 200]);
  await hand.click(100, 100);
  await page.keyboard.press("Delete");
  await page.keyboard.press("r");
  expect((await editorState(page)).document).toEqual(before.document);
  await hand.doubleClick(430, 70);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Zażółć");
  await page.keyboard.press("Escape");
  expect(await layerNamed(page, "Title")).toMatchObject({ runs: [{ text: "Zażółć" }], x: 300 });
  await expect
    .poll(async () => (await loadDraft(page, account, id)).document.layers[1])
    .toMatchObject({ runs: [{ text: "Zażółć" }] });

  // Locked and unlocked by somebody else while it is open.
  const banner = page.getByText("Brand-locked: you can change texts and pictures", { exact: true });
  const lock = async (brandLocked: boolean) => {
    const path = `/api/w/${account.workspace}/templates/${id}/brand-lock`;
    await page.request.put(path, { data: { brandLocked }, headers: SAME_ORIGIN });
    // A tab that comes into sight asks at once.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  };
  await lock(false);
  await expect(banner).toBeHidden();
  await hand.drag([100, 100], [130, 100]);
  expect((await layerNamed(page, "Plate")).x).toBe(90);
  await lock(true);
  await expect(banner).toBeVisible();
  await hand.drag([130, 100], [230, 100]);
  expect((await layerNamed(page, "Plate")).x).toBe(90);
});

async function templateOf(
  page: Page,
  account: Account,
  id: string,
): Promise<{ linkKey: string; brandLocked: boolean }> {
  const answer = await page.request.get(`/api/w/${account.workspace}/templates?limit=100`, {
    headers: SAME_ORIGIN,
  });
  const { templates } = await answer.json();
  return templates.find((each: { id: string }) => each.id === id);
}
