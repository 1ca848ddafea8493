import type { Page } from "@playwright/test";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { type Pixels, readPng } from "./compare";
import { openEditor } from "./editor-page";
import { type Account, createTemplate, saveDraft } from "./fixtures";

const CANVAS = { width: 800, height: 500 };

/** Opens the editor of a document of these layers on a white canvas of 800 x 500 px. Answers the template's id. */
export async function openWith(
  page: Page,
  account: Account,
  layers: Layer[],
  change: Partial<Document> = {},
): Promise<string> {
  return openDocumentOf(page, account, {
    ...createDocument({ ...CANVAS, displayWidth: 400 }),
    layers,
    ...change,
  });
}

export async function openDocumentOf(page: Page, account: Account, document: Document): Promise<string> {
  const { width, height } = document;
  const from = { kind: "blank", width, height, displayWidth: width } as const;
  const { id } = await createTemplate(page, account, { name: "Stage", from });
  await saveDraft(page, account, id, document, 1);
  await openEditor(page, account, id);
  return id;
}

/** A black box. */
export function box(name: string, x: number, y: number, width = 100, height = 60): Layer {
  const fill = { kind: "solid", color: "#000000" } as const;
  return { ...ENTRIES.shape.create(name, CANVAS), name, x, y, width, height, fill };
}

/** A group of these at a point; they are placed inside it. Its box is drawn around them. */
export function grouped(name: string, x: number, y: number, children: Layer[]): Layer {
  const width = Math.max(...children.map((child) => child.x + child.width));
  const height = Math.max(...children.map((child) => child.y + child.height));
  return { ...ENTRIES.group.create(name, CANVAS), name, x, y, width, height, children };
}

/** A text whose box is as tall as its words. */
export function words(name: string, text: string, x: number, y: number, width: number): Layer {
  const layer = ENTRIES.text.create(name, CANVAS);
  if (layer.type !== "text") throw new Error("a text is no text");
  const style = { ...layer.style, fontSize: 40, color: "#000000" };
  return { ...layer, name, x, y, width, height: 46, style, runs: [{ text, style: {} }] };
}

/** The stage as it is seen, and how dark it is at a point of the canvas: 0 black, 255 white. */
export async function stageShot(page: Page): Promise<{ at: (x: number, y: number) => number[] }> {
  const area = await page.getByTestId("stage").boundingBox();
  const view = await page.evaluate(() => window.__nameplate?.store.getState().view);
  if (!area || !view) throw new Error("the stage is not there");
  const shot: Pixels = readPng(await page.screenshot({ clip: area, animations: "disabled" }));
  return {
    at: (x, y) => {
      const column = Math.round(view.x + x * view.zoom);
      const row = Math.round(view.y + y * view.zoom);
      return [...shot.data.subarray((row * shot.width + column) * 4, (row * shot.width + column) * 4 + 3)];
    },
  };
}

export async function renders(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => window.__nameplate?.renders() ?? {});
}

export const BLACK = [0, 0, 0];
export const WHITE = [255, 255, 255];
