import fc from "fast-check";
import type { BrandKit } from "../brand";

const color = fc.constantFrom("#102030", "#ff8800", "#00aa5580");

/** The kit's identifiers are those that arbitrary documents follow, and one that none does. */
const IDS = ["br_Abcdefgh12", "br_Abcdefgh34", "br_Abcdefgh56"];

const values = fc.oneof(
  color.map((value) => ({ colors: [{ name: "Ink", color: value }] })),
  color.map((value) => ({
    gradients: [
      {
        name: "Dusk",
        fill: {
          kind: "radial" as const,
          stops: [
            { offset: 0, color: value },
            { offset: 1, color: "#ffffff" },
          ],
        },
      },
    ],
  })),
  color.map((value) => ({
    textStyles: [
      {
        name: "Headline",
        fontFamily: "Lora",
        fontWeight: 600,
        italic: false,
        fontSize: 48,
        letterSpacing: 1,
        transform: "upper" as const,
        lineHeight: 1.2,
        color: value,
        colorToken: null,
      },
    ],
  })),
  fc.constant({ fonts: [{ name: "Body", fontFamily: "Lora" }] }),
  fc.constant({ logos: [{ name: "Mark", assetId: "ast_Abcdefgh12" }] }),
);

const EMPTY = { colors: [], gradients: [], fonts: [], textStyles: [], logos: [], retired: [] };

/** A random kit of one value of a random kind. */
export const arbitraryKit: fc.Arbitrary<BrandKit> = fc
  .tuple(fc.constantFrom(...IDS), values)
  .map(([id, lists]) => ({
    ...EMPTY,
    ...Object.fromEntries(
      Object.entries<readonly object[]>(lists).map(([list, items]) => [
        list,
        items.map((item) => ({ id, ...item })),
      ]),
    ),
  }));
