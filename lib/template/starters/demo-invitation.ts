import type { Document } from "../schema";
import {
  box,
  chart,
  DESIGN,
  field,
  grouped,
  linear,
  NAME_FORMAT,
  progress,
  samples,
  shape,
  solid,
  text,
} from "./build";
import { CENTRED, glow, LINE, type } from "./look";

const INK = "#1e1b4b";
const VIOLET = "#7c5cff";

/** Invitation to a demo: the prospect's company stands on the screen as if it were theirs already. */
export const demoInvitation: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(135, "#1a1040", "#3b1d8f"),
  alt: "{{first_name}}, see how it looks for {{company_name}}: a demo made for you.",
  fields: [
    field("first_name", "First name", { fallback: "there", format: { ...NAME_FORMAT, firstWordOnly: true } }),
    field("company_name", "Company", { fallback: "Your company" }),
    field("demo_length", "Length, minutes", {
      type: "number",
      fallback: "20",
      format: { suffix: " minutes" },
    }),
    field("sender_name", "Your name", { fallback: "Your product team", format: NAME_FORMAT }),
  ],
  samples: samples(
    ["first_name", "company_name", "demo_length", "sender_name"],
    ["Omar at Brightside", "Omar", "Brightside", "20", "Julia Brandt"],
    ["40-letter company", "Jürgen", "Rheinisch-Westfälische Papierwerke GmbH", "30", "Julia Brandt"],
    ["Ampersand", "O'NEIL", "Smith & Sons", "15", "Nguyễn Văn An"],
    ["No company", "Łucja", "", "20", "Julia Brandt"],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    shape(box("light", "Light", 560, -80, 860, 860), "ellipse", { fill: glow(VIOLET, "77") }),
    grouped("laptop", "Laptop", [
      shape(box("lid", "Lid", 624, 112, 520, 350), "rectangle", {
        fill: solid("#0d0820"),
        radius: 22,
        shadow: { x: 0, y: 30, blur: 60, color: "#00000080" },
      }),
      shape(box("screen", "Screen", 642, 130, 484, 314), "rectangle", { fill: solid("#f7f6ff"), radius: 10 }),
      shape(box("side", "Side bar", 642, 130, 84, 314), "rectangle", { fill: solid("#e6e1ff"), radius: 10 }),
      shape(box("mark", "Mark", 666, 150, 36, 36), "rectangle", {
        fill: linear(135, VIOLET, "#ff7ac6"),
        radius: 10,
      }),
      ...[218, 250, 282, 314].map((y, index) =>
        shape(
          box(`item-${index + 1}`, `Item ${index + 1}`, 660, y, index % 2 === 0 ? 48 : 38, 10),
          "rectangle",
          {
            fill: solid("#b9adf2"),
            radius: 5,
          },
        ),
      ),
      text(box("screen-company", "Company on the screen", 748, 138, 356, 60), "{{company_name}}", {
        verticalAlign: "middle",
        lineHeight: 1.1,
        minFontSize: 22,
        style: type("Inter", 800, 32, INK),
      }),
      ...[748, 934].map((x, index) =>
        shape(box(`tile-${index + 1}`, `Tile ${index + 1}`, x, 206, 170, 74), "rectangle", {
          fill: solid("#ffffff"),
          radius: 12,
        }),
      ),
      progress(box("goal", "Goal", 766, 250, 134, 12), "72", {
        fill: solid("#19c39c"),
        track: solid("#dff5ef"),
      }),
      shape(box("goal-label", "Goal label", 766, 224, 70, 10), "rectangle", {
        fill: solid("#c9c3ea"),
        radius: 5,
      }),
      progress(box("reach", "Reach", 952, 250, 134, 12), "46", {
        fill: solid("#ff7ac6"),
        track: solid("#ffe4f3"),
      }),
      shape(box("reach-label", "Reach label", 952, 224, 90, 10), "rectangle", {
        fill: solid("#c9c3ea"),
        radius: 5,
      }),
      chart(box("curve", "Curve", 748, 298, 356, 126), "12, 18, 15, 26, 24, 38, 52", {
        kind: "line",
        colors: [VIOLET],
        lineWidth: 5,
        area: linear(180, "#7c5cff55", "#7c5cff00"),
        grid: true,
        gridColor: "#e6e1ff",
      }),
      shape(box("foot", "Foot", 604, 460, 560, 30), "rectangle", {
        fill: linear(180, "#d9d4ee", "#a79fce"),
        radius: 15,
      }),
      shape(box("notch", "Notch", 824, 460, 120, 12), "rectangle", { fill: solid("#8c83b8"), radius: 6 }),
    ]),
    text(box("kicker", "Kicker", 72, 92, 480, 34), "YOUR PRIVATE DEMO", {
      ...LINE,
      style: type("Inter", 700, 22, "#ffb3e1", { letterSpacing: 3 }),
    }),
    text(box("headline", "Headline", 72, 138, 490, 252), "{{first_name}}, see it with your own data", {
      lineHeight: 1.06,
      minFontSize: 24,
      phraseFallback: "See it with your own data",
      style: type("Inter", 800, 72, "#ffffff"),
    }),
    shape(box("button", "Button", 72, 420, 270, 76), "rectangle", { fill: solid("#ffffff"), radius: 16 }),
    text(box("button-label", "Button label", 88, 420, 238, 76), "Pick a time", {
      ...CENTRED,
      style: type("Inter", 700, 30, INK),
    }),
    text(box("sender", "Length and sender", 72, 520, 500, 40), "{{demo_length}} with {{sender_name}}", {
      ...LINE,
      phraseFallback: "20 minutes, no slides",
      style: type("Inter", 500, 26, "#d6cdfa"),
    }),
  ],
};
