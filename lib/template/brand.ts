import { z } from "zod";
import { textStyle } from "./layers/text";
import { LIMITS } from "./limits";
import { assetId, brandToken, colour, displayName, fill } from "./primitives";

const named = { id: brandToken, name: displayName.min(1, "Give it a name.") };

export const brandColor = z.strictObject({ ...named, color: colour });
export type BrandColor = z.infer<typeof brandColor>;

export const brandGradient = z.strictObject({
  ...named,
  fill: fill.refine(
    ({ kind }) => kind !== "solid",
    "A gradient is linear or radial. One colour is a colour.",
  ),
});
export type BrandGradient = z.infer<typeof brandGradient>;

/** A family and what it is for, such as "Headings". */
export const brandFont = z.strictObject({ ...named, fontFamily: textStyle.shape.fontFamily });
export type BrandFont = z.infer<typeof brandFont>;

const { fontFamily, fontWeight, italic, fontSize, letterSpacing, transform } = textStyle.shape;
export const brandTextStyle = z.strictObject({
  ...named,
  ...{ fontFamily, fontWeight, italic, fontSize, letterSpacing, transform },
  /** A multiple of the size. */
  lineHeight: z.number().min(0.5).max(4),
  color: colour,
  /** The colour of the kit that `color` follows; null is none. */
  colorToken: brandToken.nullable(),
});
export type BrandTextStyle = z.infer<typeof brandTextStyle>;

export const brandLogo = z.strictObject({ ...named, assetId });
export type BrandLogo = z.infer<typeof brandLogo>;

/** A value of the kit and what kind it is. */
export const brandValue = z.discriminatedUnion("kind", [
  brandColor.extend({ kind: z.literal("color") }),
  brandGradient.extend({ kind: z.literal("gradient") }),
  brandFont.extend({ kind: z.literal("font") }),
  brandTextStyle.extend({ kind: z.literal("textStyle") }),
  brandLogo.extend({ kind: z.literal("logo") }),
]);
export type BrandValue = z.infer<typeof brandValue>;

/** What a workspace's designs have in common. Each value has an identifier of its own, which layers follow. */
export const brandKit = z
  .strictObject({
    colors: z.array(brandColor).max(LIMITS.brandColors),
    gradients: z.array(brandGradient).max(LIMITS.brandGradients),
    fonts: z.array(brandFont).max(LIMITS.brandFonts),
    textStyles: z.array(brandTextStyle).max(LIMITS.brandTextStyles),
    logos: z.array(brandLogo).max(LIMITS.brandLogos),
    /**
     * Values that were taken away, as they were last, the oldest first. Nobody is offered them; a draft that follows one
     * still, since nobody saved it meanwhile, gets what it showed. See `withRetired`.
     */
    retired: z.array(brandValue).max(LIMITS.brandRetired).default([]),
  })
  .superRefine((kit, context) => {
    const ids = new Set<string>();
    for (const list of BRAND_LISTS) {
      for (const [index, { id }] of kit[list].entries()) {
        const path = [list, index, "id"];
        if (ids.has(id)) {
          const message = `The identifier "${id}" is used twice. Each value has its own.`;
          context.addIssue({ code: "custom", path, message });
        }
        ids.add(id);
      }
    }
    const colors = new Map(kit.colors.map(({ id, color }) => [id, color]));
    for (const [index, { colorToken, color }] of kit.textStyles.entries()) {
      if (colorToken === null || colors.get(colorToken) === color) continue;
      const message = `Expected the colour of "${colorToken}", got another. A text style has the colour it follows.`;
      context.addIssue({ code: "custom", path: ["textStyles", index, "colorToken"], message });
    }
  });
export type BrandKit = z.infer<typeof brandKit>;

/** The lists of values. */
export const BRAND_LISTS = ["colors", "gradients", "fonts", "textStyles", "logos"] as const;

/** The kinds of values, by the names of their lists. */
export type BrandList = Exclude<keyof BrandKit, "retired">;
export type BrandItem = BrandKit[BrandList][number];

export const EMPTY_KIT: BrandKit = {
  colors: [],
  gradients: [],
  fonts: [],
  textStyles: [],
  logos: [],
  retired: [],
};

/** The most values a list may have. */
export const BRAND_LIMITS: Readonly<Record<BrandList, number>> = {
  colors: LIMITS.brandColors,
  gradients: LIMITS.brandGradients,
  fonts: LIMITS.brandFonts,
  textStyles: LIMITS.brandTextStyles,
  logos: LIMITS.brandLogos,
};

const known = new WeakMap<BrandKit, ReadonlyMap<string, BrandValue>>();

/** Every value of the kit that can be followed, by its identifier. Kits never change, so one walk serves all that ask. */
export function brandValues(kit: BrandKit): ReadonlyMap<string, BrandValue> {
  const made = known.get(kit);
  if (made) return made;
  const values = [
    ...kit.colors.map((each) => ({ kind: "color" as const, ...each })),
    ...kit.gradients.map((each) => ({ kind: "gradient" as const, ...each })),
    ...kit.fonts.map((each) => ({ kind: "font" as const, ...each })),
    ...kit.textStyles.map((each) => ({ kind: "textStyle" as const, ...each })),
    ...kit.logos.map((each) => ({ kind: "logo" as const, ...each })),
  ];
  const byId = new Map<string, BrandValue>(values.map((value) => [value.id, value]));
  known.set(kit, byId);
  return byId;
}
