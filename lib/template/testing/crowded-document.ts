import { createDocument } from "../create-document";
import { ENTRIES } from "../registry";
import type { Document, Layer } from "../schema";

export const CANVAS = { width: 1200, height: 628 };
export const LAYERS = 200;
const COLUMNS = 20;

/** A full canvas: texts, shapes with gradients and shadows, codes and ratings, in rows over one another. */
export function crowdedDocument(): Document {
  const rows = LAYERS / COLUMNS;
  const cell = { width: CANVAS.width / COLUMNS, height: CANVAS.height / rows };
  const layers = Array.from({ length: LAYERS }, (_, index): Layer => {
    const box = {
      x: Math.round((index % COLUMNS) * cell.width),
      y: Math.round(Math.floor(index / COLUMNS) * cell.height),
      width: Math.round(cell.width * 1.6),
      height: Math.round(cell.height * 0.9),
    };
    return { ...layerOf(index), ...box, name: `Layer ${index}` };
  });
  return { ...createDocument({ ...CANVAS, displayWidth: CANVAS.width }), layers };
}

function layerOf(index: number): Layer {
  const id = `layer${index}`;
  const hue = ((index * 37) % 200).toString(16).padStart(2, "0");
  switch (index % 5) {
    case 0:
      return ENTRIES.text.create(id, CANVAS);
    case 1:
      return {
        ...ENTRIES.shape.create(id, CANVAS),
        fill: {
          kind: "linear",
          angle: 90,
          stops: [
            { offset: 0, color: `#${hue}4488` },
            { offset: 1, color: `#44${hue}ff` },
          ],
        },
        shadow: { x: 0, y: 4, blur: 12, color: "#00000055" },
      };
    case 2:
      return ENTRIES.qr.create(id, CANVAS);
    case 3:
      return ENTRIES.rating.create(id, CANVAS);
    default:
      return { ...ENTRIES.shape.create(id, CANVAS), opacity: 0.8 };
  }
}
