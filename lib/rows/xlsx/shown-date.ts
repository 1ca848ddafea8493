const DAY = 86_400_000;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * A day or a time of a cell. A whole date is ISO 8601, which no field reads wrongly, unless its format spells the month
 * or the weekday; then, and for parts of a date, it is as the sheet shows it, in English and with the whole year.
 */
export function shownDate(serial: number, section: string, dates1904: boolean): string {
  if (serial < 0 || serial > 2_958_466) return String(serial);
  const tokens = tokensOf(section);
  const has = (letter: RegExp) => tokens.some((token) => letter.test(token));
  const time = momentOf(serial, dates1904);
  const isDate = has(/^y/) && has(/^d/) && has(/^m/);
  if (!isDate || has(/^(mmm|ddd)/)) return written(tokens, time, serial);
  const day = time.toISOString().slice(0, 10);
  if (!has(/^h/)) return day;
  return `${day} ${time.toISOString().slice(11, has(/^s/) ? 19 : 16)}`;
}

/** Codes in lower case, minutes as `n`, other text in quotation marks. */
function tokensOf(section: string): string[] {
  const parts =
    section.match(/"[^"]*"|\\.|[_*].|\[[hms]+\]|\[[^\]]*\]|AM\/PM|A\/P|([dmyhs])\1*|\.0+|./giu) ?? [];
  const tokens = parts.flatMap((part) => {
    if (/^(\[[hms]+\]|[dmyhs]|am\/pm|a\/p)/i.test(part)) return [part.toLowerCase()];
    if (/^([_*]|\[|\.0)/.test(part)) return [];
    return [`"${part.replace(/^\\|^"|"$/g, "")}`];
  });
  const codes = tokens.flatMap((token, index) => (token.startsWith('"') ? [] : [index]));
  for (const [place, index] of codes.entries()) {
    const token = tokens[index] ?? "";
    const [before = "", following = ""] = [codes[place - 1], codes[place + 1]].map((at) => tokens[at ?? -1]);
    if (/^mm?$/.test(token) && (/^\[?h/.test(before) || /^s/.test(following)))
      tokens[index] = token.replaceAll("m", "n");
  }
  return tokens;
}

/** The moment in UTC, to the second. Before March 1900 the count is off by the day that never was. */
function momentOf(serial: number, dates1904: boolean): Date {
  const days = dates1904 ? serial : serial < 60 ? serial + 1 : serial;
  const start = dates1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + Math.round((days * DAY) / 1000) * 1000);
}

function written(tokens: string[], time: Date, serial: number): string {
  const half = tokens.some((token) => /^a/.test(token));
  return tokens
    .map((token) => (token.startsWith('"') ? token.slice(1) : partOf(token, time, serial, half)))
    .join("")
    .trim();
}

function partOf(token: string, time: Date, serial: number, half: boolean): string {
  const month = MONTHS[time.getUTCMonth()] ?? "";
  const weekday = DAYS[time.getUTCDay()] ?? "";
  const hours = half ? time.getUTCHours() % 12 || 12 : time.getUTCHours();
  const padded = (number: number) => String(number).padStart(Math.min(token.length, 2), "0");
  if (token.startsWith("[h")) return String(Math.floor(serial * 24 + 1e-9));
  if (token.startsWith("[m")) return String(Math.floor(serial * 1440 + 1e-9));
  if (token.startsWith("[s")) return String(Math.round(serial * 86_400));
  if (token.startsWith("y")) return String(time.getUTCFullYear());
  if (/^m{3}$/.test(token)) return month.slice(0, 3);
  if (/^m{5}$/.test(token)) return month.slice(0, 1);
  if (/^m{4,}$/.test(token)) return month;
  if (token.startsWith("m")) return padded(time.getUTCMonth() + 1);
  if (/^d{3}$/.test(token)) return weekday.slice(0, 3);
  if (/^d{4,}$/.test(token)) return weekday;
  if (token.startsWith("d")) return padded(time.getUTCDate());
  if (token.startsWith("h")) return padded(hours);
  if (token.startsWith("n")) return padded(time.getUTCMinutes());
  if (token.startsWith("s")) return padded(time.getUTCSeconds());
  return time.getUTCHours() < 12 ? "AM" : "PM";
}
