import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyKit, detachChanged } from "./apply-kit";
import { type BrandKit, brandKit, brandValues, EMPTY_KIT } from "./brand";
import { addBrandItem, removeBrandItem } from "./brand-commands";
import { setCanvas } from "./commands/set-canvas";
import { setProperties } from "./commands/set-properties";
import { detachBrand, followBackground, followBrand } from "./commands/token-commands";
import { createDocument } from "./create-document";
import { LIMITS } from "./limits";
import { ENTRIES } from "./registry";
import { type Document, documentSchema, type Layer } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { arbitraryKit } from "./testing/arbitrary-kit";

const INK = "br_Inkinkink1";
const DUSK = "br_Duskdusk1";
const HEAD = "br_Headhead1";
const MARK = "br_Markmark1";
const BODY = "br_Bodybody1";

function kitOf(color: string): BrandKit {
  return {
    ...EMPTY_KIT,
    colors: [{ id: INK, name: "Ink", color }],
    gradients: [
      {
        id: DUSK,
        name: "Dusk",
        fill: {
          kind: "linear",
          angle: 90,
          stops: [
            { offset: 0, color },
            { offset: 1, color: "#ffffff" },
          ],
        },
      },
    ],
    fonts: [{ id: BODY, name: "Body", fontFamily: "Lora" }],
    textStyles: [
      {
        id: HEAD,
        name: "Headline",
        fontFamily: "Lora",
        fontWeight: 600,
        italic: false,
        fontSize: 48,
        letterSpacing: 1,
        transform: "upper",
        lineHeight: 1.2,
        color,
        colorToken: INK,
      },
    ],
    logos: [{ id: MARK, name: "Mark", assetId: "ast_Abcdefgh12" }],
  };
}

const canvas = { width: 1200, height: 628 };
const blank = createDocument({ ...canvas, displayWidth: 600 });
const text = ENTRIES.text.create("text", canvas);
const shape = ENTRIES.shape.create("shape", canvas);
const image = ENTRIES.image.create("image", canvas);
const plain: Document = { ...blank, layers: [text, shape, image] };

function value(kit: BrandKit, id: string) {
  const found = brandValues(kit).get(id);
  if (!found) throw new Error(`${id} is in the kit`);
  return found;
}

function layer(doc: Document, id: string): Layer {
  const found = doc.layers.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is in the document`);
  return found;
}

const before = kitOf("#102030");
const after = kitOf("#ff8800");
const follow = (doc: Document, id: string, path: string, token: string) =>
  followBrand(doc, { ids: [id], path, value: value(before, token) });

test("any document and any kit: what comes out is valid, and the same when it is done twice", () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryKit, (doc, kit) => {
      expect(brandKit.safeParse(kit).success).toBe(true);
      const once = applyKit(doc, kit);
      expect(documentSchema.safeParse(once.document).error).toBeUndefined();
      const twice = applyKit(once.document, kit);
      expect(twice.document).toBe(once.document);
      expect(twice.repairs).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe("what follows a value takes the kit's new one", () => {
  test.each([
    ["shape", "fill", INK, { fill: { kind: "solid", color: "#ff8800" } }],
    ["shape", "fill", DUSK, { fill: after.gradients[0]?.fill }],
    ["text", "style.color", INK, { style: { ...text.style, color: "#ff8800" } }],
    [
      "text",
      "style",
      HEAD,
      {
        lineHeight: 1.2,
        style: {
          ...text.style,
          ...{ fontFamily: "Lora", fontWeight: 600, fontSize: 48, letterSpacing: 1 },
          ...{ transform: "upper", color: "#ff8800" },
        },
      },
    ],
  ])("%s, %s", (id, path, token, expected) => {
    const followed = follow(plain, id, path, token);
    expect(layer(followed, id).tokens).toEqual({ [path]: token });
    const { document, repairs } = applyKit(followed, after);
    expect(layer(document, id)).toMatchObject(expected);
    expect(repairs).toEqual([]);
  });

  test("the background, a picture by its logo and a font too", () => {
    const color = value(before, INK);
    if (color.kind !== "color") throw new Error("it is a colour");
    const followed = follow(
      follow(followBackground(plain, color), "image", "source", MARK),
      "text",
      "style.fontFamily",
      BODY,
    );
    const kit: BrandKit = {
      ...after,
      fonts: [{ id: BODY, name: "Body", fontFamily: "Inter" }],
      logos: [{ id: MARK, name: "Mark", assetId: "ast_Another12345" }],
    };
    const { document } = applyKit(followed, kit);
    expect(document.background).toEqual({ kind: "solid", color: "#ff8800" });
    expect(layer(document, "image")).toMatchObject({
      source: { kind: "asset", assetId: "ast_Another12345" },
    });
    expect(layer(document, "text")).toMatchObject({ style: { fontFamily: "Inter" } });
  });
});

test("a fill that lies over a text and what its stretches have of their own outlive a change of the kit", () => {
  const followed = follow(plain, "text", "style", HEAD);
  const dressed = setProperties(followed, {
    ids: ["text"],
    values: {
      fill: { kind: "solid", color: "#abcdef" },
      runs: [{ text: "Hi", style: { color: "#123456" } }],
    },
  });
  const { document } = applyKit(dressed, after);
  expect(layer(document, "text")).toMatchObject({
    fill: { kind: "solid", color: "#abcdef" },
    runs: [{ text: "Hi", style: { color: "#123456" } }],
    style: { color: "#ff8800" },
  });
});

test("a colour of its own stands over the text style, whatever the order they came in", () => {
  const both = follow(follow(plain, "text", "style", HEAD), "text", "style.fontFamily", BODY);
  const tokens = { "style.color": "br_Otherink1", style: HEAD };
  const doc = {
    ...both,
    layers: both.layers.map((each) => (each.id === "text" ? { ...each, tokens } : each)),
  };
  const kit = {
    ...after,
    colors: [...after.colors, { id: "br_Otherink1", name: "Other", color: "#00ff00" }],
  };
  expect(layer(applyKit(doc, kit).document, "text")).toMatchObject({
    style: { color: "#00ff00", fontFamily: "Lora" },
  });
});

describe("a value that was deleted", () => {
  test("leaves what it was last where nobody saved meanwhile, and is followed no more", () => {
    const doc = followBackground(follow(plain, "shape", "fill", INK), {
      ...{ kind: "color", id: INK, name: "Ink", color: "#102030" },
    });
    const deleted = removeBrandItem(after, INK);
    const { document, repairs } = applyKit(doc, deleted);
    const fill = { kind: "solid", color: "#ff8800" };
    expect(layer(document, "shape")).toMatchObject({ fill, tokens: {} });
    expect(document).toMatchObject({ background: fill, backgroundToken: null });
    expect(repairs.map(({ path }) => path)).toEqual(["/layers/1/tokens/fill", "/backgroundToken"]);
    expect(applyKit(document, deleted).document).toBe(document);
    const added = addBrandItem(deleted, "colors", { id: INK, name: "Ink", color: "#00ff00" });
    expect(added.retired).toEqual([]);
    expect(layer(applyKit(doc, added).document, "shape").tokens).toEqual({ fill: INK });
  });

  test("is remembered as long as others are not too many", () => {
    const item = (index: number) => ({ id: `br_number${index + 1000}`, name: "Ink", color: "#102030" });
    const retired = Array.from({ length: LIMITS.brandRetired }, (_, index) => {
      return { kind: "color" as const, ...item(index) };
    });
    const last = item(LIMITS.brandRetired);
    const kit = removeBrandItem(addBrandItem({ ...EMPTY_KIT, retired }, "colors", last), last.id);
    expect(kit.retired.at(-1)?.id).toBe(last.id);
    expect(kit.retired).toHaveLength(LIMITS.brandRetired);
    expect(kit.retired[0]?.id).toBe(item(1).id);
  });
});

test("what the kit does not have is followed no more, keeps its value and is named", () => {
  const followed = follow(plain, "shape", "fill", INK);
  const { document, repairs } = applyKit(followed, EMPTY_KIT);
  expect(layer(document, "shape")).toMatchObject({ fill: { kind: "solid", color: "#102030" }, tokens: {} });
  expect(repairs).toEqual([
    expect.objectContaining({ code: "unknown_brand_value", path: "/layers/1/tokens/fill" }),
  ]);
});

describe("a value changed by hand", () => {
  test("is followed no more, while other values are", () => {
    const followed = follow(follow(plain, "shape", "fill", INK), "text", "style", HEAD);
    const changed = setProperties(followed, {
      ids: ["shape"],
      values: { fill: { kind: "solid", color: "#000000" } },
    });
    const settled = detachChanged(followed, changed);
    expect(layer(settled, "shape").tokens).toEqual({});
    expect(layer(settled, "text").tokens).toEqual({ style: HEAD });
  });

  test("of a text style's parts any one counts, other properties do not", () => {
    const followed = follow(plain, "text", "style", HEAD);
    const aligned = setProperties(followed, { ids: ["text"], values: { align: "left" } });
    expect(detachChanged(followed, aligned)).toBe(aligned);
    const taller = setProperties(followed, { ids: ["text"], values: { lineHeight: 2 } });
    expect(layer(detachChanged(followed, taller), "text").tokens).toEqual({});
  });

  test("of the background counts too", () => {
    const color = value(before, INK);
    if (color.kind !== "color") throw new Error("it is a colour");
    const followed = followBackground(plain, color);
    const changed = setCanvas(followed, { background: null });
    expect(detachChanged(followed, changed).backgroundToken).toBeNull();
    expect(detachChanged(plain, followed).backgroundToken).toBe(INK);
  });
});

test("detaching keeps what is shown", () => {
  const followed = follow(plain, "shape", "fill", INK);
  const detached = detachBrand(followed, { ids: ["shape"], path: "fill" });
  expect(layer(detached, "shape")).toEqual({ ...layer(followed, "shape"), tokens: {} });
});

test("a text style takes the place of what was followed of its parts", () => {
  const coloured = follow(plain, "text", "style.color", INK);
  expect(layer(follow(coloured, "text", "style", HEAD), "text").tokens).toEqual({ style: HEAD });
});
