import type { Page } from "@playwright/test";
import { imageUrl } from "@/lib/link/address";
import type { Document, Layer } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { type Box, type Pixels, readPng, shareThatDiffers, shifted } from "./compare";
import { openEditor, setRow, settled, setView, stageBoxes, stagePixels } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, publish, saveDraft, test } from "./fixtures";

/** Of the pixels inside a layer's ink box, at most this share may differ visibly. */
const MOST = 0.005;

const ROWS = 4;

// The largest starter at full size, beside the panels.
test.use({ viewport: { width: 2400, height: 1640 } });

async function publishedKey(
  page: Page,
  account: Account,
  starter: string,
  change?: (document: Document) => Document,
) {
  const template = await createTemplate(page, account, { from: { kind: "starter", id: starter } });
  if (change) {
    const { document, revision } = await loadDraft(page, account, template.id);
    await saveDraft(page, account, template.id, change(document), revision);
  }
  const { link } = await publish(page, account, template.id);
  return { id: template.id, key: link.key };
}

async function linkPixels(
  page: Page,
  key: string,
  values: Readonly<Record<string, string>>,
): Promise<Pixels> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.get(imageUrl({ origin, key, format: "png", values }));
  expect(response.headers()["x-render-status"]).toBe("ok");
  return readPng(await response.body());
}

/** The layer that differs most, and by what share of its ink box. */
function worst(a: Pixels, b: Pixels, boxes: ReadonlyMap<string, Box>): { layer: string; share: number } {
  let found = { layer: "", share: 0 };
  for (const [layer, box] of boxes) {
    const share = shareThatDiffers(a, b, box);
    if (share > found.share) found = { layer, share };
  }
  return found;
}

for (const starter of STARTERS) {
  test(`${starter.id}: the stage shows what the link sends`, async ({ page, account }) => {
    const { id, key } = await publishedKey(page, account, starter.id);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.startsWith("/i/")) asked.push(request.url());
    });
    await openEditor(page, account, id);
    await setView(page, { zoom: 1, x: 24, y: 24 });
    for (const row of starter.document.samples.slice(0, ROWS)) {
      await setRow(page, row.id);
      await settled(page);
      const stage = await stagePixels(page, starter.document);
      const link = await linkPixels(page, key, row.values);
      const { layer, share } = worst(stage, link, await stageBoxes(page));
      expect(
        share,
        `${row.name}: layer ${layer} differs in ${(share * 100).toFixed(2)} % of its pixels`,
      ).toBeLessThanOrEqual(MOST);
    }
    expect(asked).toEqual([]);
  });
}

test("the comparison sees a shift of one pixel, a wrong weight and a missing word", async ({
  page,
  account,
}) => {
  const starter = STARTERS.find((candidate) => candidate.id === "loyalty-thank-you");
  if (!starter) throw new Error("the loyalty starter is gone");
  const row = starter.document.samples[0];
  if (!row) throw new Error("the loyalty starter has no sample rows");
  const { id, key } = await publishedKey(page, account, starter.id);
  await openEditor(page, account, id);
  await setView(page, { zoom: 1, x: 24, y: 24 });
  await setRow(page, row.id);
  await settled(page);
  const stage = await stagePixels(page, starter.document);
  const boxes = await stageBoxes(page);
  const headline = new Map([...boxes].filter(([layer]) => layer === "headline"));
  expect(headline.size).toBe(1);

  const link = await linkPixels(page, key, row.values);
  expect(worst(stage, link, headline).share).toBeLessThanOrEqual(MOST);
  expect(worst(stage, shifted(link, 1), headline).share).toBeGreaterThan(MOST);

  const changes: ((layer: Layer) => Layer)[] = [
    (layer) => (layer.type === "text" ? { ...layer, style: { ...layer.style, fontWeight: 700 } } : layer),
    (layer) => (layer.type === "text" ? { ...layer, runs: [{ text: "Thank you!", style: {} }] } : layer),
  ];
  for (const change of changes) {
    const other = await publishedKey(page, account, starter.id, (document) => ({
      ...document,
      layers: document.layers.map((layer) => (layer.id === "headline" ? change(layer) : layer)),
    }));
    const changed = await linkPixels(page, other.key, row.values);
    expect(worst(stage, changed, headline).share).toBeGreaterThan(MOST);
  }
});
