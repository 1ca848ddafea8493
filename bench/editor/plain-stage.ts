import { join } from "node:path";
import type { Page } from "@playwright/test";

/** What the plain stage is asked for; px of the screen. */
export type PlainImage = { x: number; y: number; width: number; height: number };

declare global {
  interface Window {
    plainStage?: { move: (count: number, dx: number, dy: number) => void };
  }
}

/**
 * An empty Konva stage with so many images that are pixels already, and nothing else: no document, no panels, no
 * snapping. What a drag costs there is what it costs to draw at all.
 */
export async function openPlainStage(
  page: Page,
  images: readonly PlainImage[],
  stage: PlainImage,
): Promise<void> {
  await page.setContent(
    `<div id="stage" style="position:absolute;left:${stage.x}px;top:${stage.y}px"></div>`,
  );
  await page.addScriptTag({ path: join(process.cwd(), "node_modules", "konva", "konva.min.js") });
  await page.evaluate(
    ([boxes, size]) => {
      const Konva = Reflect.get(window, "Konva");
      const view = new Konva.Stage({
        container: "stage",
        width: size.width,
        height: size.height,
        listening: false,
      });
      const layer = new Konva.Layer({ listening: false });
      view.add(layer);
      const nodes = boxes.map((box, index) => {
        const image = document.createElement("canvas");
        image.width = Math.ceil(box.width);
        image.height = Math.ceil(box.height);
        const context = image.getContext("2d");
        if (context) {
          context.fillStyle = `hsl(${(index * 37) % 360} 60% 60% / 80%)`;
          context.fillRect(2, 2, image.width - 4, image.height - 4);
        }
        const node = new Konva.Image({ ...box, image, listening: false, perfectDrawEnabled: false });
        layer.add(node);
        return { node, box };
      });
      layer.draw();
      window.plainStage = {
        move: (count, dx, dy) => {
          const every = boxes.length / count;
          for (let at = 0; at < count; at += 1) {
            const moved = nodes[Math.floor(at * every)];
            moved?.node.position({ x: moved.box.x + dx, y: moved.box.y + dy });
          }
          layer.batchDraw();
        },
      };
    },
    [images, stage] as const,
  );
}
