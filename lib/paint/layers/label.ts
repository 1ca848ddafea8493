import { type TextLayer, textEntry } from "@/lib/template/layers/text";
import { boundsInParent, unionBounds } from "../bounds";
import { placed } from "../svg/placed";
import type { PaintContext, Painted } from "./layer-painter";

/** Words that belong to another layer, such as the digits below a barcode. Place and size in that layer's box, px. */
export type Label = {
  id: string;
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  align: "left" | "center";
  style: Pick<TextLayer["style"], "fontFamily" | "fontWeight" | "italic" | "fontSize" | "color">;
};

/** The label as a text of one line, in the middle of its box's height and smaller where it would not fit. */
export function labelLayer({ text, style, ...place }: Label): TextLayer {
  const blank = textEntry.blank(place.id, place);
  return {
    ...blank,
    ...place,
    runs: [{ text, style: {} }],
    style: { ...blank.style, ...style },
    verticalAlign: "middle",
    lineHeight: 1.2,
    fit: "line",
    minFontSize: 1,
  };
}

export async function paintLabels(
  labels: readonly Label[],
  { paintChild }: Pick<PaintContext, "paintChild">,
): Promise<Painted> {
  const painted = await Promise.all(
    labels.map(async (label) => {
      const layer = labelLayer(label);
      const { svg, ink } = await paintChild(layer);
      return { svg: placed(svg, layer), ink: ink && boundsInParent(ink, layer) };
    }),
  );
  return { svg: painted.map(({ svg }) => svg).join(""), ink: unionBounds(painted.map(({ ink }) => ink)) };
}
