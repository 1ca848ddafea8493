/**
 * Reads what a person types into a number field: `120`, `1,5`, `12px`, `100 + 20`, `(3 + 4) * 2`, and with a
 * leading operator relative to the present value only where that cannot be a plain number: `*2`, `/3`, `+10`.
 * A leading minus is a negative number. Returns null for anything that is not a finite number.
 */
export function parseQuantity(text: string, present: number): number | null {
  const cleaned = text
    .trim()
    .replace(/(\d),(\d)/g, "$1.$2")
    .replace(/(?:px|°|%|deg|×)/gi, "")
    .replace(/[−–]/g, "-");
  if (cleaned === "") return null;
  const expression = /^[+*/]/.test(cleaned) ? `${present}${cleaned}` : cleaned;
  const tokens = expression.match(/\d+\.?\d*|\.\d+|[-+*/()]|\S/g);
  if (!tokens) return null;
  const reader = { tokens, at: 0 };
  const value = sum(reader);
  return value !== null && reader.at === tokens.length && Number.isFinite(value) ? value : null;
}

type Reader = { tokens: readonly string[]; at: number };

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
    return reader.tokens[reader.at++] === ")" ? value : null;
  }
  return /^[\d.]/.test(token) ? Number(token) : null;
}
