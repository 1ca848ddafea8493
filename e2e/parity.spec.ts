import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { imageUrl } from "@/lib/link/address";
import type { Document, Layer, SampleRow } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { type Box, type Pixels, readPng, shareThatDiffers, shifted } from "./compare";
import { openEditor, setRow, settled, setView, stageBoxes, stagePixels } from "./editor-page";
import {
  type Account,
  createTemplate,
  expect,
  loadDraft,
  publish,
  saveDraft,
  type TemplateSource,
  test,
  uploadPicture,
} from "./fixtures";
import { groupSpecimen, paintSpecimen } from "./group-specimens";
import { layerSpecimen, textSpecimen } from "./specimens";

/** Of the pixels inside a layer's ink box, at most this share may differ visibly. */
const MOST = 0.005;

const ROWS = 4;

/** Starters that between them have every kind of layer, group, gradient, shadow and rule. */
const TELLING = new Set([
  "order-shipped",
  "review-request",
  "vip-pass",
  "course-certificate",
  "account-review",
  "loyalty-thank-you",
  "birthday-coupon",
  "win-back-coupon",
]);

// The largest starter at full size, beside the panels.
test.use({ viewport: { width: 2400, height: 1640 } });

async function publishedKey(
  page: Page,
  account: Account,
  starter: string,
  change?: (document: Document) => Document,
) {
  return published(page, account, { kind: "starter", id: starter }, change);
}

async function published(
  page: Page,
  account: Account,
  from: TemplateSource,
  change?: (document: Document) => Document,
) {
  const template = await createTemplate(page, account, { from });
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
  const address = imageUrl({ origin, key, format: "png", values });
  let response = await page.request.get(address);
  // On a busy machine the first picture of a version can take longer than a link waits.
  await expect
    .poll(
      async () => {
        if (response.headers()["x-render-status"] === "ok") return "ok";
        response = await page.request.get(address);
        return response.headers()["x-render-status"];
      },
      { timeout: 60_000 },
    )
    .toBe("ok");
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

/** Holds stage against link for every row; the stage must paint by itself. */
async function expectParity(
  page: Page,
  account: Account,
  { id, key }: { id: string; key: string },
  { size, rows }: { size: { width: number; height: number }; rows: readonly SampleRow[] },
): Promise<void> {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/i/")) asked.push(request.url());
  });
  await openEditor(page, account, id);
  await setView(page, { zoom: 1, x: 24, y: 24 });
  for (const row of rows) {
    const link = await linkPixels(page, key, row.values);
    await setRow(page, row.id);
    // A row may ask for fonts that are still on their way.
    await expect(async () => {
      await settled(page);
      const stage = await stagePixels(page, size);
      const { layer, share } = worst(stage, link, await stageBoxes(page));
      expect(
        share,
        `${row.name}: layer ${layer} differs in ${(share * 100).toFixed(2)} % of its pixels`,
      ).toBeLessThanOrEqual(MOST);
    }).toPass({ timeout: 20_000 });
  }
  expect(asked).toEqual([]);
}

for (const { id: starter, document } of STARTERS.filter(({ id }) => TELLING.has(id))) {
  test(`${starter}: the stage shows what the link sends`, async ({ page, account }) => {
    const template = await publishedKey(page, account, starter);
    await expectParity(page, account, template, { size: document, rows: document.samples.slice(0, ROWS) });
  });
}

/** Patches of colour with soft edges, 360 x 240 px. */
function softPicture(): Buffer {
  const png = new PNG({ width: 360, height: 240 });
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const wave = Math.round(90 * Math.tanh(6 * Math.sin(x / 20) * Math.cos(y / 18)));
      const colour = [Math.round((x / png.width) * 180) + 30, 120 + wave, Math.round((y / png.height) * 200)];
      png.data.set([...colour, 255], (y * png.width + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

/** A disc that fades towards its rim, in bands with nothing between them. */
function clearPicture(): Buffer {
  const png = new PNG({ width: 300, height: 200 });
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const away = Math.hypot((x - 150) / 150, (y - 100) / 100);
      const band = Math.min(1, Math.max(0, 0.5 + 6 * Math.sin(away * 16)));
      png.data.set([255, 255, 255, Math.round(255 * band * Math.max(0, 1 - away * 0.6))], (y * 300 + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

const SPECIMENS: Readonly<Record<string, (assetId: string, clearId: string) => Document>> = {
  "texts of every kind": textSpecimen,
  "layers of every type": layerSpecimen,
  "groups and masks": groupSpecimen,
  "gradients and stretches of text": paintSpecimen,
};

/** Layers that the stage has a picture of: groups that are only groups have none, what they hold does. */
function pictured(layers: readonly Layer[]): Layer[] {
  return layers.flatMap((layer) => {
    if (layer.type !== "group" || layer.opacity < 1 || layer.shadow) return [layer];
    const [mask] = layer.children;
    return layer.masked && mask?.visible
      ? [layer]
      : pictured(layer.children.filter(({ visible }) => visible));
  });
}

/** Layers of a picture in which nobody would see that it moved by one pixel. */
function unmoved(picture: Pixels, boxes: ReadonlyMap<string, Box>): string[] {
  const moved = shifted(picture, 1);
  return [...boxes].flatMap(([layer, box]) => (shareThatDiffers(picture, moved, box) > MOST ? [] : [layer]));
}

for (const [name, build] of Object.entries(SPECIMENS)) {
  test(`${name}: the stage shows what the link sends`, async ({ page, account }) => {
    const pictures = [softPicture(), clearPicture()].map((png) => uploadPicture(page, account, png));
    const [assetId = "", clearId = ""] = await Promise.all(pictures);
    const document = build(assetId, clearId);
    const { width, height, displayWidth } = document;
    const from = { kind: "blank" as const, width, height, displayWidth };
    const template = await published(page, account, from, () => document);
    await expectParity(page, account, template, { size: document, rows: document.samples });
    const boxes = await stageBoxes(page);
    expect(boxes.size).toBe(pictured(document.layers).length);
    const link = await linkPixels(page, template.key, document.samples[0]?.values ?? {});
    expect(unmoved(link, boxes)).toEqual([]);
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
