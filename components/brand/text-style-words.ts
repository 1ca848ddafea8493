import type { BrandTextStyle } from "@/lib/template/brand";
import { WEIGHT_NAMES } from "../editor/controls/weight-names";

/** A text style in a line: "Inter Bold, 48 px". */
export function textStyleWords(
  { fontWeight, italic, fontSize }: Pick<BrandTextStyle, "fontWeight" | "italic" | "fontSize">,
  family: string,
): string {
  const weight = WEIGHT_NAMES[fontWeight] ?? String(fontWeight);
  return `${family} ${weight}${italic ? " italic" : ""}, ${Math.round(fontSize * 100) / 100} px`;
}
