import { z } from "zod";
import { LIMITS } from "./limits";
import { displayName, fieldKey, plainText } from "./primitives";

export const fieldType = z.enum(["text", "number", "date", "image", "url", "color", "boolean"]);
export type FieldType = z.infer<typeof fieldType>;

/** How a given value is cleaned and written. Fallbacks are shown as typed, never formatted. */
export const fieldFormat = z.strictObject({
  /** Trims both ends and collapses white space inside. */
  trim: z.boolean(),
  /** `name` writes Title Case as people write names: McDonald, de la Cruz, O'Neil. */
  case: z.enum(["none", "upper", "lower", "sentence", "name"]),
  /** `sentence` and `name` touch only values that are all upper or all lower case: "McKinsey" stays as typed. */
  onlyWhenOneCase: z.boolean(),
  firstWordOnly: z.boolean(),
  /** Longest text in graphemes, then an ellipsis; 0 is no limit. */
  maxLength: z.number().int().min(0).max(1000),
  prefix: plainText(60),
  suffix: plainText(60),
  number: z.strictObject({
    style: z.enum(["plain", "decimal", "currency", "percent"]),
    /** ISO 4217 code. */
    currency: z.string().regex(/^[A-Z]{3}$/),
    minimumDecimals: z.number().int().min(0).max(6),
    maximumDecimals: z.number().int().min(0).max(6),
  }),
  date: z.enum(["none", "short", "medium", "long", "full", "iso"]),
  /** BCP 47 language tag. */
  locale: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
});
export type FieldFormat = z.infer<typeof fieldFormat>;

export const field = z.strictObject({
  key: fieldKey,
  label: displayName,
  type: fieldType,
  /** Shown when the field has no value. Empty: nothing stands there. */
  fallback: plainText(LIMITS.value),
  format: fieldFormat,
});
export type Field = z.infer<typeof field>;

export const DEFAULT_FORMAT: FieldFormat = {
  trim: true,
  case: "none",
  onlyWhenOneCase: true,
  firstWordOnly: false,
  maxLength: 0,
  prefix: "",
  suffix: "",
  number: { style: "plain", currency: "USD", minimumDecimals: 0, maximumDecimals: 2 },
  date: "none",
  locale: "en-US",
};
