import type { Document, Layer } from "@/lib/template/schema";
import { group, image, linear, qr, shape, solid, text } from "@/lib/template/starters/build";
import { type Cell, cell, specimen } from "./specimens";

const ROWS = 4;
const shadow = { x: 5, y: 6, blur: 10, color: "#00000080" };
const rainbow = linear(60, "#dc2626", "#f59e0b", "#16a34a", "#2563eb");
const toClear = linear(90, "#000000", "#00000000");
const radial = (...colors: string[]) => ({
  kind: "radial" as const,
  stops: colors.map((color, at) => ({ offset: at / (colors.length - 1), color })),
});

/** Stripes and a name over the whole of a cell's box: what groups hold and masks cut out. */
function contents({ id, width, height }: Cell): Layer[] {
  const stripes = Array.from({ length: 6 }, (_, at) => {
    const box = { id: `${id}-s${at}`, name: "stripe", x: (width / 6) * at, y: 0, width: width / 6, height };
    return shape(box, "rectangle", { fill: solid(at % 2 === 0 ? "#0f172a" : "#38bdf8") });
  });
  const box = { id: `${id}-name`, name: "name", x: 0, y: 20, width, height: height - 40 };
  const style = { fontSize: 44, fontWeight: 800, color: "#facc15" };
  return [...stripes, text(box, "{{name}}", { style, align: "center", verticalAlign: "middle" })];
}

/** A box inside a cell's own, so many px from its sides. */
const inset = ({ id, width, height }: Cell, by: number): Cell => ({
  id: `${id}-mask`,
  name: "mask",
  x: by,
  y: by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** Groups that are turned, see-through and shaded, and groups with a mask of every kind. `clearId` is a picture with holes. */
export function groupSpecimen(assetId: string, clearId: string): Document {
  const big = { fontSize: 110, fontWeight: 800 };
  const masks: [string, (at: Cell) => Layer, Parameters<typeof group>[2]?][] = [
    ["by-ellipse", (at) => shape(inset(at, 10), "ellipse")],
    ["by-star", (at) => shape(inset(at, 0), "star", { rotation: 20 }), { shadow }],
    [
      "by-stroke",
      (at) => shape(inset(at, 30), "rectangle", { stroke: { color: "#000000", width: 20, dash: "dashed" } }),
    ],
    ["by-gradient", (at) => shape(inset(at, 0), "rectangle", { fill: toClear })],
    ["by-text", (at) => text(inset(at, 0), "VIP", { style: big, align: "center", verticalAlign: "middle" })],
    [
      "by-name",
      (at) => text(inset(at, 0), "{{name}}", { style: { ...big, fontSize: 60 } }),
      { rotation: -6, shadow },
    ],
    [
      "by-image",
      (at) => image(inset(at, 0), { source: { kind: "asset", assetId: clearId } }),
      { opacity: 0.8 },
    ],
    ["by-code", (at) => qr(inset(at, 5), "mask", { background: null })],
    [
      "by-group",
      (at) => {
        const box = inset(at, 0);
        const half = { ...box, x: 0, y: 0, width: box.width / 2 };
        const star = shape({ ...half, id: `${at.id}-one` }, "star");
        const disc = shape({ ...half, id: `${at.id}-two`, x: half.width }, "ellipse", { opacity: 0.6 });
        return group(box, [star, disc], { rotation: 4 });
      },
    ],
    ["by-hidden", (at) => shape(inset(at, 40), "ellipse", { visible: false })],
    [
      "by-value",
      (at) => shape(inset(at, 20), "ellipse", { hideWhenMissing: ["phrase"] }),
      { rotation: 8, opacity: 0.7 },
    ],
  ];
  const groups: [string, Parameters<typeof group>[2]][] = [
    ["plain-turned", { rotation: 12 }],
    ["faint", { rotation: -8, opacity: 0.5 }],
    ["shaded", { rotation: 5, shadow }],
  ];
  const enlarged = image(cell("enlarged", masks.length + groups.length, ROWS), {
    source: { kind: "asset", assetId },
    zoom: 2.4,
    focalX: 0.2,
    focalY: 0.9,
    radius: 30,
  });
  const layers = [
    ...masks.map(([id, mask, options], index) => {
      const at = cell(id, index, ROWS);
      return group(at, [mask(at), ...contents(at)], { masked: true, ...options });
    }),
    ...groups.map(([id, options], index) => {
      const at = cell(id, masks.length + index, ROWS);
      return group(at, contents(at), options);
    }),
  ];
  return specimen([...layers, enlarged]);
}

/** Gradients of both kinds on shapes and texts, and texts whose stretches have a weight, colour and size of their own. */
export function paintSpecimen(): Document {
  const style = { fontSize: 54, fontWeight: 800 };
  const stretches = [
    { text: "Dear ", style: {} },
    { text: "{{name}}", style: { fontWeight: 800, color: "#dc2626", fontSize: 40 } },
    { text: ", you have ", style: { italic: true, color: "#2563ebcc" } },
    { text: "{{points}}", style: { fontWeight: 300, fontSize: 56, color: "#16a34a", underline: true } },
    { text: " points", style: { fontFamily: "Caveat", letterSpacing: 2 } },
  ];
  const makers: ((at: (id: string) => Cell) => Layer)[] = [
    (at) => shape(at("linear"), "rectangle", { fill: rainbow, radius: 20 }),
    (at) => shape(at("turned"), "rectangle", { fill: linear(200, "#111827", "#f43f5e"), rotation: 14 }),
    (at) => shape(at("out-of-order"), "ellipse", { fill: linear(90, "#111827", "#facc15", "#2563eb") }),
    (at) => shape(at("radial"), "rectangle", { fill: radial("#fde047", "#dc2626", "#1e1b4b") }),
    (at) => shape(at("radial-clear"), "star", { fill: radial("#7c3aed", "#7c3aedc0"), shadow }),
    (at) => shape(at("linear-clear"), "polygon", { fill: toClear }),
    (at) => text(at("text-linear"), "{{name}}", { fill: rainbow, style }),
    (at) => text(at("text-radial"), "{{name}} 🎉", { fill: radial("#f97316", "#1e3a8a"), style }),
    (at) =>
      text(at("text-stroked"), "{{points}}", {
        fill: rainbow,
        stroke: { color: "#0f172a", width: 4 },
        style,
      }),
    (at) => ({ ...text(at("runs"), "", { style: { fontSize: 26 } }), runs: stretches }),
    (at) => ({ ...text(at("runs-shrunk"), "", { fit: "shrink", style: { fontSize: 60 } }), runs: stretches }),
    (at) => ({
      ...text(at("runs-centred"), "", { align: "center", style: { fontSize: 24 }, rotation: -5 }),
      runs: stretches,
    }),
    (at) => ({ ...text(at("runs-filled"), "", { fill: rainbow, style: { fontSize: 30 } }), runs: stretches }),
  ];
  return specimen(makers.map((make, index) => make((id) => cell(id, index, ROWS))));
}
