/** Characters by which a font is said to write a script: enough for ordinary words of it. */
const SAMPLES: ReadonlyArray<readonly [script: string, characters: string]> = [
  ["Latin", "AaEeGgNnOoSsZz"],
  ["Central European", "ąćęłńšžřőűß"],
  ["Vietnamese", "ăơưđạểộữ"],
  ["Greek", "ΑΩαβγδς"],
  ["Cyrillic", "АЖЩабйщя"],
  ["Armenian", "ԱՖաբև"],
  ["Georgian", "აბგჰ"],
  ["Hebrew", "אבגשת"],
  ["Arabic", "ابجسلهي"],
  ["Devanagari", "अकगनरहा"],
  ["Bengali", "অকগনরহ"],
  ["Tamil", "அகனரவ"],
  ["Telugu", "అకగనర"],
  ["Thai", "กขคนรอ"],
  ["Japanese", "あいアイ日本語"],
  ["Chinese", "的一是不了人我"],
  ["Korean", "가나다한국어"],
];

/** The scripts that a font with these code points can write. */
export function fontScripts(known: Iterable<number>): string[] {
  const has = new Set(known);
  const writes = (characters: string) => [...characters].every((each) => has.has(each.codePointAt(0) ?? 0));
  return SAMPLES.filter(([, characters]) => writes(characters)).map(([script]) => script);
}
