import type { PaintImage } from "@/lib/paint/painter";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { type Document, type Layer, SCHEMA_VERSION } from "@/lib/template/schema";
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
import type { FindingCode, Severity } from "../finding";
import { flatPicture } from "./node-eyes";

/** A document with one problem, and the problem: its code, how bad it is, the layer or field, the rows it shows with. */
export type Plant = {
  name: string;
  document: Document;
  code: FindingCode;
  severity: Severity;
  layerId?: string;
  fieldKey?: string;
  rows?: readonly string[];
};

const BOX = { id: "it", name: "It", x: 100, y: 100, width: 1000, height: 120 };
const BIG = { fontSize: 64 };

function design(layers: Layer[], change: Partial<Document> = {}): Document {
  return {
    schemaVersion: SCHEMA_VERSION,
    width: 1200,
    height: 628,
    displayWidth: 600,
    background: solid("#ffffff"),
    backgroundKey: null,
    backgroundToken: null,
    timeZone: "UTC",
    guides: [],
    variants: [],
    alt: "A picture",
    fields: [],
    samples: [],
    layers,
    ...change,
  };
}

const NAME = field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT });
const ROWS = samples(["first_name"], ["Short", "Jo"], ["Long", "Maximiliana Alexandrina"]);
const named = { fields: [NAME], samples: ROWS };
const rule = (path: string, value: string): Pick<Layer, "rules"> => ({
  rules: [
    {
      when: { match: "all", tests: [{ key: "first_name", is: "present", value: "" }] },
      then: { kind: "set", path, value },
    },
  ],
});
const own = (key: string, change: Partial<Field>): Field => ({
  key,
  label: key,
  type: "text",
  fallback: "",
  format: DEFAULT_FORMAT,
  ...change,
});
const asset = (assetId: string) => ({ kind: "asset", assetId }) as const;
const greeting = text(BOX, "Hello {{first_name}}", { style: BIG });
const photo = field("photo", "Photo", { type: "image" });

/** Pictures the plants show, by asset id and address. */
export async function plantedPictures(): Promise<Record<string, PaintImage>> {
  return {
    ast_halfwhite1: await flatPicture(1200, 628, "#101828", "#f5f5f5"),
    ast_tiny000001: await flatPicture(100, 60, "#334455"),
    ast_middle0001: await flatPicture(420, 260, "#334455"),
    ast_large00001: await flatPicture(1200, 900, "#334455"),
    "https://pictures.example/good.png": await flatPicture(1200, 900, "#334455"),
  };
}

const PICTURE_BOX = { ...BOX, width: 600, height: 380 };

export const PLANTS: readonly Plant[] = [
  {
    name: "fixed text larger than its box",
    document: design([
      text({ ...BOX, width: 500, height: 80 }, "A line that is far too long for this", {
        fit: "fixed",
        style: BIG,
      }),
    ]),
    code: "text_overflows",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "fixed text that one row is too long for",
    document: design(
      [text({ ...BOX, width: 600, height: 80 }, "Hi {{first_name}}", { fit: "fixed", style: BIG })],
      named,
    ),
    code: "text_overflows",
    severity: "warning",
    layerId: "it",
    rows: ["Long"],
  },
  {
    name: "a word that is broken between lines",
    document: design([
      text({ ...BOX, width: 200, height: 300 }, "Donaudampfschifffahrt", { minFontSize: 40, style: BIG }),
    ]),
    code: "text_overflows",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "text that its fit cuts off",
    document: design([
      text({ ...BOX, width: 500, height: 90 }, "A line that is far too long for this", {
        fit: "ellipsis",
        style: BIG,
      }),
    ]),
    code: "text_cut",
    severity: "info",
    layerId: "it",
  },
  {
    name: "text that is cut at its smallest size",
    document: design([
      text({ ...BOX, width: 500, height: 90 }, "A line that is far too long for this", {
        minFontSize: 56,
        style: BIG,
      }),
    ]),
    code: "text_cut",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "one line that is cut with one row",
    document: design(
      [
        text({ ...BOX, width: 420 }, "Dear {{first_name}}", {
          fit: "line",
          minFontSize: 48,
          style: BIG,
        }),
      ],
      named,
    ),
    code: "text_cut",
    severity: "warning",
    layerId: "it",
    rows: ["Long"],
  },
  {
    name: "letters that nobody can read",
    document: design([text(BOX, "Terms apply", { style: { fontSize: 15 }, minFontSize: 15 })]),
    code: "text_small",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "letters that are hard to read",
    document: design([text(BOX, "Terms apply", { style: { fontSize: 20 } })]),
    code: "text_small",
    severity: "info",
    layerId: "it",
  },
  {
    name: "text that shrinks below what can be read",
    document: design(
      [text({ ...BOX, width: 190, height: 60 }, "{{first_name}}", { fit: "line", style: BIG })],
      named,
    ),
    code: "text_small",
    severity: "warning",
    layerId: "it",
    rows: ["Long"],
  },
  {
    name: "grey text on white",
    document: design([text(BOX, "Pale words", { style: { fontSize: 32, color: "#999999" } })]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a large heading that is too pale even for its size",
    document: design([
      text(BOX, "Pale words", { style: { fontSize: 80, fontWeight: 700, color: "#a9c4ee" } }),
    ]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "white text that runs from the dark half of a picture into its light half",
    document: design([
      image(
        { id: "photo", name: "Photo", x: 0, y: 0, width: 1200, height: 628 },
        { source: asset("ast_halfwhite1") },
      ),
      text(BOX, "Words across both halves of it", { style: { fontSize: 56, color: "#ffffff" } }),
    ]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "text whose gradient ends in the colour of the background",
    document: design([
      text(BOX, "From dark to nothing", {
        style: { fontSize: 90, fontWeight: 700 },
        fill: linear(90, "#111827", "#f3f4f6"),
      }),
    ]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "text on a gradient that comes too near to it",
    document: design([text(BOX, "Words on a gradient", { style: { fontSize: 72, color: "#1d4ed8" } })], {
      background: linear(90, "#dbeafe", "#3b82f6"),
    }),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "black text that lets too much through",
    document: design([text(BOX, "Faint words", { opacity: 0.35, style: { fontSize: 32 } })]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "text on a shape in a turned group",
    document: design([
      group({ id: "badge", name: "Badge", x: 300, y: 200, width: 500, height: 160 }, [
        shape({ id: "plate", name: "Plate", x: 0, y: 0, width: 500, height: 160 }, "rectangle", {
          fill: solid("#facc15"),
        }),
        text({ ...BOX, x: 40, y: 40, width: 420, height: 80 }, "Only today", {
          align: "center",
          style: { fontSize: 40, color: "#ffffff" },
        }),
      ]),
    ]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "one weak colour among others in a text",
    document: design([
      text(BOX, "", {
        runs: [
          { text: "You have ", style: {} },
          { text: "250 points", style: { color: "#fca5a5" } },
        ],
        style: { fontSize: 36 },
      }),
    ]),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a background that one row makes too like the text",
    document: design([text(BOX, "Your colour", { style: { fontSize: 40, color: "#ffffff" } })], {
      background: solid("#111827"),
      backgroundKey: "tint",
      fields: [field("tint", "Tint", { type: "color", fallback: "#111827" })],
      samples: samples(["tint"], ["Dark", "#1e293b"], ["Light", "#e2e8f0"]),
    }),
    code: "low_contrast",
    severity: "warning",
    layerId: "it",
    rows: ["Light"],
  },
  {
    name: "a greeting with a hole in it",
    document: design([text(BOX, "Hi {{first_name}}!", { style: BIG })], {
      fields: [field("first_name", "First name")],
      samples: ROWS,
    }),
    code: "fallback_missing",
    severity: "warning",
    layerId: "it",
    fieldKey: "first_name",
    rows: ["Nothing filled"],
  },
  {
    name: "a text that is gone without its field",
    document: design([text(BOX, "{{first_name}}", { style: BIG })], {
      fields: [field("first_name", "First name")],
      samples: ROWS,
    }),
    code: "fallback_missing",
    severity: "info",
    layerId: "it",
    fieldKey: "first_name",
    rows: ["Nothing filled"],
  },
  {
    name: "a code whose address is cut short without its field",
    document: design(
      [qr({ ...BOX, width: 300, height: 300 }, "https://example.com/c/{{first_name}}", { margin: 4 })],
      { fields: [field("first_name", "First name")], samples: ROWS },
    ),
    code: "fallback_missing",
    severity: "warning",
    layerId: "it",
    fieldKey: "first_name",
    rows: ["Nothing filled"],
  },
  {
    name: "a fallback that one row uses",
    document: design([greeting], {
      fields: [NAME],
      samples: samples(["first_name"], ["Known", "Jo"], ["Unknown", ""]),
    }),
    code: "fallback_used",
    severity: "info",
    fieldKey: "first_name",
    rows: ["Unknown"],
  },
  {
    name: "an image layer without a picture",
    document: design([image(PICTURE_BOX)]),
    code: "image_missing",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a picture that is gone",
    document: design([image(PICTURE_BOX, { source: asset("ast_gone000001") })]),
    code: "image_failed",
    severity: "error",
    layerId: "it",
  },
  {
    name: "an address where no picture is",
    document: design([image(PICTURE_BOX, { source: { kind: "field", key: "photo" } })], {
      fields: [{ ...photo, fallback: "https://pictures.example/good.png" }],
      samples: samples(
        ["photo"],
        ["Good", "https://pictures.example/good.png"],
        ["Bad", "https://pictures.example/bad.png"],
      ),
      layers: [image(PICTURE_BOX, { source: { kind: "field", key: "photo" } })],
    }),
    code: "image_failed",
    severity: "error",
    layerId: "it",
    rows: ["Bad"],
  },
  {
    name: "a field's picture that nothing stands in for",
    document: design([image(PICTURE_BOX, { source: { kind: "field", key: "photo" } })], {
      fields: [photo],
      samples: samples(["photo"], ["Good", "https://pictures.example/good.png"]),
    }),
    code: "image_missing",
    severity: "info",
    layerId: "it",
    rows: ["Nothing filled"],
  },
  {
    name: "a replacement that is gone",
    document: design(
      [
        image(PICTURE_BOX, {
          source: { kind: "field", key: "photo" },
          replacement: "ast_gone000001",
        }),
      ],
      { fields: [photo], samples: samples(["photo"], ["Good", "https://pictures.example/good.png"]) },
    ),
    code: "image_failed",
    severity: "error",
    layerId: "it",
  },
  {
    name: "a tiny picture in a large layer",
    document: design([image(PICTURE_BOX, { source: asset("ast_tiny000001") })]),
    code: "image_blurry",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a picture that is soft on good screens",
    document: design([image(PICTURE_BOX, { source: asset("ast_middle0001") })]),
    code: "image_blurry",
    severity: "info",
    layerId: "it",
  },
  {
    name: "a large picture that is enlarged too far in its box",
    document: design([image(PICTURE_BOX, { source: asset("ast_large00001"), zoom: 4 })]),
    code: "image_blurry",
    severity: "info",
    layerId: "it",
  },
  {
    name: "text near the edge",
    document: design([text({ ...BOX, x: 10 }, "At the edge", { style: BIG })]),
    code: "outside_safe_area",
    severity: "info",
    layerId: "it",
  },
  {
    name: "text that the edge cuts off",
    document: design([text({ ...BOX, x: -60 }, "Over the edge", { style: BIG })]),
    code: "outside_safe_area",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a code in the corner",
    document: design([qr({ ...BOX, x: 0, y: 0, width: 300, height: 300 }, "https://example.com")]),
    code: "outside_safe_area",
    severity: "info",
    layerId: "it",
  },
  {
    name: "a shape beside the canvas",
    document: design([shape({ ...BOX, x: 1300 }, "rectangle")]),
    code: "outside_canvas",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "text below the canvas",
    document: design([text({ ...BOX, y: 700 }, "Down here", { style: BIG })]),
    code: "outside_canvas",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a field that nothing uses",
    document: design([text(BOX, "Hello", { style: BIG })], named),
    code: "unused_field",
    severity: "warning",
    fieldKey: "first_name",
  },
  {
    name: "a field that does not exist",
    document: design([text(BOX, "Hello", { style: BIG })], { alt: "Hello {{nobody}}" }),
    code: "unknown_field",
    severity: "error",
    fieldKey: "nobody",
  },
  {
    name: "a placeholder that is written wrongly",
    document: design(
      [text(BOX, "Hello {{First Name}} and {{first_name}}", { style: { fontSize: 40 } })],
      named,
    ),
    code: "malformed_placeholder",
    severity: "error",
    layerId: "it",
  },
  {
    name: "a rule that sets no colour",
    document: design([{ ...greeting, ...rule("style.color", "brightish") }], named),
    code: "invalid_rule_value",
    severity: "error",
    layerId: "it",
  },
  {
    name: "a rule that sets what cannot be set",
    document: design([{ ...greeting, ...rule("radius", "4") }], named),
    code: "not_settable",
    severity: "error",
    layerId: "it",
  },
  {
    name: "a rule under a fill",
    document: design([{ ...greeting, fill: solid("#111827"), ...rule("style.color", "#ff0000") }], named),
    code: "covered_property",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a property that a field of another type sets",
    document: design([{ ...greeting, bindings: [{ path: "style.fontSize", key: "joined" }] }], {
      alt: "A picture of {{joined}}",
      fields: [NAME, field("joined", "Joined", { type: "date" })],
      samples: ROWS,
    }),
    code: "wrong_field_type",
    severity: "error",
    layerId: "it",
    fieldKey: "joined",
  },
  {
    name: "a pale code",
    document: design([
      qr({ ...BOX, width: 300, height: 300 }, "https://example.com", { color: "#9ca3af", margin: 4 }),
    ]),
    code: "code_contrast",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a code with parts too fine for a screen",
    document: design([qr({ ...BOX, width: 80, height: 80 }, "https://example.com/a-long-way-to-go")]),
    code: "code_too_fine",
    severity: "warning",
    layerId: "it",
  },
  {
    name: "a sample that is no number",
    document: design([text(BOX, "You have {{points}} points", { style: { fontSize: 40 } })], {
      fields: [field("points", "Points", { type: "number", fallback: "0" })],
      samples: samples(["points"], ["Fine", "250"]).concat([
        { id: "odd", name: "Odd", values: { points: "many" } },
      ]),
    }),
    code: "invalid_sample",
    severity: "warning",
    fieldKey: "points",
    rows: ["Odd"],
  },
  {
    name: "a sample for a field that does not exist",
    document: design([greeting], {
      fields: [NAME],
      samples: [{ id: "odd", name: "Odd", values: { first_name: "Jo", town: "Łódź" } }],
    }),
    code: "unknown_sample_field",
    severity: "warning",
    fieldKey: "town",
    rows: ["Odd"],
  },
  {
    name: "more decimals at least than at most",
    document: design([text(BOX, "You have {{points}} points", { style: { fontSize: 40 } })], {
      fields: [
        own("points", {
          type: "number",
          fallback: "0",
          format: {
            ...DEFAULT_FORMAT,
            number: { ...DEFAULT_FORMAT.number, minimumDecimals: 3, maximumDecimals: 1 },
          },
        }),
      ],
      samples: samples(["points"], ["Fine", "250"]),
    }),
    code: "invalid_decimals",
    severity: "warning",
    fieldKey: "points",
  },
];
