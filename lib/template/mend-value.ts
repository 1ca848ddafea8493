import type { z } from "zod";
import { cutText, toOneLine, toPlainText } from "./plain-text";
import { angle, colour, displayName } from "./primitives";
import { inWords, type RepairCode, type RepairLog } from "./repair";

/** Mends single values. `undefined` says that the value is hopeless; the log has been told why. */
type SalvagedValue = string | number | boolean | undefined;

/** Tells the log about a value that cannot be saved. */
export function refuse(log: RepairLog, code: RepairCode, path: string, message: string): undefined {
  log.add(code, path, message);
  return undefined;
}

export function mendNumber(schema: z.ZodNumber, input: unknown, path: string, log: RepairLog): SalvagedValue {
  const fromText = typeof input === "string" && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(input);
  const number = fromText ? Number(input) : input;
  if (typeof number !== "number" || !Number.isFinite(number)) {
    return refuse(log, "wrong_type", path, `Expected a number, got ${inWords(input)}.`);
  }
  const whole = schema.format === "safeint" ? Math.round(number) : number;
  const turned = schema === angle ? number % 360 : whole;
  const kept = Math.min(schema.maxValue ?? turned, Math.max(schema.minValue ?? turned, turned));
  if (!schema.safeParse(kept).success) {
    return refuse(log, "out_of_range", path, `Expected another number, got ${inWords(input)}.`);
  }
  const code = kept === number ? "number_from_text" : "out_of_range";
  log.add(code, path, `Expected a number within its limits, got ${inWords(input)}. ${kept} stands now.`);
  return kept;
}

export function mendText(schema: z.ZodString, input: unknown, path: string, log: RepairLog): SalvagedValue {
  const written = typeof input === "number" && Number.isFinite(input) ? String(input) : input;
  if (typeof written !== "string") {
    return refuse(log, "wrong_type", path, `Expected text, got ${inWords(input)}.`);
  }
  if (schema === colour) {
    const hex = readHex(written);
    if (hex === null) {
      return refuse(log, "invalid_text", path, `Expected a colour such as #1f2937, got ${inWords(input)}.`);
    }
    log.add(
      "colour_rewritten",
      path,
      `Expected a colour such as #1f2937, got ${inWords(input)}. ${hex} stands now.`,
    );
    return hex;
  }
  const clean = schema === displayName ? toOneLine(written) : toPlainText(written);
  const kept = cutText(clean, schema.maxLength ?? clean.length);
  if (!schema.safeParse(kept).success) {
    return refuse(log, "invalid_text", path, `Expected other text, got ${inWords(input)}.`);
  }
  if (typeof input !== "string")
    log.add("wrong_type", path, "Expected text, got a number. Its digits stand now.");
  if (clean !== written)
    log.add("text_cleaned", path, "Characters that cannot stand in text were taken out.");
  if (kept !== clean) {
    log.add(
      "text_cut",
      path,
      `Expected at most ${kept.length} characters, got ${clean.length}. The first stand.`,
    );
  }
  return kept;
}

/** Hexadecimal colours in any case and length, with or without the sign; nothing else is safe to guess. */
function readHex(text: string): string | null {
  const hex = /^\s*#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\s*$/i.exec(text)?.[1]?.toLowerCase();
  if (hex === undefined) return null;
  return `#${hex.length < 6 ? hex.replace(/./g, "$&$&") : hex}`;
}

export function mendBoolean(input: unknown, path: string, log: RepairLog): SalvagedValue {
  const isYes = input === "true" || input === 1;
  if (!isYes && input !== "false" && input !== 0) {
    return refuse(log, "wrong_type", path, `Expected true or false, got ${inWords(input)}.`);
  }
  log.add("wrong_type", path, `Expected true or false, got ${inWords(input)}. ${isYes} stands now.`);
  return isYes;
}
