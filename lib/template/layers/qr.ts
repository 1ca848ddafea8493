import { z } from "zod";
import { centredBase, NO_CHILDREN } from "../layer-base";
import type { LayerEntry, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { malformed } from "../malformed-placeholder";
import { moduleWidth } from "../module-width";
import {
  malformedPlaceholders,
  placeholderKeys,
  renamePlaceholder,
  replacePlaceholders,
} from "../placeholders";
import { utf8Length } from "../plain-text";
import { colour, layerBase, plainText } from "../primitives";
import { qrModules } from "../qr-modules";

export const qrLayer = z.strictObject({
  ...layerBase,
  type: z.literal("qr"),
  /** What the code says; may hold `{{key}}`. */
  text: plainText(LIMITS.qrText),
  color: colour,
  /** Colour behind the modules; null leaves the canvas visible. */
  background: colour.nullable(),
  /** Error correction as in ISO/IEC 18004: about 7, 15, 25 and 30 % of the code may be lost. */
  level: z.enum(["L", "M", "Q", "H"]),
  /** Quiet zone in modules. */
  margin: z.number().int().min(0).max(10),
});
export type QrLayer = z.infer<typeof qrLayer>;

function blank(id: string, canvas: Size): QrLayer {
  const side = Math.min(canvas.width, canvas.height) * 0.3;
  return {
    ...centredBase(id, "QR code", { width: side, height: side }, canvas),
    type: "qr",
    text: "",
    color: "#111827",
    background: "#ffffff",
    level: "M",
    margin: 2,
  };
}

function create(id: string, canvas: Size): QrLayer {
  return { ...blank(id, canvas), text: "https://example.com" };
}

export const qrEntry: LayerEntry<QrLayer> = {
  type: "qr",
  label: "QR code",
  schema: qrLayer,
  create,
  blank,
  presets: [{ id: "qr", label: "QR code", create }],
  content: ["text"],
  sections: [
    {
      title: "QR code",
      controls: [
        {
          kind: "text",
          path: "text",
          label: "Content",
          max: LIMITS.qrText,
          multiline: true,
          placeholders: true,
          hint: "An address or any text. Type {{ to insert a field.",
          limit: () => ({ most: LIMITS.qrBytes, unit: "bytes" }),
        },
        { kind: "color", path: "color", label: "Modules" },
        { kind: "color", path: "background", label: "Background", optional: true },
        {
          kind: "choice",
          path: "level",
          label: "Error correction",
          options: [
            { value: "L", label: "Low, 7 %" },
            { value: "M", label: "Medium, 15 %" },
            { value: "Q", label: "Quartile, 25 %" },
            { value: "H", label: "High, 30 %" },
          ],
        },
        { kind: "number", path: "margin", label: "Quiet zone", min: 0, max: 10, step: 1, unit: "modules" },
      ],
    },
  ],
  bindable: [
    { path: "color", label: "Modules", kind: "color" },
    { path: "background", label: "Background", kind: "color" },
  ],
  withText: (qr, text) => ({ ...qr, text }),
  code({ text, color, background, level, margin, width, height }) {
    if (placeholderKeys(text).length > 0) return { color, background, module: null };
    const modules = qrModules(text, level);
    if (text === "" || utf8Length(text) > LIMITS.qrBytes || modules === null) return null;
    return { color, background, module: moduleWidth(Math.min(width, height) / (modules + 2 * margin)) };
  },
  fieldReferences: ({ text }) => placeholderKeys(text).map((key) => ({ key, path: "/text", expects: "any" })),
  renameField: (qr, from, to) => ({ ...qr, text: renamePlaceholder(qr.text, from, to) }),
  problems(qr) {
    const problems = malformedPlaceholders(qr.text).map((raw) => malformed(raw, "/text"));
    const bytes = utf8Length(replacePlaceholders(qr.text, () => ""));
    if (qr.text.trim() === "") {
      const message = "The code says nothing, so it is not drawn. Give it an address or a text.";
      problems.push({ code: "qr_empty", severity: "warning", path: "/text", message });
    }
    if (bytes > LIMITS.qrBytes) {
      const message = `A code holds at most ${LIMITS.qrBytes} bytes, this text has ${bytes} before any value. Shorten it.`;
      problems.push({ code: "qr_too_long", severity: "error", path: "/text", message });
    }
    return problems;
  },
  ...NO_CHILDREN,
  scale: (qr) => qr,
  resolve(qr, context) {
    const text = replacePlaceholders(qr.text, context.shown);
    if (text === qr.text) return qr;
    // A code cut short would lead somewhere else, so one that is too long says nothing.
    return { ...qr, text: utf8Length(text) > LIMITS.qrBytes ? "" : text };
  },
};
