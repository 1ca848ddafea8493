import { beforeAll, describe, expect, test } from "vitest";
import { iconShape } from "@/lib/template/layers/icon-shape";
import type { ShapeLayer } from "@/lib/template/layers/shape";
import type { Painter } from "../painter";
import { shapeLayer } from "../testing/layers";
import { nodePainter } from "../testing/node-painter";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

const svgOf = async (change: Partial<ShapeLayer>) =>
  (await painter.paintLayer(shapeLayer({ shape: "path", width: 48, height: 72, ...change }), () => null)).svg;

describe("a shape with an outline of its own", () => {
  test("is stretched over its box, each direction by itself", async () => {
    expect(await svgOf({ outline: "M0 0L24 12C1 2 3 4 24 24Z" })).toContain('d="M0 0L48 36C2 6 6 12 48 72Z"');
  });

  test("shows nothing without an outline, or without fill and stroke", async () => {
    expect(await svgOf({ outline: "" })).not.toContain("<path");
    expect(await svgOf({ outline: "M0 0L24 24", fill: null })).not.toContain("<path");
  });

  test("an icon is its lines in one colour, with round ends, dotted or not", async () => {
    const icon = iconShape("icon", { width: 400, height: 400 }, { label: "Slash", outline: "M2 2L22 22" });
    expect(icon).toMatchObject({ name: "Slash", width: 96, height: 96, fill: null });
    for (const dash of ["solid", "dotted"] as const) {
      const svg = await svgOf({ ...icon, stroke: { color: "#ff0000", width: 8, dash } });
      expect(svg).toContain('fill="none"');
      expect(svg).toContain('stroke="#ff0000" stroke-width="8"');
      expect(svg.match(/stroke-linecap="round"/g)).toHaveLength(1);
      expect(svg).toContain('stroke-linejoin="round"');
    }
  });
});
