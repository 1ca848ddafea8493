import type { Page } from "@playwright/test";
import type { Probe } from "@/components/editor/probe";
import { type Box, type Pixels, readPng } from "./compare";
import { type Account, expect } from "./fixtures";

declare global {
  interface Window {
    __nameplate?: Probe;
  }
}

/** Opens the editor of a template and waits until it can be used. */
export async function openEditor(page: Page, account: Account, templateId: string): Promise<void> {
  await page.goto(`/${account.workspace}/templates/${templateId}`);
  await openedEditor(page);
}

/** Waits until the editor on the page has its painter and its first pictures. */
export async function openedEditor(page: Page): Promise<void> {
  await page.getByTestId("stage").waitFor();
  await page.waitForFunction(() => window.__nameplate !== undefined);
  await page.evaluate(() => window.__nameplate?.ready);
  await settled(page);
}

export async function setView(page: Page, view: { zoom: number; x: number; y: number }): Promise<void> {
  await page.evaluate((next) => window.__nameplate?.store.setView(next), view);
}

export async function setRow(page: Page, id: string): Promise<void> {
  await page.evaluate((row) => window.__nameplate?.store.setSampleView({ kind: "row", id: row }), id);
}

/** Waits until the stage shows what the store holds: no painter call, pixel or word on it changes any more. */
export async function settled(page: Page): Promise<void> {
  let before: string | null = null;
  await expect(async () => {
    const now = await page.evaluate(stateOfStage);
    const same = now === before;
    before = now;
    expect(same).toBe(true);
  }).toPass({ intervals: [120, 150, 150, 300] });
}

/** What is on the stage, in the page: read from the canvases, which costs a fraction of a picture of the screen. */
async function stateOfStage(): Promise<string> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { paints, stage } = window.__nameplate ?? {};
  const root = document.querySelector("[data-testid=stage]");
  let sum = 0;
  for (const canvas of root?.querySelectorAll("canvas") ?? []) {
    const { width, height } = canvas;
    const pixels = width * height > 0 && canvas.getContext("2d")?.getImageData(0, 0, width, height);
    if (!pixels) continue;
    for (const pixel of new Uint32Array(pixels.data.buffer)) sum = (Math.imul(sum, 31) + pixel) | 0;
  }
  return `${paints?.()} ${stage?.find("Image").length} ${sum} ${root?.innerHTML}`;
}

/** The canvas as the stage shows it at 100 %, cut to the document's size. */
export async function stagePixels(page: Page, size: { width: number; height: number }): Promise<Pixels> {
  const box = await page.getByTestId("stage").boundingBox();
  const view = await page.evaluate(() => window.__nameplate?.store.getState().view);
  if (!box || !view) throw new Error("the stage is not there");
  if (view.zoom !== 1) throw new Error(`the stage is at ${view.zoom}, not at 1`);
  const clip = { x: box.x + view.x, y: box.y + view.y, width: size.width, height: size.height };
  return readPng(await page.screenshot({ clip, animations: "disabled" }));
}

/**
 * Where each painted layer may leave ink on the canvas, in canvas px at 100 %, by layer id: the layer's own box
 * and what its picture reaches beyond it, as a box along the axes.
 */
export async function stageBoxes(page: Page): Promise<Map<string, Box>> {
  const boxes = await page.evaluate(() => {
    const { stage, store } = window.__nameplate ?? {};
    if (!stage || !store) return [];
    const { view, document } = store.getState();
    const sizes = new Map(document.layers.map((layer) => [layer.id, layer]));
    return stage
      .find("Group")
      .filter((node) => node.id() !== "")
      .map((node) => {
        const ink = node.getClientRect({ relativeTo: stage });
        const { width = 0, height = 0 } = sizes.get(node.id()) ?? {};
        const corners = [
          { x: 0, y: 0 },
          { x: width, y: 0 },
          { x: 0, y: height },
          { x: width, y: height },
        ].map((corner) => node.getAbsoluteTransform().point(corner));
        const left = Math.min(ink.x, ...corners.map(({ x }) => x));
        const top = Math.min(ink.y, ...corners.map(({ y }) => y));
        const right = Math.max(ink.x + ink.width, ...corners.map(({ x }) => x));
        const bottom = Math.max(ink.y + ink.height, ...corners.map(({ y }) => y));
        return [
          node.id(),
          { x: left - view.x, y: top - view.y, width: right - left, height: bottom - top },
        ] as const;
      });
  });
  if (boxes.length === 0) throw new Error("the stage shows no layers");
  return new Map(boxes);
}
