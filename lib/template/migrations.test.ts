import { describe, expect, test } from "vitest";
import { checkSequence, type Migration, migrate } from "./migrations";
import { openDocument } from "./open-document";
import { VERSION_1_DOCUMENT } from "./testing/version-1-document";
import { walkLayers } from "./tree";

const step = (to: number): Migration => ({ to, up: (stored) => ({ ...stored, [`v${to}`]: true }) });

describe("the sequence of migrations", () => {
  test.each([
    [[], 1],
    [[2], 2],
    [[2, 3, 4], 4],
  ])("%j leads to version %d", (steps, version) => {
    expect(checkSequence(steps.map(step), version)).toHaveLength(steps.length);
  });

  test.each([
    [[], 2],
    [[2], 1],
    [[3], 3],
    [[2, 4], 4],
    [[3, 2], 3],
    [[2, 2], 3],
  ])("%j does not lead to version %d", (steps, version) => {
    expect(() => checkSequence(steps.map(step), version)).toThrow("Expected migrations");
  });
});

describe("migrate", () => {
  const steps = [step(2), step(3)];

  test("does the steps that are left, in order", () => {
    expect(migrate({ schemaVersion: 1 }, steps, 3)).toEqual({
      stored: { schemaVersion: 3, v2: true, v3: true },
      version: "current",
    });
    expect(migrate({ schemaVersion: 2 }, steps, 3).stored).toEqual({ schemaVersion: 3, v3: true });
    expect(migrate({ schemaVersion: 3 }, steps, 3).stored).toEqual({ schemaVersion: 3 });
  });

  test("takes no version for the first and leaves a future one alone", () => {
    expect(migrate({}, steps, 3)).toEqual({
      stored: { schemaVersion: 3, v2: true, v3: true },
      version: "none",
    });
    expect(migrate({ schemaVersion: 4 }, steps, 3)).toEqual({
      stored: { schemaVersion: 3 },
      version: "future",
    });
  });
});

describe("a document of version 1", () => {
  const before: unknown = JSON.parse(VERSION_1_DOCUMENT);

  test("opens without repairs, everything it had in place", () => {
    const { document, repairs } = openDocument(before);
    expect(repairs).toEqual([]);
    const { schemaVersion: _version, ...rest } = Object(before);
    expect(document).toMatchObject(rest);
    expect(Array.from(walkLayers(document.layers), ({ layer }) => layer.type)).toEqual([
      "shape",
      "group",
      "text",
      "image",
      "qr",
    ]);
  });

  test("has nothing of what came later", () => {
    const { document } = openDocument(before);
    expect(document).toMatchObject({
      schemaVersion: 4,
      variants: [],
      backgroundKey: null,
      guides: [],
      backgroundToken: null,
    });
    for (const { layer } of walkLayers(document.layers))
      expect(layer).toMatchObject({ rules: [], bindings: [], locks: [], tokens: {} });
  });
});
