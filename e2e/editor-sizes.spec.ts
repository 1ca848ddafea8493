import type { Page } from "@playwright/test";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { openEditor, settled } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, test } from "./fixtures";
import { handOn, layerNamed } from "./stage-hand";

test.use({ viewport: { width: 1440, height: 900 } });

/** The design with all its sizes, which of them is at hand, and where the view is. */
async function design(page: Page): Promise<{ design: Document; sizeId: string | null; shown: Document }> {
  const state = await page.evaluate(() => {
    const { design, sizeId, document } = window.__nameplate?.store.getState() ?? {};
    return design && document && sizeId !== undefined ? { design, sizeId, shown: document } : null;
  });
  if (!state) throw new Error("the editor is not there");
  return state;
}

async function opened(page: Page, account: Account): Promise<string> {
  const template = await createTemplate(page, account, {
    from: { kind: "starter", id: "loyalty-thank-you" },
  });
  await openEditor(page, account, template.id);
  return template.id;
}

const tab = (page: Page, name: RegExp | string) => page.getByRole("tab", { name });

async function addPreset(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Add a size" }).click();
  await page.getByRole("button", { name }).click();
  await settled(page);
}

test("a story of one's own: the heading is moved there, marked, reset, and undone", async ({
  page,
  account,
}) => {
  const id = await opened(page, account);
  const hand = handOn(page);
  const before = (await design(page)).design;
  await addPreset(page, /^Story/);
  expect(await design(page)).toMatchObject({ sizeId: "story", shown: { width: 1080, height: 1920 } });
  await expect(tab(page, /^Story/)).toHaveAttribute("aria-selected", "true");

  const heading = await layerNamed(page, "Headline");
  const [x, y] = [heading.x + heading.width / 2, heading.y + heading.height / 2];
  const paints = await page.evaluate(() => window.__nameplate?.paints());
  await page.keyboard.down("Control");
  await hand.drag([x, y], [x, y + 400]);
  await page.keyboard.up("Control");
  const moved = await design(page);
  expect(findLayer(moved.shown, heading.id)?.y).toBeCloseTo(heading.y + 400, 0);
  expect(moved.design.layers).toEqual(before.layers);
  expect(Object.keys(moved.design.variants[0]?.overrides ?? {})).toEqual([heading.id]);
  expect(await page.evaluate(() => window.__nameplate?.paints())).toBe(paints);

  // Marked where it is edited, in the list of layers and at the size.
  await expect(page.getByRole("button", { name: "Reset y to the design" })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: /Headline.*differs from the design/ })).toBeVisible();
  await expect(tab(page, /^Story.*1 property of its own/)).toBeVisible();

  // Words are everybody's.
  await hand.doubleClick(x, y + 400);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Hello");
  await page.keyboard.press("Escape");
  const said = await design(page);
  expect(findLayer(said.design, heading.id)).toMatchObject({
    runs: [{ text: "Hello" }],
    y: findLayer(before, heading.id)?.y,
  });
  await expect
    .poll(async () => findLayer((await loadDraft(page, account, id)).document, heading.id))
    .toMatchObject({ runs: [{ text: "Hello" }] });

  await page.getByRole("button", { name: "Reset y to the design" }).click();
  expect((await design(page)).design.variants[0]?.overrides).toEqual({});
  await expect(page.getByRole("button", { name: "Reset y to the design" })).toBeHidden();
  await page.keyboard.press("Control+z");
  expect(Object.keys((await design(page)).design.variants[0]?.overrides ?? {})).toEqual([heading.id]);

  // Back past the size itself: the design is at hand again, as it was.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+z");
  const back = await design(page);
  expect(back).toMatchObject({ sizeId: null, shown: { width: before.width } });
  expect(back.design).toEqual(before);
  await settled(page);
  await page.keyboard.press("Control+Shift+z");
  expect((await design(page)).design.variants).toHaveLength(1);
});
