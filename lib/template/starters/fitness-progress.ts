import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  linear,
  NAME_FORMAT,
  progress,
  samples,
  shape,
  solid,
  text,
  WHOLE,
} from "./build";
import { CENTRED, glow, LINE, type } from "./look";

const BLACK = "#0b0d10";

const RINGS = [
  {
    id: "steps",
    label: "Steps",
    key: "steps",
    goal: "{{step_goal}}",
    from: "#ff2d6f",
    to: "#ff7a59",
    track: "#3a1420",
    side: 640,
  },
  {
    id: "minutes",
    label: "Active minutes",
    key: "active_minutes",
    goal: "150",
    from: "#b6ff3b",
    to: "#4fd65a",
    track: "#1e3318",
    side: 488,
  },
  {
    id: "distance",
    label: "Kilometres",
    key: "distance",
    goal: "30",
    from: "#2ee6ff",
    to: "#3b82f6",
    track: "#10293a",
    side: 336,
  },
] as const;

/** A member's week as three rings, made to be shared. */
export const fitnessProgress: Document = {
  ...DESIGN,
  width: 1080,
  height: 1350,
  displayWidth: 1080,
  background: solid(BLACK),
  alt: "{{first_name}}’s week: {{steps}} steps, {{active_minutes}} active minutes, {{distance}} km.",
  fields: [
    field("first_name", "First name", { fallback: "Your", format: NAME_FORMAT }),
    field("week", "Week", { fallback: "This week" }),
    field("steps", "Steps", { type: "number", fallback: "0", format: WHOLE }),
    field("step_goal", "Goal of steps", { type: "number", fallback: "70000", format: WHOLE }),
    field("active_minutes", "Active minutes", { type: "number", fallback: "0", format: WHOLE }),
    field("distance", "Kilometres", {
      type: "number",
      fallback: "0",
      format: { number: { style: "decimal", currency: "EUR", minimumDecimals: 1, maximumDecimals: 1 } },
    }),
  ],
  samples: samples(
    ["first_name", "week", "steps", "step_goal", "active_minutes", "distance"],
    ["Chloe, a good week", "Chloe", "16–22 November", "58240", "70000", "132", "24.6"],
    ["Everything done", "Wolfeschlegelsteinhausen", "9–15 November", "102480", "70000", "310", "61.2"],
    ["A slow start", "Łukasz", "2–8 November", "8120", "50000", "20", "3.4"],
    ["No distance", "NGUYỄN", "16–22 November", "41000", "60000", "95", ""],
    ["Nothing known", "", "", "", "", "", ""],
  ),
  layers: [
    shape(box("light", "Light", 40, 60, 1000, 1000), "ellipse", { fill: glow("#ff2d6f", "30") }),
    text(box("headline", "Headline", 72, 76, 936, 110), "{{first_name}}’s week", {
      ...CENTRED,
      minFontSize: 34,
      phraseFallback: "Your week",
      style: type("Oswald", 700, 92, "#ffffff", { transform: "upper" }),
    }),
    text(box("week", "Week", 72, 188, 936, 48), "{{week}}", {
      ...CENTRED,
      style: type("Oswald", 400, 36, "#aab4c0"),
    }),
    ...RINGS.map(({ id, label, key, goal, from, to, track, side }) =>
      progress(
        box(`${id}-ring`, `Ring, ${label}`, 540 - side / 2, 596 - side / 2, side, side),
        `{{${key}}}`,
        {
          kind: "ring",
          maximum: goal,
          fallbackValue: 0,
          thickness: 62,
          fill: linear(180, from, to),
          track: solid(track),
        },
      ),
    ),
    text(box("done", "Praise", 430, 548, 220, 96), "GO!", {
      ...CENTRED,
      style: type("Oswald", 700, 76, "#ffffff"),
    }),
    ...RINGS.flatMap(({ id, label, key, from, to }, index) => {
      const x = 72 + index * 318;
      return [
        shape(box(`${id}-panel`, `Panel, ${label}`, x, 980, 300, 230), "rectangle", {
          fill: solid("#171b21"),
          radius: 28,
        }),
        shape(box(`${id}-mark`, `Mark, ${label}`, x + 28, 1012, 56, 12), "rectangle", {
          fill: linear(90, from, to),
          radius: 6,
        }),
        text(box(`${id}-value`, label, x + 28, 1036, 244, 92), `{{${key}}}`, {
          ...LINE,
          phraseFallback: "–",
          style: type("Oswald", 600, 72, "#ffffff"),
        }),
        text(box(`${id}-label`, `Label, ${label}`, x + 28, 1134, 244, 44), label, {
          ...LINE,
          style: type("Oswald", 400, 30, "#aab4c0"),
        }),
      ];
    }),
    text(box("brand", "Brand", 72, 1236, 936, 44), "Shared from Pulse", {
      ...CENTRED,
      style: type("Oswald", 500, 28, "#aab4c0", { letterSpacing: 2 }),
    }),
  ],
};
