/** A font file: one weight of one family, upright or italic. `file` is its path under the public folder. */
export type FontFace = { family: string; weight: number; italic: boolean; file: string };

export type FontCategory = "sans" | "serif" | "display" | "handwriting" | "mono";

/** A family as the font menu offers it. `family` is the name that documents store. */
export type FontFamily = {
  family: string;
  label: string;
  category: FontCategory;
  faces: readonly FontFace[];
};

function family(
  name: string,
  folder: string,
  category: FontCategory,
  weights: readonly number[],
  italicWeights: readonly number[] = [],
): FontFamily {
  const face = (weight: number, italic: boolean): FontFace => ({
    family: name,
    weight,
    italic,
    file: `/fonts/${folder}/${weight}${italic ? "i" : ""}.ttf`,
  });
  return {
    family: name,
    label: name,
    category,
    faces: [
      ...weights.map((weight) => face(weight, false)),
      ...italicWeights.map((weight) => face(weight, true)),
    ],
  };
}

/** The families of the font menu; editor and server load these very files. */
export const FONT_FAMILIES: readonly FontFamily[] = [
  family("Inter", "inter", "sans", [400, 500, 600, 700, 800], [400, 700]),
  family("Roboto", "roboto", "sans", [400, 500, 700, 900], [400, 700]),
  family("Open Sans", "open-sans", "sans", [400, 600, 700, 800], [400, 700]),
  family("Lato", "lato", "sans", [400, 700, 900], [400, 700]),
  family("Montserrat", "montserrat", "sans", [400, 600, 700, 800]),
  family("Poppins", "poppins", "sans", [400, 500, 600, 700, 800], [400, 700]),
  family("DM Sans", "dm-sans", "sans", [400, 500, 700, 900], [400]),
  family("Work Sans", "work-sans", "sans", [400, 600, 700]),
  family("Nunito", "nunito", "sans", [400, 600, 700, 900]),
  family("Space Grotesk", "space-grotesk", "sans", [400, 500, 700]),
  family("Playfair Display", "playfair-display", "serif", [400, 600, 700, 900], [400, 700]),
  family("Lora", "lora", "serif", [400, 600, 700], [400]),
  family("Bebas Neue", "bebas-neue", "display", [400]),
  family("Oswald", "oswald", "display", [400, 500, 600, 700]),
  family("Caveat", "caveat", "handwriting", [400, 700]),
  family("Dancing Script", "dancing-script", "handwriting", [400, 700]),
  family("JetBrains Mono", "jetbrains-mono", "mono", [400, 700]),
];

const noto = (name: string, weights: readonly number[] = [400, 700]) =>
  family(`Noto Sans ${name}`, `noto-sans-${name.toLowerCase().replaceAll(" ", "-")}`, "sans", weights);

/** The family with the pictures of emoji, in colour. */
export const EMOJI_FAMILY = "Twemoji Mozilla";

/**
 * Families that draw what the family of a text and Inter lack; which one is asked is decided by the script
 * (`text/fallback-families.ts`). They are not on the font menu, and a file is loaded only when a text needs it.
 */
export const FALLBACK_FAMILIES: readonly FontFamily[] = [
  ...["Arabic", "Hebrew", "Thaana", "Armenian", "Georgian", "Ethiopic"].map((name) => noto(name)),
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil"].map((name) => noto(name)),
  ...["Telugu", "Kannada", "Malayalam", "Sinhala"].map((name) => noto(name)),
  ...["Thai", "Lao", "Khmer", "Myanmar"].map((name) => noto(name)),
  ...["SC", "TC", "JP", "KR"].map((name) => noto(name)),
  noto("Symbols"),
  noto("Symbols 2", [400]),
  noto("Math", [400]),
  family(EMOJI_FAMILY, "twemoji", "sans", [400]),
];

/** The family that stands in for a family we do not have and for characters that a family lacks. */
export const FALLBACK_FAMILY = "Inter";

const catalogue: ReadonlyMap<string, FontFamily> = new Map(
  [...FONT_FAMILIES, ...FALLBACK_FAMILIES].map((entry) => [entry.family, entry]),
);

/** Families beyond the catalogue, by name, such as uploaded ones. */
export type AddedFamilies = ReadonlyMap<string, FontFamily>;

const NONE_ADDED: AddedFamilies = new Map();

/** Weights in the order in which CSS tries them for `wanted` (CSS Fonts 4, 5.2, font-weight). */
function weightRank(wanted: number, weight: number): number {
  const distance = Math.abs(weight - wanted);
  if (weight === wanted) return 0;
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return distance;
    return weight < wanted ? 1000 + distance : 2000 + distance;
  }
  const preferred = wanted < 400 ? weight < wanted : weight > wanted;
  return preferred ? distance : 1000 + distance;
}

/**
 * The face that CSS font matching picks among the files we have: the style first, then the nearest weight.
 * `added` knows families beyond the catalogue; the catalogue's own names win. An unknown family, or one without
 * faces, is answered with the fallback family. Nothing is synthesised: a family without italics gives its
 * upright face.
 */
export function chooseFace(
  familyName: string,
  weight: number,
  italic: boolean,
  added: AddedFamilies = NONE_ADDED,
): FontFace {
  const known = catalogue.get(familyName) ?? added.get(familyName);
  const entry = known && known.faces.length > 0 ? known : catalogue.get(FALLBACK_FAMILY);
  const faces = entry?.faces ?? [];
  const styled = faces.filter((face) => face.italic === italic);
  const candidates = styled.length > 0 ? styled : faces;
  const [first, ...rest] = candidates;
  if (!first) throw new Error(`The font catalogue has no face for ${familyName} and no ${FALLBACK_FAMILY}.`);
  return rest.reduce(
    (best, face) => (weightRank(weight, face.weight) < weightRank(weight, best.weight) ? face : best),
    first,
  );
}
