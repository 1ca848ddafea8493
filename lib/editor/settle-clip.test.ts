import { describe, expect, it } from "vitest";
import { ENTRIES } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";
import { copyText, readClip } from "./clipboard";
import { settleClip } from "./settle-clip";
import { svgMarkup } from "./svg-markup";
import { documentWith, field, text } from "./testing/sample-document";

const source = documentWith([text("a", "You have {{points}} points, {{first_name}}")], {
  fields: [{ ...field("points"), type: "number" }, field("first_name")],
});

function clipOf(document = source, workspace = "here") {
  const clip = readClip(
    copyText(
      document,
      document.layers.map(({ id }) => id),
      workspace,
    ) ?? "",
  );
  if (!clip) throw new Error("no clip");
  return clip;
}

describe("settleClip", () => {
  it("keeps a field of the same key and another type apart, in every place it stands, and says so", () => {
    const target = documentWith([], { fields: [field("points"), field("points_2")] });
    const { clip, notes } = settleClip(target, clipOf(), false);
    expect(clip.fields.map(({ key, type }) => [key, type])).toEqual([
      ["points_3", "number"],
      ["first_name", "text"],
    ]);
    const [layer] = clip.layers;
    expect(layer?.type === "text" && layer.runs[0]?.text).toBe(
      "You have {{points_3}} points, {{first_name}}",
    );
    expect(notes[0]).toContain("points_3");
    expect(settleClip(documentWith([]), clipOf(), false).notes).toEqual([]);
  });

  it("leaves behind the fields there is no room for, and says which", () => {
    const full = documentWith([], { fields: Array.from({ length: 49 }, (_, at) => field(`f${at}`)) });
    const { clip, notes } = settleClip(full, clipOf(), false);
    expect(clip.fields.map(({ key }) => key)).toEqual(["points"]);
    expect(notes[0]).toContain("first_name");
  });

  it("empties pictures and brand values of another workspace alone", () => {
    const image: Layer = {
      ...ENTRIES.image.create("i", { width: 100, height: 100 }),
      source: { kind: "asset", assetId: "ast_12345678" },
      tokens: { radius: "br_12345678" },
    };
    const pictures = documentWith([image]);
    const foreign = settleClip(documentWith([]), clipOf(pictures, "there"), true);
    expect(foreign.clip.layers[0]).toMatchObject({ source: { kind: "none" }, tokens: {} });
    expect(foreign.notes[0]).toContain("another workspace");
    expect(settleClip(documentWith([]), clipOf(pictures), false).clip.layers[0]).toEqual(image);
  });
});

describe("svgMarkup", () => {
  it("knows a drawing from any other text, and gives it what a file needs", () => {
    const own = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
    expect(svgMarkup(`<?xml version="1.0"?>\n<!-- made by hand -->${own}\n`)).toContain("<path");
    expect(svgMarkup("<svg viewBox='0 0 9 9'><rect/></svg>")).toContain('xmlns="http://www.w3.org/2000/svg"');
    for (const other of ["", "svg", "Say <svg></svg>", "<svg>", "<svgs></svgs>"])
      expect(svgMarkup(other)).toBeNull();
  });
});
