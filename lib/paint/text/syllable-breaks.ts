/**
 * Where lines may break inside phrases of Thai, Lao, Khmer and Burmese, which are written without spaces between
 * words. Without a dictionary words cannot be told, so these are places at which one syllable surely ends and
 * another begins; where that is unsure there is none. Rules alone: every engine finds the same places.
 */

/** Anything of these scripts. */
export const UNSPACED = /[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]/;

/** A stretch of one of the scripts. */
const STRETCHES = /[\u0e01-\u0e7f]+|[\u0e80-\u0eff]+|[\u1000-\u109f]+|[\u1780-\u17ff]+/g;

/** Consonants and vowels that stand by themselves. */
const BASE = /[\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3]/;

/** Vowels written before the consonant they follow: a syllable begins with them. */
const LEADING = /[\u0e40-\u0e44\u0ec0-\u0ec4]/;

/** Leading vowels of Thai and Lao that make an open syllable with one consonant. */
const OPEN_LEADING = /[\u0e43\u0e44\u0ec3\u0ec4]/;

/** Vowels and tones that follow or cling to a consonant. */
const DEPENDENT =
  /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b6-\u17d3\u17dd]/;

/** Signs that repeat or shorten what stands before them, and punctuation that ends a phrase. */
const TRAILING = /[\u0e2f\u0e46\u0e5a\u0e5b\u0eaf\u0ec6\u104a-\u104f\u17d4-\u17da]/;

/** Vowels after which a syllable cannot go on. */
const CLOSING = /[\u0e30\u0e33\u0eb0\u0eb3]/;

/** Puts the next consonant below this one. */
const STACKER = /[\u1039\u17d2]/;

/** Makes a consonant silent, as the end of a syllable: Thai and Lao cancellation marks. */
const SILENCER = /[\u0e4c\u0ecc]/;

/** Consonants that begin a syllable together in Thai and Lao: two in a row of which the second is l, r or w, or led by h. */
const CLUSTERS = /^(?:[กขคตปผพทสซจศ]ร|[กขคปผพ]ล|[กขค]ว|ห[งญนมยรลว]|อย|[ກຂຄຕປຜພສຊ][ຣລວຼ]|ຫ[ງຍຎນມຣລວ])$/;

/** A leading vowel with three consonants after it: the third may end its syllable or begin the next. */
const LED_THREE = /[\u0e40-\u0e44\u0ec0-\u0ec4][\u0e01-\u0e2e\u0e81-\u0eae]{3}$/;

/** Two consonants of Khmer in a row, or one below another: which of them ends the syllable is open. */
const KHMER_TWO = /[\u1780-\u17b3]{2}$/;

/** Offsets inside `text` at which a phrase may be cut, in order. */
export function syllableBreaks(text: string): number[] {
  const breaks: number[] = [];
  for (const match of text.matchAll(STRETCHES)) {
    const stretch = match[0];
    const isBurmese = /[\u1000-\u109f]/.test(stretch);
    let start = 0;
    for (let at = 1; at < stretch.length; at += 1) {
      if (isBurmese ? !beginsBurmese(stretch, at) : !beginsSyllable(stretch, start, at)) continue;
      breaks.push(match.index + at);
      start = at;
    }
  }
  return breaks;
}

/** Whether a syllable surely begins at `at`; `start` is the last place at which one did. */
function beginsSyllable(text: string, start: number, at: number): boolean {
  const before = text.charAt(at - 1);
  const here = text.charAt(at);
  const next = text.charAt(at + 1);
  if (LEADING.test(before) || STACKER.test(before)) return false;
  // One consonant alone belongs to what follows it.
  if (at - start === 1 && BASE.test(before)) return false;
  if (LEADING.test(here) || CLOSING.test(before) || TRAILING.test(before))
    return BASE.test(here) ? next !== "" : LEADING.test(here);
  if (!BASE.test(here)) return false;
  if (SILENCER.test(before)) return next !== "" && !/[ลຣ]/.test(text.charAt(at - 2));
  if (!DEPENDENT.test(next) || SILENCER.test(next) || SILENCER.test(text.charAt(at + 2))) return false;
  if (CLUSTERS.test(before + here)) return false;
  const syllable = text.slice(start, at);
  if (LED_THREE.test(syllable) || KHMER_TWO.test(syllable)) return false;
  // The consonant before may go together with this one around the vowel that leads them both.
  const led = text.charAt(at - 2);
  return !(BASE.test(before) && LEADING.test(led) && !OPEN_LEADING.test(led));
}

/** In Burmese every consonant begins a syllable unless it is stacked, has one stacked below, or is killed. */
function beginsBurmese(text: string, at: number): boolean {
  const here = text.charAt(at);
  if (!/[\u1000-\u102a\u103f\u1050-\u1055]/.test(here) || STACKER.test(text.charAt(at - 1))) return false;
  return !/^.[\u1037\u1038]*[\u1039\u103a]/.test(text.slice(at, at + 4));
}
