import type { BrandTextStyle } from "@/lib/template/brand";

/** Weights by the names people know. */
export const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  100: "Thin",
  200: "Extra light",
  300: "Light",
  400: "Regular",
  500: "Medium",
  600: "Semibold",
  700: "Bold",
  800: "Extra bold",
  900: "Black",
};

/** A text style in a line: "Inter Bold, 48 px". */
export function textStyleWords(
  { fontWeight, italic, fontSize }: Pick<BrandTextStyle, "fontWeight" | "italic" | "fontSize">,
  family: string,
): string {
  const weight = WEIGHT_NAMES[fontWeight] ?? String(fontWeight);
  return `${family} ${weight}${italic ? " italic" : ""}, ${Math.round(fontSize * 100) / 100} px`;
}
