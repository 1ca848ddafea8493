/** Words inside a name that stay small: "Vincent van Gogh", "Ana de la Cruz". */
const PARTICLES = new Set(
  (
    "af al am an auf aus av bin bint da das de degli dei del della delle den der des di do dos du e el et ibn " +
    "la las le los 't te ten ter und van vom von y zu zum zur zur"
  ).split(" "),
);

/** Particles that are small even as the first word when another particle follows: "van der Berg", "de la Cruz". */
const LEADING = new Set("da de dei del della den der di do dos du van von zu".split(" "));

/** Of these a single one at the beginning is small too: "de Souza". "Van" and "La" also begin first names. */
const LEADING_ALONE = new Set("da de del della der di do dos du von zu".split(" "));

/** Small words inside hyphened names: "Saint-Jean-de-Luz". */
const HYPHENED = new Set("de des du en et la le les lès sous sur".split(" "));

/** What follows Mac with a capital. Most other names in Mac- write it small: Mackenzie, Macy, Machado, Macron. */
const MAC =
  /^mac(?:adam|alister|allister|alpine|arthur|askill|aulay|bain|bean|beth|bride|callum|cormack|crimmon|culloch|diarmid|donald|donell|donnell|dougal|dougall|dowell|duff|duffie|eachern|eachran|ewan|ewen|fadyen|farlane|gillivray|gowan|gregor|guire|innes|innis|intosh|intyre|isaac|iver|ivor|kay|kellar|kinlay|kinley|kinnon|lachlan|laren|lean|lellan|lennan|leod|manus|master|michael|millan|nab|nair|namara|naughton|neil|neill|nicol|phail|pherson|quarrie|queen|rae|sween|sweeney|tavish|vicar|whirter|william)s?$/;

const ROMAN = /^(?:ii|iii|iv|vi|vii|viii|ix)$/;

/**
 * Writes a name as people write names: Siobhán O'Neil, McDonald, Jean-Luc, van der Berg, J.R.R. Tolkien, Łucja.
 * Takes any case and forgets it, so give it only text of one case. `locale` matters for the letters of Turkish,
 * Azerbaijani and Dutch.
 */
export function nameCase(text: string, locale: string): string {
  const words = lower(text, locale).split(/(\s+)/u);
  const last = words.length - 1;
  return words
    .map((word, index) => {
      if (/^\s*$/u.test(word)) return word;
      const isFirst = words.slice(0, index).every((before) => before.trim() === "");
      const bare = word.replace("’", "'");
      if (isFirst ? leadsSmall(bare, words.slice(index + 1)) : index < last && PARTICLES.has(bare))
        return word;
      if (!isFirst && index === last && ROMAN.test(word)) return word.toUpperCase();
      return capitalWord(word, locale, isFirst);
    })
    .join("");
}

function leadsSmall(word: string, following: string[]): boolean {
  const rest = following.filter((other) => other.trim() !== "");
  if (rest.length === 0) return false;
  if (LEADING.has(word) && rest.length > 1 && PARTICLES.has(rest[0] ?? "")) return true;
  return rest.length === 1 && LEADING_ALONE.has(word);
}

function capitalWord(word: string, locale: string, isFirst: boolean): string {
  const parts = word.split(/([-‐‑–.])/u);
  return parts
    .map((part, index) => {
      const isMiddle = index > 0 && index < parts.length - 1;
      if (isMiddle && parts[index - 1] !== "." && HYPHENED.has(part)) return part;
      if (!isFirst && index === 0 && part === "al" && parts.length > 1) return part;
      return capitalPart(part, locale, isFirst);
    })
    .join("");
}

function capitalPart(part: string, locale: string, isFirst: boolean): string {
  const elided = /^([\p{L}])(['’])(\p{L}\p{M}*\p{L}.*)$/u.exec(part);
  if (elided) {
    const [, letter = "", apostrophe = "", rest = ""] = elided;
    // "Jeanne d'Arc" inside a name, "D'Angelo" and "O'Neil" at its beginning.
    const head = letter === "d" && !isFirst ? letter : upper(letter, locale);
    return head + apostrophe + capitalPart(rest, locale, true);
  }
  if (/^mc\p{L}{2}/u.test(part)) return `Mc${capital(part.slice(2), locale)}`;
  if (MAC.test(part)) return `Mac${capital(part.slice(3), locale)}`;
  return capital(part, locale);
}

/** The first letter as a capital, whatever quotes or brackets stand before it. */
function capital(part: string, locale: string): string {
  if (/^nl\b/i.test(locale) && part.startsWith("ij")) return `IJ${part.slice(2)}`;
  return part.replace(/\p{L}/u, (letter) => titleLetter(letter, locale));
}

/**
 * A letter as a word begins with it. Georgian has capitals for whole words only, never for the first letter of one
 * (Unicode 16, 7.7); of letters that become two, such as a ligature, only the first is a capital.
 */
export function titleLetter(letter: string, locale: string): string {
  if (/\p{Script=Georgian}/u.test(letter)) return letter;
  const [first = "", ...rest] = upper(letter, locale);
  return first + lower(rest.join(""), locale);
}

/** Only Turkish and Azerbaijani differ in their capitals; Greek rules would take the accent off. */
function upper(text: string, locale: string): string {
  return isTurkic(locale) ? text.toLocaleUpperCase("tr") : text.toUpperCase();
}

function lower(text: string, locale: string): string {
  return isTurkic(locale) ? text.toLocaleLowerCase("tr") : text.toLowerCase();
}

function isTurkic(locale: string): boolean {
  return /^(?:tr|az)\b/i.test(locale);
}
