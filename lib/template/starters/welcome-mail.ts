import type { Document, Layer } from "../schema";
import { box, DESIGN, field, grouped, NAME_FORMAT, samples, shape, solid, text } from "./build";
import { CENTRED, LINE, type } from "./look";

const INK = "#1b1464";
const TILE = 157;
const LEFT = 1200 - 3 * TILE;

/** Tiles of the pattern: a ground and a figure on it, row by row. */
const TILES = [
  ["#ffc93c", "disc", "#ff6b4a"],
  ["#3d5afe", "ring", "#ffffff"],
  ["#ff8fb1", "diamond", "#1b1464"],
  ["#1b1464", "star", "#ffc93c"],
  ["#ff6b4a", "bars", "#ffe7c2"],
  ["#37c6a5", "disc", "#1b1464"],
  ["#ff8fb1", "ring", "#ff6b4a"],
  ["#37c6a5", "diamond", "#ffffff"],
  ["#3d5afe", "disc", "#ffc93c"],
  ["#ffe7c2", "bars", "#3d5afe"],
  ["#ffc93c", "star", "#1b1464"],
  ["#ff6b4a", "ring", "#1b1464"],
] as const;

function tile([ground, figure, color]: (typeof TILES)[number], index: number): Layer {
  const x = LEFT + (index % 3) * TILE;
  const y = Math.floor(index / 3) * TILE;
  const inner = (inset: number) =>
    box(`figure-${index + 1}`, "Figure", x + inset, y + inset, TILE - 2 * inset, TILE - 2 * inset);
  const figures: Record<typeof figure, () => Layer[]> = {
    disc: () => [shape(inner(24), "ellipse", { fill: solid(color) })],
    ring: () => [shape(inner(38), "ellipse", { fill: null, stroke: { color, width: 26, dash: "solid" } })],
    diamond: () => [shape(inner(36), "rectangle", { fill: solid(color), rotation: 45 })],
    star: () => [shape(inner(22), "star", { fill: solid(color), points: 8, innerRadius: 0.55 })],
    bars: () =>
      [0, 1, 2].map((bar) =>
        shape(
          box(`figure-${index + 1}-${bar}`, `Bar ${bar + 1}`, x + 22 + bar * 42, y + 22, 28, TILE - 44),
          "rectangle",
          {
            fill: solid(color),
            radius: 14,
          },
        ),
      ),
  };
  return grouped(`tile-${index + 1}`, `Tile ${index + 1}`, [
    shape(box(`ground-${index + 1}`, "Ground", x, y, TILE, TILE), "rectangle", { fill: solid(ground) }),
    ...figures[figure](),
  ]);
}

/** First mail after signing up: a greeting by name beside a bright pattern. */
export const welcomeMail: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid("#fffaf2"),
  alt: "Welcome, {{first_name}}! Your workspace for {{company_name}} is ready.",
  fields: [
    field("first_name", "First name", {
      fallback: "and hello",
      format: { ...NAME_FORMAT, firstWordOnly: true },
    }),
    field("company_name", "Company", { fallback: "your team" }),
  ],
  samples: samples(
    ["first_name", "company_name"],
    ["Maria at Brightside", "Maria", "Brightside"],
    ["Long name and company", "Wolfeschlegelsteinhausen", "Rheinisch-Westfälische Papierwerke GmbH"],
    ["All lower case", "siobhán", "O'Neil & Daughters"],
    ["No company", "Nguyễn", ""],
    ["Nothing known", "", ""],
  ),
  layers: [
    ...TILES.map(tile),
    text(box("brand", "Brand", 72, 72, 420, 44), "Northwind", {
      ...LINE,
      style: type("Space Grotesk", 700, 34, "#3d5afe"),
    }),
    text(box("welcome", "Welcome", 72, 168, 590, 92), "Welcome,", {
      ...LINE,
      style: type("Space Grotesk", 700, 84, INK),
    }),
    text(box("name", "Name", 72, 254, 590, 106), "{{first_name}}!", {
      ...LINE,
      phraseFallback: "good to see you!",
      style: type("Space Grotesk", 700, 84, "#d63a17"),
    }),
    text(box("body", "Body", 72, 376, 560, 84), "Everything for {{company_name}} is set up and ready.", {
      lineHeight: 1.35,
      minFontSize: 22,
      style: type("Inter", 400, 28, "#4b4878"),
    }),
    shape(box("button", "Button", 72, 484, 268, 76), "rectangle", { fill: solid(INK), radius: 38 }),
    text(box("button-label", "Button label", 92, 484, 228, 76), "Take a look", {
      ...CENTRED,
      style: type("Inter", 600, 28, "#ffffff"),
    }),
  ],
};
