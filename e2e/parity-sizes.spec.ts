import type { Page } from "@playwright/test";
import { imageUrl } from "@/lib/link/address";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { addVariant } from "@/lib/template/commands/variant-commands";
import type { Document } from "@/lib/template/schema";
import { editAtSize } from "@/lib/template/sizes/edit-at-size";
import { STARTERS } from "@/lib/template/starters/starters";
import { documentAtSize } from "@/lib/template/variants";
import { type Box, type Pixels, readPng, shareThatDiffers } from "./compare";
import { openEditor, setRow, settled, setView, stageBoxes, stagePixels } from "./editor-page";
import { createTemplate, expect, loadDraft, publish, saveDraft, test } from "./fixtures";

/** Of the pixels inside a layer's ink box, at most this share may differ visibly. */
const MOST = 0.005;

const SIZE = { id: "tall", name: "Tall", width: 900, height: 1400, displayWidth: 450 };

test.use({ viewport: { width: 1700, height: 1720 } });

/**
 * The document with a size that has everything of its own: the two layers in front grouped and one of them moved in the
 * group, the last text smaller, the layer behind those hidden.
 */
function withSize(document: Document): Document {
  const front = document.layers.slice(-2).map(({ id }) => id);
  const grouped = groupLayers(document, { ids: front, groupId: "front" });
  const sized = addVariant(grouped, { variant: SIZE });
  const before = documentAtSize(sized, SIZE.id);
  const moved = moveLayers(moveLayers(before, { ids: ["front"], dx: 30, dy: -60 }), {
    ids: front.slice(0, 1),
    dx: 24,
    dy: 40,
  });
  const text = document.layers.find(({ type, id }) => type === "text" && !front.includes(id));
  const hidden = document.layers.find(
    ({ id, type }) => !front.includes(id) && id !== text?.id && type !== "text",
  );
  const edited = editAtSize(sized, SIZE.id, before, moved);
  return {
    ...edited,
    variants: edited.variants.map((variant) => ({
      ...variant,
      overrides: {
        ...variant.overrides,
        ...(text && { [text.id]: { fontSize: 22 } }),
        ...(hidden && { [hidden.id]: { visible: false } }),
      },
    })),
  };
}

async function linkPixels(
  page: Page,
  key: string,
  values: Readonly<Record<string, string>>,
): Promise<Pixels> {
  const origin = new URL(page.url()).origin;
  const url = imageUrl({ origin, key, format: "png", output: { size: SIZE.id }, values });
  const response = await page.request.get(url);
  expect(response.headers()["x-render-status"]).toBe("ok");
  return readPng(await response.body());
}

function worst(a: Pixels, b: Pixels, boxes: ReadonlyMap<string, Box>): number {
  return Math.max(0, ...Array.from(boxes.values(), (box) => shareThatDiffers(a, b, box)));
}

for (const { id: starter, document } of STARTERS.slice(0, 4)) {
  test(`${starter} in a size: the stage shows what the link sends`, async ({ page, account }) => {
    const template = await createTemplate(page, account, { from: { kind: "starter", id: starter } });
    const { revision } = await loadDraft(page, account, template.id);
    const sized = withSize(document);
    await saveDraft(page, account, template.id, sized, revision);
    const { link } = await publish(page, account, template.id);
    await openEditor(page, account, template.id);
    await page.getByRole("tab", { name: /^Tall/ }).click();
    await setView(page, { zoom: 1, x: 24, y: 24 });
    for (const row of sized.samples.slice(0, 2)) {
      const sent = await linkPixels(page, link.key, row.values);
      expect([sent.width, sent.height]).toEqual([SIZE.width, SIZE.height]);
      await setRow(page, row.id);
      await expect(async () => {
        await settled(page);
        const stage = await stagePixels(page, SIZE);
        const boxes = await stageBoxes(page);
        expect(boxes.size).toBeGreaterThan(1);
        expect(worst(stage, sent, boxes), row.name).toBeLessThanOrEqual(MOST);
      }).toPass({ timeout: 20_000 });
    }
  });
}
