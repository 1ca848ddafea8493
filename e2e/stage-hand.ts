import type { Page } from "@playwright/test";
import type { Layer } from "@/lib/template/schema";

/** A hand on the stage: points are given in canvas px, whatever the view. */
export type Hand = {
  /** Where a point of the canvas is on the page, CSS px. */
  point: (x: number, y: number) => Promise<{ x: number; y: number }>;
  click: (x: number, y: number) => Promise<void>;
  doubleClick: (x: number, y: number) => Promise<void>;
  /** Presses at the first point and lets go at the last, in small steps. */
  drag: (
    from: readonly [number, number],
    to: readonly [number, number],
    held?: () => Promise<void>,
  ) => Promise<void>;
};

export function handOn(page: Page): Hand {
  const point: Hand["point"] = async (x, y) => {
    const box = await page.getByTestId("stage").boundingBox();
    const view = await page.evaluate(() => window.__nameplate?.store.getState().view);
    if (!box || !view) throw new Error("the stage is not there");
    return { x: box.x + view.x + x * view.zoom, y: box.y + view.y + y * view.zoom };
  };
  return {
    point,
    click: async (x, y) => {
      const at = await point(x, y);
      await page.mouse.click(at.x, at.y);
    },
    doubleClick: async (x, y) => {
      const at = await point(x, y);
      await page.mouse.dblclick(at.x, at.y);
    },
    drag: async (from, to, held) => {
      const start = await point(...from);
      const end = await point(...to);
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 12 });
      await held?.();
      await page.mouse.up();
    },
  };
}

/** What the store holds, as plain data. */
export async function editorState(page: Page) {
  const state = await page.evaluate(() => {
    const now = window.__nameplate?.store.getState();
    if (!now) return null;
    const { document, selection, editingTextId, enteredGroupId, history, gesture, guides } = now;
    return { document, selection, editingTextId, enteredGroupId, history, gesture, guides };
  });
  if (!state) throw new Error("the editor is not there");
  return state;
}

export async function layerNamed(page: Page, name: string): Promise<Layer> {
  const search = (layers: readonly Layer[]): Layer | undefined => {
    for (const layer of layers) {
      const found = layer.name === name ? layer : layer.type === "group" ? search(layer.children) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const found = search((await editorState(page)).document.layers);
  if (!found) throw new Error(`there is no layer named ${name}`);
  return found;
}

export async function painterCalls(page: Page): Promise<number> {
  return page.evaluate(() => window.__nameplate?.paints() ?? -1);
}
