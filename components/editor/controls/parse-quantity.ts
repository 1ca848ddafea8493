/** What a number is measured in: `px` lengths may be typed in other units of print, shares and degrees may not. */
export type Unit = "px" | "%" | "°" | "";

/** CSS px of the units that lengths are given in: CSS Values 4, an inch is 96 px. */
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/**
 * Reads what a person types into a number field: `120`, `1,5`, `12px`, `1in`, `100 + 20`, `(3 + 4) * 2`, and with a
 * leading operator relative to the present value only where that cannot be a plain number: `*2`, `/3`, `+10`.
 * A leading minus is a negative number. A per cent is a share of the present value, but for a field that is measured
 * in per cent itself. Returns null for anything that is not a finite number.
 */
export function parseQuantity(text: string, present: number, unit: Unit = "px"): number | null {
  const cleaned = text
    .trim()
    .toLowerCase()
    .replace(/(\d),(\d)/g, "$1.$2")
    .replace(/[−–]/g, "-")
    .replace(/[×·]|(?<=[\d%)\s])x(?=[\s\d(.])/g, "*")
    .replace(/[÷:]/g, "/")
    .replace(/°|deg(?:rees)?/g, "");
  if (cleaned === "") return null;
  const expression = /^[+*/]/.test(cleaned) ? `${present}${cleaned}` : cleaned;
  const tokens = expression.match(/\d+\.?\d*|\.\d+|[a-z]+|[-+*/()%]|\S/g);
  if (!tokens) return null;
  const reader = { tokens, at: 0, percent: unit === "%" ? 1 : present / 100 };
  const value = sum(reader);
  return value !== null && reader.at === tokens.length && Number.isFinite(value) ? value : null;
}

/** Whether what was typed changes the present value instead of replacing it: `+10`, `*2`, `50%` of a length. */
export function isRelative(text: string, unit: Unit = "px"): boolean {
  return /^\s*[+*/×÷]/.test(text) || (unit !== "%" && text.includes("%"));
}

type Reader = { tokens: readonly string[]; at: number; percent: number };

function sum(reader: Reader): number | null {
  let left = product(reader);
  while (left !== null && /^[-+]$/.test(reader.tokens[reader.at] ?? "")) {
    const operator = reader.tokens[reader.at++];
    const right = product(reader);
    if (right === null) return null;
    left = operator === "+" ? left + right : left - right;
  }
  return left;
}

function product(reader: Reader): number | null {
  let left = factor(reader);
  while (left !== null && /^[*/]$/.test(reader.tokens[reader.at] ?? "")) {
    const operator = reader.tokens[reader.at++];
    const right = factor(reader);
    if (right === null) return null;
    left = operator === "*" ? left * right : left / right;
  }
  return left;
}

function factor(reader: Reader): number | null {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return null;
  if (token === "-" || token === "+") {
    const value = factor(reader);
    return value === null ? null : token === "-" ? -value : value;
  }
  if (token === "(") {
    const value = sum(reader);
    return reader.tokens[reader.at++] === ")" ? measured(value, reader) : null;
  }
  return /^[\d.]/.test(token) ? measured(Number(token), reader) : null;
}

/** The number with the unit that follows it, if one does. */
function measured(value: number | null, reader: Reader): number | null {
  const next = reader.tokens[reader.at] ?? "";
  const size = next === "%" ? reader.percent : PIXELS[next];
  if (value === null || size === undefined) return value;
  reader.at += 1;
  return value * size;
}
