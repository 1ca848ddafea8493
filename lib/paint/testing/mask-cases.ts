import type { ResolvedLayer } from "@/lib/template/resolved";
import { groupLayer, imageLayer, qrLayer, shapeLayer, textLayer } from "./layers";

const shadow = { x: 6, y: 8, blur: 12, color: "#00000088" };
const toClear = {
  kind: "linear" as const,
  angle: 90,
  stops: [
    { offset: 0, color: "#000000" },
    { offset: 1, color: "#00000000" },
  ],
};

/** Two overlapping discs, one of them half transparent: what masks cut out. */
function discs(): ResolvedLayer[] {
  const disc = (id: string, x: number, color: string) =>
    ({ ...shapeLayer({ shape: "ellipse", width: 240, fill: { kind: "solid", color } }), id, x }) as const;
  return [disc("left", 0, "#ff5500"), disc("right", 150, "#2200aa99")];
}

const cut = (mask: ResolvedLayer, rest: Parameters<typeof groupLayer>[1] = {}) =>
  groupLayer([{ ...mask, id: "by" }, ...discs()], { masked: true, ...rest });

/** Groups that are cut out by a mask of every kind. */
export const MASK_CASES: Record<string, ResolvedLayer> = {
  "mask: opaque shape": cut(shapeLayer({ x: 60, y: 30, width: 260, height: 140, radius: 40 })),
  "mask: turned shape, shadow of the whole": cut(
    shapeLayer({ shape: "star", x: 80, width: 220, rotation: 20 }),
    { shadow, opacity: 0.7 },
  ),
  "mask: shape with a stroke": cut(
    shapeLayer({
      x: 40,
      y: 20,
      width: 300,
      height: 150,
      stroke: { color: "#ff000080", width: 20, dash: "solid" },
    }),
  ),
  "mask: gradient to nothing": cut(shapeLayer({ shape: "ellipse", fill: toClear })),
  "mask: half transparent": cut(shapeLayer({ x: 40, width: 300, opacity: 0.5 })),
  "mask: text": cut(textLayer("Łódź 🎉", { style: { fontSize: 120, fontWeight: 800 } })),
  "mask: image": cut(imageLayer({ x: 50, width: 200, mask: "circle" })),
  "mask: code": cut(qrLayer("mask", { x: 50, height: 200, background: null })),
  "mask: group": cut(
    groupLayer(
      [
        { ...shapeLayer({ shape: "star", width: 200 }), id: "one" },
        {
          ...textLayer("VIP", { style: { fontSize: 110, fontWeight: 800 } }),
          id: "two",
          x: 160,
          y: 30,
          rotation: -8,
        },
      ],
      { rotation: 5, shadow },
    ),
  ),
  "mask: masked group": cut(
    groupLayer(
      [
        { ...shapeLayer({ shape: "ellipse", x: 100, width: 200 }), id: "inner-by" },
        { ...shapeLayer({ width: 200 }), id: "inner" },
      ],
      { masked: true, id: "nested" },
    ),
  ),
};
