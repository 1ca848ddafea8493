import { z } from "zod";
import { barModules } from "../bar-modules";
import {
  barcodeContent,
  barcodeLimit,
  hasBars,
  isRetail,
  rightCheckDigit,
  symbology,
  TAKES,
} from "../barcode-text";
import { centredBase, NO_CHILDREN } from "../layer-base";
import type { LayerEntry, ReadableCode, ResolveContext, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { malformed } from "../malformed-placeholder";
import { moduleWidth } from "../module-width";
import {
  malformedPlaceholders,
  placeholderKeys,
  renamePlaceholder,
  replacePlaceholders,
} from "../placeholders";
import { colour, layerBase, plainText } from "../primitives";
import type { LayerProblem } from "../problem";
import { quoted } from "../short-text";

/** A barcode as large as fits the box and in its middle. */
export const barcodeLayer = z.strictObject({
  ...layerBase,
  type: z.literal("barcode"),
  symbology,
  /** What the code says; may hold `{{key}}`. */
  text: plainText(LIMITS.barcodeText),
  /** What it says when it cannot hold the text; no fields. */
  fallbackText: plainText(LIMITS.barcodeText),
  color: colour,
  /** Colour behind the bars; null leaves the canvas visible. */
  background: colour.nullable(),
  /** Clear room around the code, in widths of its narrowest bar. */
  quietZone: z.number().int().min(0).max(20),
  /** Whether the text stands below the bars; only for kinds that are bars side by side. */
  showText: z.boolean(),
});
export type BarcodeLayer = z.infer<typeof barcodeLayer>;

/** What the code holds once values are in place: the text, else the fallback; null when it can hold neither. */
export function barcodeShown({ symbology: kind, text, fallbackText }: BarcodeLayer): string | null {
  return barcodeContent(kind, text) ?? barcodeContent(kind, fallbackText);
}

function blank(id: string, canvas: Size): BarcodeLayer {
  const box = { width: canvas.width * 0.4, height: Math.min(canvas.height * 0.3, canvas.width * 0.15) };
  return {
    ...centredBase(id, "Barcode", box, canvas),
    type: "barcode",
    symbology: "code128",
    text: "",
    fallbackText: "",
    color: "#111827",
    background: "#ffffff",
    quietZone: 10,
    showText: true,
  };
}

/** Digits, which go in pairs, so that the bars of a new code are wide enough to be read where it is shown at half. */
function create(id: string, canvas: Size): BarcodeLayer {
  return { ...blank(id, canvas), text: "12345678" };
}

/** What stands for a placeholder: digits of goods as they were given, for a number's format would break them. */
function filled({ symbology: kind, text }: BarcodeLayer, context: ResolveContext): string {
  return replacePlaceholders(text, (key, raw) =>
    isRetail(kind) ? context.plain(key, raw).text : context.shown(key, raw),
  );
}

function problemsOf(layer: BarcodeLayer): LayerProblem[] {
  const { symbology: kind, text, fallbackText } = layer;
  const problems = malformedPlaceholders(text).map((raw) => malformed(raw, "/text"));
  if (problems.length > 0) return problems;
  const isFixed = placeholderKeys(text).length === 0;
  const holdsFallback = barcodeContent(kind, fallbackText) !== null;
  if (text.trim() === "" && fallbackText.trim() === "") {
    const message = "The barcode says nothing, so it is not drawn. Give it a text.";
    problems.push({ code: "barcode_empty", severity: "warning", path: "/text", message });
  } else if (isFixed && barcodeContent(kind, text) === null) {
    const outcome = holdsFallback ? "The fallback is drawn." : "No code is drawn.";
    const digit = rightCheckDigit(kind, text);
    const advice = digit === null ? "" : ` Its last digit should be ${digit}.`;
    const message = `Expected ${TAKES[kind]}, got ${quoted(text)}.${advice} ${outcome}`;
    problems.push({ code: "invalid_barcode", severity: "error", path: "/text", message });
  }
  if (fallbackText.trim() !== "" && !holdsFallback) {
    const message = `Expected ${TAKES[kind]} as the fallback, got ${quoted(fallbackText)}.`;
    problems.push({ code: "invalid_barcode", severity: "error", path: "/fallbackText", message });
  }
  return problems;
}

/** What a machine must read. Only encoding them tells how fine Data Matrix and PDF417 come out. */
function readable(layer: BarcodeLayer): ReadableCode | null {
  const { symbology: kind, text, color, background, width, quietZone } = layer;
  if (placeholderKeys(text).length > 0) return { color, background, module: null };
  const content = barcodeShown(layer);
  if (content === null) return null;
  const modules = barModules(kind, content);
  return { color, background, module: modules && moduleWidth(width / (modules + 2 * quietZone)) };
}

export const barcodeEntry: LayerEntry<BarcodeLayer> = {
  type: "barcode",
  label: "Barcode",
  schema: barcodeLayer,
  create,
  blank,
  presets: [{ id: "barcode", label: "Barcode", create }],
  content: ["text", "fallbackText"],
  sections: [
    {
      title: "Barcode",
      controls: [
        {
          kind: "choice",
          path: "symbology",
          label: "Kind",
          options: [
            { value: "code128", label: "Code 128" },
            { value: "ean13", label: "EAN-13" },
            { value: "upca", label: "UPC-A" },
            { value: "datamatrix", label: "Data Matrix" },
            { value: "pdf417", label: "PDF417" },
          ],
        },
        {
          kind: "text",
          path: "text",
          label: "Content",
          max: LIMITS.barcodeText,
          multiline: true,
          placeholders: true,
          hint: "A number or a text. Type {{ to insert a field.",
          limit: (layer) => barcodeLimit(layer.symbology),
        },
        {
          kind: "text",
          path: "fallbackText",
          label: "Fallback",
          max: LIMITS.barcodeText,
          hint: "Drawn when this kind of code cannot hold the content.",
          limit: (layer) => barcodeLimit(layer.symbology),
        },
        { kind: "color", path: "color", label: "Bars" },
        { kind: "color", path: "background", label: "Background", optional: true },
        {
          kind: "number",
          path: "quietZone",
          label: "Quiet zone",
          min: 0,
          max: 20,
          step: 1,
          unit: "modules",
        },
        {
          kind: "toggle",
          path: "showText",
          label: "Text below",
          when: (layer) => hasBars(layer.symbology),
        },
      ],
    },
  ],
  bindable: [
    { path: "color", label: "Bars", kind: "color" },
    { path: "background", label: "Background", kind: "color" },
  ],
  withText: (barcode, text) => (text.length > LIMITS.barcodeText ? barcode : { ...barcode, text }),
  code: readable,
  fieldReferences: ({ text }) => placeholderKeys(text).map((key) => ({ key, path: "/text", expects: "any" })),
  renameField: (barcode, from, to) => ({ ...barcode, text: renamePlaceholder(barcode.text, from, to) }),
  problems: problemsOf,
  ...NO_CHILDREN,
  scale: (barcode) => barcode,
  resolve(barcode, context) {
    const text = filled(barcode, context);
    if (text === barcode.text) return barcode;
    const { symbology: kind } = barcode;
    // From here on nobody knows any more that the digits came from a value.
    return { ...barcode, text: isRetail(kind) ? (barcodeContent(kind, text, "value") ?? "") : text };
  },
};
