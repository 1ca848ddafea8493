import { createDocument } from "@/lib/template/create-document";
import { barcodeEntry } from "@/lib/template/layers/barcode";
import { chartEntry } from "@/lib/template/layers/chart";
import { countdownEntry } from "@/lib/template/layers/countdown";
import { DRAWN_SHAPES } from "@/lib/template/layers/drawn-shapes";
import { progressEntry } from "@/lib/template/layers/progress";
import { ratingEntry } from "@/lib/template/layers/rating";
import { type Document, documentSchema, type Layer, type SampleRow } from "@/lib/template/schema";
import {
  field,
  group,
  image,
  linear,
  NAME_FORMAT,
  qr,
  samples,
  shape,
  solid,
  text,
} from "@/lib/template/starters/build";

/** Documents that hold everything a layer can be, where starters hold what looks well. */

const CANVAS = { width: 1200, height: 900 };
const COLUMNS = 4;
const MARGIN = 16;

const FIELDS = [
  field("name", "Name", { fallback: "friend", format: NAME_FORMAT }),
  field("phrase", "Phrase", { fallback: "No phrase" }),
  field("points", "Points", { type: "number", fallback: "100" }),
  field("list", "List", { fallback: "4, 2, 9" }),
  field("code", "Code", { fallback: "4006381333931" }),
  field("photo", "Photo", { type: "image" }),
  field("tint", "Tint", { type: "color" }),
];

const ROWS: SampleRow[] = samples(
  FIELDS.map(({ key }) => key),
  [
    "All values",
    "Nguyễn Thị Ước",
    "Rheinisch-Westfälische Papierwerke GmbH, office 50% 👨‍👩‍👧‍👦",
    "64",
    "12, 30, 18, 42",
    "590123412345",
    "",
    "#0e7490",
  ],
  [
    "From right to left",
    "محمد عبد الله",
    "שלום Anna, 250 points! 👩🏻‍💻 3 السلام عليكم",
    "-5",
    "-3, 8, 0",
    "036000291452",
    "",
    "#b91c1c80",
  ],
  ["Nothing"],
);

export type Cell = { id: string; name: string; x: number; y: number; width: number; height: number };

/** The box of the `index`th cell of a table with this many rows. */
export function cell(id: string, index: number, rows: number): Cell {
  const width = CANVAS.width / COLUMNS;
  const height = CANVAS.height / rows;
  return {
    id,
    name: id,
    x: (index % COLUMNS) * width + MARGIN,
    y: Math.floor(index / COLUMNS) * height + MARGIN,
    width: width - 2 * MARGIN,
    height: height - 2 * MARGIN,
  };
}

export function specimen(layers: Layer[]): Document {
  const blank = createDocument({ ...CANVAS, displayWidth: 600 });
  return documentSchema.parse({
    ...blank,
    background: solid("#f8fafc"),
    fields: FIELDS,
    samples: ROWS,
    layers,
  });
}

/** Every fit, direction, case, outline, fill and highlight of a text, in scripts of both directions. */
export function textSpecimen(): Document {
  const shadow = { x: 4, y: 6, blur: 8, color: "#00000066" };
  const stroke = { color: "#1e3a8a", width: 3 };
  const highlight = { color: "#fde68a", paddingX: 8, paddingY: 2, radius: 6 };
  const texts: [string, string, Parameters<typeof text>[2]][] = [
    ["fixed", "Dear {{name}}, {{phrase}}", { fit: "fixed", style: { fontSize: 22 } }],
    ["shrink", "{{phrase}} for {{name}}", { fit: "shrink", minFontSize: 8, style: { fontSize: 60 } }],
    ["line", "{{phrase}}", { fit: "line", minFontSize: 6, style: { fontSize: 48 } }],
    ["ellipsis", "{{phrase}} {{phrase}} {{phrase}}", { fit: "ellipsis", style: { fontSize: 26 } }],
    ["lines", "{{phrase}} {{name}}", { fit: "ellipsis", maxLines: 1, style: { fontSize: 26 } }],
    ["start", "{{phrase}}\n(250) {{name}}", { align: "start", style: { fontSize: 24 } }],
    ["end", "{{name}}!\n{{points}} points", { align: "end", direction: "rtl", style: { fontSize: 24 } }],
    ["stroke", "{{name}}", { stroke, style: { fontSize: 44, fontWeight: 800, color: "#fbbf24" } }],
    ["fill", "{{name}} 🎉 3", { fill: linear(90, "#7c3aed", "#f97316"), style: { fontSize: 40 } }],
    [
      "both",
      "{{name}}",
      { stroke, fill: linear(0, "#ffffff", "#38bdf8"), style: { fontSize: 44, fontFamily: "Montserrat" } },
    ],
    ["highlight", "{{phrase}}", { highlight, style: { fontSize: 24, underline: true } }],
    ["upper", "{{phrase}} ß ǆ", { style: { fontSize: 22, transform: "upper", letterSpacing: 2 } }],
    ["title", "{{phrase}}", { align: "center", style: { fontSize: 22, transform: "title", italic: true } }],
    ["thai", "น้ำผึ้ง เที่ยวเมืองไทย {{name}}", { style: { fontSize: 26 } }],
    ["indic", "श्रीकृष्ण क्षितिज தமிழ் রবীন্দ্রনাথ", { style: { fontSize: 26, fontWeight: 700 } }],
    ["han", "渡邊 さくら 안녕 {{name}}", { verticalAlign: "middle", style: { fontSize: 26 } }],
    ["turned", "{{name}} 🇵🇱 1️⃣ ❤️", { rotation: -8, opacity: 0.7, shadow, style: { fontSize: 30 } }],
    ["fallback", "{{photo}} is seen", { phraseFallback: "Nobody is seen", style: { fontFamily: "Caveat" } }],
    ["tinted", "{{name}}", { bindings: [{ path: "style.color", key: "tint" }], style: { fontSize: 40 } }],
  ];
  const tiny = { ...cell("tiny", texts.length, 5), height: 1 };
  return specimen([
    ...texts.map(([id, content, options], index) => text(cell(id, index, 5), content, options)),
    text(tiny, "{{phrase}}", { fit: "shrink", minFontSize: 2, style: { fontSize: 40 } }),
  ]);
}

/** Every type of layer but text; `assetId` is a picture of the workspace. */
export function layerSpecimen(assetId: string): Document {
  const source = { kind: "asset" as const, assetId };
  const dashed = { color: "#0f172a", width: 5, dash: "dashed" as const };
  const shadow = { x: 5, y: 5, blur: 10, color: "#00000080" };
  const fill = linear(45, "#2563eb", "#22d3ee");
  const points = { value: "{{points}}", fill };
  const list = { values: "{{list}}", labels: "Jan, Feb, {{name}}, שלום" };
  const makers: ((id: (name: string) => Cell) => Layer)[] = [
    (at) => ({ ...progressEntry.create("", CANVAS), ...points, ...at("bar") }),
    (at) => ({
      ...progressEntry.create("", CANVAS),
      ...points,
      direction: "up",
      roundCaps: false,
      ...at("up"),
    }),
    (at) => ({
      ...progressEntry.create("", CANVAS),
      ...points,
      kind: "ring",
      thickness: 20,
      startAngle: 30,
      ...at("ring"),
    }),
    (at) => ({ ...ratingEntry.create("", CANVAS), value: "{{points}}", fallbackValue: 2.5, ...at("stars") }),
    (at) => ({
      ...ratingEntry.create("", CANVAS),
      value: "3.3",
      symbol: "heart",
      step: "exact",
      ...at("hearts"),
    }),
    ...(["code128", "ean13", "upca", "datamatrix", "pdf417"] as const).map(
      (symbology) =>
        (at: (name: string) => Cell): Layer => ({
          ...barcodeEntry.create("", CANVAS),
          symbology,
          text: "{{code}}",
          fallbackText: symbology === "upca" ? "03600029145" : "590123412345",
          ...at(symbology),
        }),
    ),
    ...(["bar", "line", "donut"] as const).map(
      (kind) =>
        (at: (name: string) => Cell): Layer => ({
          ...chartEntry.create("", CANVAS),
          ...list,
          kind,
          fallbackValues: "1, 2, 3",
          colors: ["#2563eb", "#f59e0b", "#10b981cc"],
          area: kind === "line" ? linear(180, "#2563eb80", "#2563eb00") : null,
          ...at(`chart-${kind}`),
        }),
    ),
    // Over for good, so that no second lies between what is compared.
    (at) => ({
      ...countdownEntry.create("", CANVAS),
      target: "2020-01-01",
      whenOver: "zeros",
      boxes: "digits",
      labelPlace: "above",
      separator: ":",
      fill,
      stroke: { ...dashed, dash: "solid" },
      style: { ...countdownEntry.blank("", CANVAS).style, fontFamily: "Montserrat" },
      ...at("countdown-digits"),
    }),
    (at) => ({
      ...countdownEntry.create("", CANVAS),
      target: "2020-01-01",
      whenOver: "phrase",
      phrase: "Too late, {{name}}",
      shadow,
      ...at("countdown-over"),
    }),
    (at) => image(at("cover"), { source, radius: 24, focalX: 0.2 }),
    (at) => image(at("contain"), { source, fit: "contain", shadow }),
    (at) =>
      image(at("mask"), { source: { kind: "field", key: "photo" }, replacement: assetId, mask: "circle" }),
    (at) => shape(at("star"), "star", { fill, stroke: dashed, rotation: 15 }),
    (at) => shape(at("heart"), "path", { outline: DRAWN_SHAPES.heart.outline, fill, rotation: 8 }),
    (at) =>
      shape(at("icon"), "path", {
        outline: "M4 14L12 2L20 14M12 2L12 22C8 22 6 20 6 18",
        fill: null,
        stroke: { color: "#0f766e", width: 9, dash: "solid" },
        shadow,
      }),
    (at) => shape(at("ellipse"), "ellipse", { shadow, bindings: [{ path: "fill.color", key: "tint" }] }),
    (at) => qr(at("qr"), "https://example.com/{{code}}?name={{name}}"),
    (at) => {
      const box = at("group");
      const inside = { name: "inside", x: 10, y: 10, width: 150, height: 80 };
      const children = [
        shape({ ...inside, id: "plate" }, "rectangle", { radius: 12, fill }),
        text({ ...inside, id: "label" }, "{{name}} 👍🏽", { align: "center", verticalAlign: "middle" }),
      ];
      return group(box, children, { rotation: 10, opacity: 0.8, shadow });
    },
  ];
  return specimen(
    makers.map((make, index) => make((id) => cell(id, index, Math.ceil(makers.length / COLUMNS)))),
  );
}
