/** Most characters of a name, its ending included, and most bytes, which file systems count. */
const MOST_CHARACTERS = 120;
const MOST_BYTES = 240;

/** Room for what tells equal names apart, such as ` (12345)`. */
const SUFFIX = 10;

/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

const ENCODER = new TextEncoder();

/** Spaces around a name are taken off afterwards: a pattern that looks for them takes minutes over a text of spaces. */
const PLACEHOLDER = /\{\{([^{}]{1,100})\}\}/gu;

/** A pattern such as `{{company}}-{{last_name}}` with what stands in a row; unknown names give nothing. */
export function fillPattern(pattern: string, textOf: (name: string) => string | undefined): string {
  return pattern.replace(PLACEHOLDER, (_, inside: string) => textOf(inside.trim()) ?? "");
}

/** The names in braces of a pattern, in their order. */
export function namesIn(pattern: string): string[] {
  return Array.from(pattern.matchAll(PLACEHOLDER), ([, inside = ""]) => inside.trim());
}

/**
 * A text as a file's name, without its ending: letters and digits of every script stay, what systems or paths take for
 * something else becomes a dash, what nobody sees goes. Empty where nothing is left.
 */
export function safeFileName(text: string, ending: string): string {
  // Much longer than any name: what follows takes long over long texts.
  const plain = text
    .slice(0, 1_000)
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc} ._()+,&@'’-]+/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/([-. ])\1+/gu, "$1")
    .replace(/-[-. ]*-/gu, "-");
  const short = trimmed(cut(trimmed(plain), ending.length + 1 + SUFFIX));
  // Of `con.backup` too, everything before the first dot counts.
  return DEVICES.test(short.split(".")[0]?.trim() ?? "") ? `_${short}` : short;
}

/** Ends of names that are hidden, dropped or look like a flag. A mark that stands alone belongs to no letter. */
function trimmed(name: string): string {
  return name.replace(/^[\p{M}\s.-]+/u, "").replace(/[\s.-]+$/u, "");
}

function cut(name: string, reserved: number): string {
  let bytes = reserved;
  let kept = "";
  for (const character of name) {
    bytes += ENCODER.encode(character).length;
    if (bytes > MOST_BYTES || kept.length + character.length > MOST_CHARACTERS - reserved) break;
    kept += character;
  }
  return kept;
}

/** Gives names that no system takes for each other: equal ones, whatever their case, get ` (2)` and so on. */
export function uniqueNames(ending: string): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name) => {
    const same = folded(name);
    for (let times = next.get(same) ?? 1; ; times += 1) {
      const candidate = times === 1 ? name : `${name} (${times})`;
      const key = folded(candidate);
      if (taken.has(key)) continue;
      taken.add(key);
      next.set(same, times + 1);
      return `${candidate}.${ending}`;
    }
  };
}

/** What file systems compare, at their most forgiving. */
function folded(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
}
