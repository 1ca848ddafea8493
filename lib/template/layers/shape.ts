import { z } from "zod";
import { centredBase, NO_CHILDREN, scaled } from "../layer-base";
import type { LayerEntry, Preset, Size } from "../layer-entry";
import { outline } from "../outline";
import { fill, layerBase, share, stroke } from "../primitives";
import { DRAWN_SHAPES, type DrawnShape } from "./drawn-shapes";

export const shapeKind = z.enum(["rectangle", "ellipse", "line", "polygon", "star", "path"]);
export type ShapeKind = z.infer<typeof shapeKind>;

export const shapeLayer = z.strictObject({
  ...layerBase,
  type: z.literal("shape"),
  shape: shapeKind,
  fill: fill.nullable(),
  stroke: stroke.nullable(),
  /** Corner radius of a rectangle, px. */
  radius: z.number().min(0).max(4096),
  /** Corners of a polygon, tips of a star. */
  points: z.number().int().min(3).max(60),
  /** Inner radius of a star as a share of the outer one. */
  innerRadius: share,
  /** What a path draws, in a square of OUTLINE_SIDE that is stretched over the box. */
  outline: outline.default(""),
});
export type ShapeLayer = z.infer<typeof shapeLayer>;

const LABELS: Record<ShapeKind, string> = {
  rectangle: "Rectangle",
  ellipse: "Ellipse",
  line: "Line",
  polygon: "Polygon",
  star: "Star",
  path: "Drawn",
};

function blank(id: string, canvas: Size): ShapeLayer {
  const side = Math.min(canvas.width, canvas.height) * 0.32;
  return {
    ...centredBase(id, LABELS.rectangle, { width: side, height: side }, canvas),
    type: "shape",
    shape: "rectangle",
    fill: { kind: "solid", color: "#d5dbe5" },
    stroke: null,
    radius: 0,
    points: 5,
    innerRadius: 0.5,
    outline: "",
  };
}

function preset(shape: ShapeKind, change: Partial<ShapeLayer> = {}): Preset<ShapeLayer> {
  return {
    id: shape,
    label: LABELS[shape],
    create: (id, canvas) => ({ ...blank(id, canvas), name: LABELS[shape], shape, ...change }),
  };
}

function drawn(id: DrawnShape): Preset<ShapeLayer> {
  const { label, ratio, outline } = DRAWN_SHAPES[id];
  return {
    id,
    label,
    create: (layerId, canvas) => {
      const plain = blank(layerId, canvas);
      const size = { width: plain.height * ratio, height: plain.height };
      return { ...plain, ...centredBase(layerId, label, size, canvas), shape: "path", outline };
    },
  };
}

const LINE = preset("line", { fill: null, stroke: { color: "#1f2937", width: 4, dash: "solid" } });

/** A line runs along the middle of its box, so its box is as flat as its stroke is thick. */
const LINE_PRESET: Preset<ShapeLayer> = {
  ...LINE,
  drawn: "line",
  create: (id, canvas) => ({
    ...LINE.create(id, canvas),
    ...centredBase(id, LABELS.line, { width: canvas.width * 0.4, height: 4 }, canvas),
  }),
};

const isNot =
  (...kinds: ShapeKind[]) =>
  (layer: ShapeLayer) =>
    !kinds.includes(layer.shape);

export const shapeEntry: LayerEntry<ShapeLayer> = {
  type: "shape",
  label: "Shape",
  schema: shapeLayer,
  create: blank,
  blank,
  presets: [
    preset("rectangle"),
    preset("ellipse"),
    LINE_PRESET,
    preset("polygon"),
    preset("star"),
    drawn("heart"),
    drawn("arrow"),
    drawn("bubble"),
    drawn("burst"),
    drawn("blob"),
  ],
  sections: [
    {
      title: "Shape",
      controls: [
        {
          kind: "choice",
          path: "shape",
          label: "Kind",
          // What was drawn is drawn: another kind has nothing of it.
          options: shapeKind.options
            .filter((value) => value !== "path")
            .map((value) => ({ value, label: LABELS[value] })),
          when: isNot("path"),
        },
        {
          kind: "number",
          path: "radius",
          label: "Corner radius",
          min: 0,
          max: 4096,
          step: 1,
          unit: "px",
          when: (layer) => layer.shape === "rectangle",
        },
        {
          kind: "number",
          path: "points",
          label: "Points",
          min: 3,
          max: 60,
          step: 1,
          when: isNot("rectangle", "ellipse", "line", "path"),
        },
        {
          kind: "share",
          path: "innerRadius",
          label: "Inner radius",
          when: (layer) => layer.shape === "star",
        },
      ],
    },
    {
      title: "Colour",
      controls: [
        { kind: "fill", path: "fill", label: "Fill", optional: true, when: isNot("line") },
        { kind: "stroke", path: "stroke", label: "Stroke" },
      ],
    },
  ],
  bindable: [
    { path: "fill.color", label: "Fill colour", kind: "color" },
    { path: "stroke.color", label: "Stroke colour", kind: "color" },
    { path: "stroke.width", label: "Stroke width", kind: "number" },
    { path: "radius", label: "Corner radius", kind: "number" },
    { path: "innerRadius", label: "Inner radius", kind: "share" },
  ],
  fieldReferences: () => [],
  renameField: (layer) => layer,
  problems: () => [],
  ...NO_CHILDREN,
  scale: (layer, factor) => ({
    ...layer,
    radius: scaled(layer.radius, factor, 0, 4096),
    stroke: layer.stroke && { ...layer.stroke, width: scaled(layer.stroke.width, factor, 0.1, 200) },
  }),
  resolve: (layer) => layer,
};
