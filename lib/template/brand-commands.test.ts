import { describe, expect, test } from "vitest";
import { BRAND_LIMITS, type BrandKit, brandKit, EMPTY_KIT } from "./brand";
import {
  addBrandItem,
  changeBrandItem,
  freeBrandName,
  moveBrandItem,
  removeBrandItem,
  revertKit,
} from "./brand-commands";

const color = (id: string, hex: string) => ({ id: `br_${id.padEnd(8, "x")}`, name: id, color: hex });
const INK = color("ink", "#111111");
const SEA = color("sea", "#0055aa");
const SUN = color("sun", "#ffcc00");
const HEAD = {
  ...{ id: "br_headline1", name: "Headline", fontFamily: "Inter", fontWeight: 700, italic: false },
  ...{ fontSize: 48, letterSpacing: 0, transform: "none" as const, lineHeight: 1.2 },
  ...{ color: INK.color, colorToken: INK.id },
};
const KIT: BrandKit = { ...EMPTY_KIT, colors: [INK, SEA, SUN], textStyles: [HEAD] };
const names = ({ colors }: BrandKit) => colors.map(({ name }) => name).join(" ");

test("values are added, changed, moved and taken away", () => {
  expect(names(addBrandItem(KIT, "colors", color("sky", "#99ddff"), 1))).toBe("ink sky sea sun");
  expect(changeBrandItem(KIT, SEA.id, { name: "Ocean" }).colors[1]).toEqual({ ...SEA, name: "Ocean" });
  expect(names(moveBrandItem(KIT, SUN.id, 0))).toBe("sun ink sea");
  expect(names(moveBrandItem(KIT, INK.id, 99))).toBe("sea sun ink");
  expect(names(removeBrandItem(KIT, SEA.id))).toBe("ink sun");
});

test("a change that leads to no kit leaves it as it was", () => {
  expect(changeBrandItem(KIT, SEA.id, { color: "blue" })).toBe(KIT);
  expect(changeBrandItem(KIT, SEA.id, { id: INK.id })).toBe(KIT);
  expect(addBrandItem(KIT, "colors", INK)).toBe(KIT);
  expect(addBrandItem(KIT, "gradients", color("flat", "#000000"))).toBe(KIT);
  const many = Array.from({ length: BRAND_LIMITS.colors }, (_, index) => color(`c${index}`, "#000000"));
  const full = { ...EMPTY_KIT, colors: many };
  expect(brandKit.safeParse(full).success).toBe(true);
  expect(addBrandItem(full, "colors", SEA)).toBe(full);
});

test("a text style goes along with the colour it follows, and keeps it when that is taken away", () => {
  const redder = changeBrandItem(KIT, INK.id, { color: "#aa0000" });
  expect(redder.textStyles[0]).toMatchObject({ color: "#aa0000", colorToken: INK.id });
  const without = removeBrandItem(redder, INK.id);
  expect(without.textStyles[0]).toMatchObject({ color: "#aa0000", colorToken: null });
});

test("a kit whose text style has another colour than the one it follows is refused", () => {
  const kit = { ...KIT, textStyles: [{ ...HEAD, color: "#123456" }] };
  expect(brandKit.safeParse(kit).error?.issues[0]?.path).toEqual(["textStyles", 0, "colorToken"]);
});

describe("a change is taken back, and what others did since stays", () => {
  const others = (kit: BrandKit) =>
    changeBrandItem(addBrandItem(kit, "colors", color("sky", "#99ddff")), SUN.id, { name: "Noon" });

  test.each([
    ["added", addBrandItem(KIT, "colors", color("moss", "#335533")), "ink sea Noon sky"],
    ["taken away", removeBrandItem(KIT, SEA.id), "ink sea Noon sky"],
    ["changed", changeBrandItem(KIT, SEA.id, { name: "Ocean" }), "ink sea Noon sky"],
    ["moved", moveBrandItem(KIT, SEA.id, 0), "ink sea Noon sky"],
  ])("%s", (_what, after, expected) => {
    expect(names(revertKit(after, { before: KIT, after }))).toBe("ink sea sun");
    expect(names(revertKit(others(after), { before: KIT, after }))).toBe(expected);
  });

  test("a value that was changed again stays as it is now", () => {
    const after = changeBrandItem(KIT, SEA.id, { color: "#000055" });
    const later = changeBrandItem(after, SEA.id, { color: "#00ff55" });
    expect(revertKit(later, { before: KIT, after })).toBe(later);
  });
});

test("a new value gets a name that is free", () => {
  expect(freeBrandName(KIT, "colors", "Colour")).toBe("Colour");
  const kit = addBrandItem(KIT, "colors", { ...color("other", "#000000"), name: "Colour" });
  expect(freeBrandName(kit, "colors", "Colour")).toBe("Colour 2");
});
