import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDocument } from "./open-document";
import { ENTRIES } from "./registry";
import { documentSchema } from "./schema";
import { STARTERS } from "./starters/starters";
import { arbitraryDocument } from "./testing/arbitrary-document";
import {
  CANVAS,
  deepCondition,
  GOOD,
  HIDING,
  layerNamed,
  nested,
  opened,
  shape,
  stored,
  TEST,
} from "./testing/stored-documents";
import { walkLayers } from "./tree";

describe("whole documents", () => {
  test("open as they are, without repairs", () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const input: unknown = JSON.parse(JSON.stringify(doc));
        expect(openDocument(input)).toEqual({ document: input, repairs: [] });
      }),
    );
  });

  test.each(STARTERS.map((starter) => [starter.id, starter.document] as const))(
    "starter %s",
    (_id, document) => {
      expect(openDocument(document)).toEqual({ document, repairs: [] });
    },
  );
});

describe("documents that are none", () => {
  test.each([
    ["T1 text that is no JSON", "{not json"],
    ["T3 a list", []],
    ["T4 null", null],
    ["a number", 5],
    ["nothing", undefined],
    ["a function", () => 1],
  ])("%s", (_name, input) => {
    const { document, codes } = opened(input);
    expect(codes).toEqual(["unreadable"]);
    expect(document.layers).toEqual([]);
  });

  test("T2 an empty object", () => {
    const { document, codes } = opened({});
    expect(codes).toContain("missing_property");
    expect(document).toMatchObject({ width: 1200, height: 628 });
  });

  test("data that fights back", () => {
    const thrower = {
      get layers() {
        throw new Error("no");
      },
    };
    const liar = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(opened(thrower).codes).toEqual(["unreadable"]);
    expect(opened(liar).codes).toEqual(["unreadable"]);
    expect(opened({ layers: 5n }).codes).toContain("wrong_type");
  });

  test("T5 JSON 200,000 deep", () => {
    const deep: unknown = JSON.parse(`${'{"children":['.repeat(200_000)}${"]}".repeat(200_000)}`);
    const { document, codes } = opened(stored({ layers: [deep, GOOD], extra: deep, background: deep }));
    expect(document.layers).toEqual([GOOD]);
    expect(codes).toContain("unknown_layer_type");
    const groups = `${'{"type":"group","id":"g","locks":[],"tokens":{},"masked":false,"children":['.repeat(100_000)}${"]}".repeat(100_000)}`;
    const many = opened(stored({ layers: [JSON.parse(groups), GOOD] }));
    expect(many.codes).toContain("too_deep");
    expect(layerNamed(many.document.layers, "good")).toEqual(GOOD);
  });
});

describe("trees", () => {
  test("T13 a group that holds itself", () => {
    const group: Record<string, unknown> = { ...ENTRIES.group.create("g", CANVAS), children: [GOOD] };
    group.children = [GOOD, group, group];
    const { document, codes } = opened(stored({ layers: [group] }));
    expect(codes).toContain("layer_in_itself");
    expect(document.layers).toEqual([{ ...ENTRIES.group.create("g", CANVAS), children: [GOOD] }]);
  });

  test("T13 a cycle somewhere else", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const { document } = opened(stored({ cycle, layers: [GOOD, shape("bad", { fill: cycle })] }));
    expect(document.layers[0]).toEqual(GOOD);
  });

  test("T14 groups nine deep are dissolved into the eighth", () => {
    const whole = opened(stored({ layers: [nested(7, GOOD)] }));
    expect(whole.repairs).toEqual([]);
    const { document, codes } = opened(stored({ layers: [nested(12, GOOD)] }));
    expect(codes).toEqual(["too_deep"]);
    const place = Array.from(walkLayers(document.layers)).find(({ layer }) => layer.id === "good");
    expect(place?.depth).toBe(8);
  });

  test("T15 201 layers", () => {
    const layers = Array.from({ length: 201 }, (_, index) => shape(`s${index}`));
    const { document, codes } = opened(stored({ layers }));
    expect(codes).toEqual(["too_many_layers"]);
    expect(document.layers).toEqual(layers.slice(0, 200));
  });

  test("T15 201 layers in groups of groups", () => {
    const inner = Array.from({ length: 120 }, (_, index) => shape(`a${index}`));
    const other = Array.from({ length: 120 }, (_, index) => shape(`b${index}`));
    const group = (id: string, children: unknown) => ({ ...ENTRIES.group.create(id, CANVAS), children });
    const { document, codes } = opened(stored({ layers: [group("g", inner), group("h", other)] }));
    expect(codes).toContain("too_many_layers");
    expect(Array.from(walkLayers(document.layers))).toHaveLength(200);
  });
});

describe("documentSchema says where a fault is", () => {
  test.each<[string, unknown, (string | number)[]]>([
    ["a wrong number", stored({ layers: [GOOD, shape("bad", { width: 0 })] }), ["layers", 1, "width"]],
    ["a layer id twice", stored({ layers: [GOOD, GOOD] }), ["layers", 1, "id"]],
    ["one property more", stored({ novelty: 1 }), []],
    ["NUL in a text", stored({ alt: "a\u0000" }), ["alt"]],
    [
      "T31 an unknown operator",
      stored({
        layers: [
          shape("a", { rules: [{ ...HIDING, when: { match: "all", tests: [{ ...TEST, is: "like" }] } }] }),
        ],
      }),
      ["layers", 0, "rules", 0, "when", "tests", 0, "is"],
    ],
    [
      "T31 a condition inside a condition",
      stored({ layers: [shape("a", { rules: [{ ...HIDING, when: deepCondition(2) }] })] }),
      ["layers", 0, "rules", 0, "when", "tests", 0, "key"],
    ],
    [
      "an override of no layer",
      stored({
        variants: [{ id: "v", name: "", width: 1, height: 1, displayWidth: 1, overrides: { gone: {} } }],
      }),
      ["variants", 0, "overrides", "gone"],
    ],
    [
      "groups nine deep",
      stored({ layers: [nested(8, GOOD)] }),
      ["layers", 0, ...Array.from({ length: 8 }, () => ["children", 0]).flat()],
    ],
  ])("%s", (_name, input, path) => {
    expect(documentSchema.safeParse(input).error?.issues[0]?.path).toEqual(path);
  });
});
