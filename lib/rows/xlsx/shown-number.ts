import { shownDate } from "./shown-date";

/** A piece of a format: places for digits, or text that is written as it is. */
type Piece = { places: string } | { literal: string };

/** A number of a cell as a person sees it under the cell's number format, in English signs. */
export function shownNumber(raw: string, code: string, dates1904: boolean): string {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return raw.trim();
  const sections = sectionsOf(code);
  const hasOwn = number < 0 && sections.length > 1;
  const section = (number === 0 ? sections[2] : hasOwn ? sections[1] : undefined) ?? sections[0] ?? "";
  const bare = section.replace(/"[^"]*"|\\.|[_*]./g, "");
  if (code === "" || /^\s*(general|@)\s*$/i.test(bare.replace(/\[[^\]]*\]/g, ""))) return plain(number);
  if (/\[[hms]+\]|[dmyhs]/i.test(bare.replace(/\[(?![hms]+\])[^\]]*\]/gi, "")))
    return shownDate(number, section, dates1904);
  if (/[0#?]\s*\/\s*[0#?\d]/.test(bare)) return plain(number);
  const pieces = piecesOf(section);
  const sign = number < 0 && !hasOwn ? "-" : "";
  return sign + written(Math.abs(number), pieces).trim();
}

/** The parts of a format for positive numbers, negative ones, zero and text. */
function sectionsOf(code: string): string[] {
  const sections = [""];
  for (const token of code.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|./gsu) ?? []) {
    if (token === ";") sections.push("");
    else sections.push(`${sections.pop() ?? ""}${token}`);
  }
  return sections;
}

/** Fifteen digits, as spreadsheets reckon: 0.1 + 0.2 is 0.3. */
function plain(number: number): string {
  return String(Number(number.toPrecision(15)));
}

function piecesOf(section: string): Piece[] {
  const tokens =
    section.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|[eE][+-][0#?]+|[0#?](?:[0#?,]*[0#?,])?|./gu) ?? [];
  return tokens.flatMap((token): Piece[] => {
    if (/^[_*]/.test(token)) return [];
    if (token.startsWith('"')) return [{ literal: token.slice(1, -1) }];
    if (token.startsWith("\\")) return [{ literal: token.slice(1) }];
    if (token.startsWith("[")) return [{ literal: /^\[\$([^-\]]*)/.exec(token)?.[1] ?? "" }];
    return /^[0#?.eE]/.test(token) && !/^[eE]$/.test(token) ? [{ places: token }] : [{ literal: token }];
  });
}

function written(number: number, pieces: Piece[]): string {
  const places = pieces.map((piece) => ("places" in piece ? piece.places : "")).join("");
  const point = places.indexOf(".");
  const whole = point < 0 ? places.replace(/[eE].*/, "") : places.slice(0, point);
  const decimals = point < 0 ? "" : places.slice(point + 1).replace(/[eE].*/, "");
  const exponent = /[eE][+-][0#?]+/.exec(places);
  const percents = pieces.filter((piece) => "literal" in piece && piece.literal === "%").length;
  const thousands = /,+$/.exec(point < 0 ? whole : decimals)?.[0].length ?? 0;
  const value = (number * 100 ** percents) / 1000 ** thousands;
  const most = decimals.replace(/[^0#?]/g, "").length;
  const least = (decimals.match(/0/g) ?? []).length;
  if (exponent) return textOf(pieces, scientific(value, most));
  const [digits = "0", fraction = ""] = rounded(value, most).split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(least, "0");
  const shown = filled(digits, whole, pieces);
  return shown + (kept === "" ? "" : `.${kept}`) + after(pieces);
}

/** Half away from zero, on the decimal digits that are seen. */
function rounded(value: number, decimals: number): string {
  const text = plain(value);
  if (text.includes("e")) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

function scientific(value: number, decimals: number): string {
  const [mantissa = "0", exponent = "+0"] = value.toExponential(decimals).split("e");
  return `${mantissa}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, "0")}`;
}

function textOf(pieces: Piece[], number: string): string {
  const first = pieces.findIndex((piece) => "places" in piece);
  return pieces
    .map((piece, index) => ("literal" in piece ? piece.literal : index === first ? number : ""))
    .join("");
}

/** The digits before the point in their places from the right, with the text that stands before and between them. */
function filled(digits: string, whole: string, pieces: Piece[]): string {
  const grouped = /[0#?],[0#?]/.test(whole);
  const least = (whole.match(/0/g) ?? []).length;
  let rest = digits === "0" && least === 0 ? "" : digits.padStart(least, "0");
  if (grouped) rest = rest.replace(/\B(?=(\d{3})+$)/g, ",");
  const before = pieces.slice(0, wholeEnd(pieces));
  const first = before.findIndex((piece) => "places" in piece);
  let text = "";
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const piece = before[index];
    if (!piece) continue;
    if ("literal" in piece) text = piece.literal + text;
    else {
      const taken = grouped || index === first ? rest.length : Math.min(rest.length, piece.places.length);
      text = rest.slice(rest.length - taken) + text;
      rest = rest.slice(0, rest.length - taken);
    }
  }
  return text;
}

function after(pieces: Piece[]): string {
  return pieces
    .slice(wholeEnd(pieces))
    .map((piece) => ("literal" in piece ? piece.literal : ""))
    .join("");
}

/** Where the places before the point end. */
function wholeEnd(pieces: Piece[]): number {
  const point = pieces.findIndex((piece) => "places" in piece && piece.places.startsWith("."));
  if (point >= 0) return point;
  return pieces.findLastIndex((piece) => "places" in piece) + 1;
}
