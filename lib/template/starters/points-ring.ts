import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  linear,
  NAME_FORMAT,
  progress,
  samples,
  setWhen,
  shape,
  solid,
  text,
  WHOLE,
} from "./build";
import { CENTRED, glow, LINE, type } from "./look";

const MINT = "#5ef2c2";
const MIST = "#b5d8d3";

/** Monthly state of a member's points: how many, and how far it is to the next reward. */
export const pointsRing: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(150, "#053b3a", "#02201f"),
  alt: "{{first_name}}, you have {{points}} points. Next: {{reward_name}} at {{reward_points}}.",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("points", "Points", { type: "number", fallback: "new", format: WHOLE }),
    field("reward_points", "Points of the reward", { type: "number", fallback: "500", format: WHOLE }),
    field("reward_name", "Next reward", { fallback: "a little something" }),
  ],
  samples: samples(
    ["first_name", "points", "reward_points", "reward_name"],
    ["Maria, 350 of 500", "Maria", "350", "500", "a free breakfast"],
    [
      "Long name and reward",
      "Wolfeschlegelsteinhausen",
      "12480",
      "20000",
      "a weekend for two in the house by the lake",
    ],
    ["Reward reached", "O'NEIL", "640", "500", "a free breakfast"],
    ["No points yet", "Nguyễn", "", "500", "a free breakfast"],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    shape(box("light", "Light", 580, -130, 880, 880), "ellipse", { fill: glow("#17b890", "4d") }),
    progress(box("ring", "Ring of points", 706, 104, 420, 420), "{{points}}", {
      kind: "ring",
      maximum: "{{reward_points}}",
      fallbackValue: 0.04,
      thickness: 46,
      fill: linear(160, "#f9e27d", MINT),
      track: solid("#0e5451"),
    }),
    text(box("points", "Points", 776, 214, 280, 130), "{{points}}", {
      ...CENTRED,
      phraseFallback: "Hello!",
      style: type("Montserrat", 800, 108, "#ffffff"),
    }),
    text(box("of", "Of so many points", 776, 346, 280, 44), "of {{reward_points}} points", {
      ...CENTRED,
      phraseFallback: "points to come",
      style: type("Montserrat", 600, 28, MIST),
    }),
    text(box("kicker", "Kicker", 72, 86, 560, 34), "YOUR POINTS THIS MONTH", {
      ...LINE,
      style: type("Montserrat", 700, 22, MINT, { letterSpacing: 3 }),
    }),
    text(box("headline", "Headline", 72, 134, 580, 186), "Look at you go, {{first_name}}", {
      lineHeight: 1.08,
      minFontSize: 26,
      phraseFallback: "Look how far you are",
      rules: [
        setWhen("points", "missing", "", { path: "text", value: "Your points begin today, {{first_name}}" }),
      ],
      style: type("Montserrat", 800, 74, "#ffffff"),
    }),
    text(box("reward", "Next reward", 72, 350, 560, 90), "Next: {{reward_name}}", {
      lineHeight: 1.3,
      minFontSize: 22,
      phraseFallback: "A little something waits at the end of the ring.",
      style: type("Montserrat", 400, 32, MIST),
    }),
    shape(box("button", "Button", 72, 476, 288, 76), "rectangle", {
      fill: linear(90, "#f9e27d", MINT),
      radius: 38,
    }),
    text(box("button-label", "Button label", 92, 476, 248, 76), "See my rewards", {
      ...CENTRED,
      style: type("Montserrat", 700, 28, "#02201f"),
    }),
  ],
};
