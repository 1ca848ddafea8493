import type { Document } from "../schema";
import { box, DESIGN, field, grouped, linear, samples, shape, solid, text, WHOLE } from "./build";
import { CENTRED, type } from "./look";

const CONFETTI = [
  { x: 110, y: 330, size: 42, color: "#ffe66d", kind: "rectangle", turn: 24 },
  { x: 250, y: 214, size: 34, color: "#4ef0d0", kind: "ellipse", turn: 0 },
  { x: 520, y: 270, size: 36, color: "#ffffff", kind: "polygon", turn: 12 },
  { x: 806, y: 220, size: 40, color: "#ffe66d", kind: "star", turn: -12 },
  { x: 926, y: 372, size: 34, color: "#4ef0d0", kind: "rectangle", turn: 38 },
  { x: 70, y: 1200, size: 38, color: "#4ef0d0", kind: "star", turn: 8 },
  { x: 954, y: 1190, size: 44, color: "#ffe66d", kind: "ellipse", turn: 0 },
  { x: 940, y: 1560, size: 34, color: "#ffffff", kind: "rectangle", turn: 18 },
  { x: 96, y: 1540, size: 36, color: "#ffe66d", kind: "polygon", turn: -20 },
] as const;

/** Story that announces a round number of followers. What matters keeps clear of what apps lay over top and foot. */
export const milestoneStory: Document = {
  ...DESIGN,
  width: 1080,
  height: 1920,
  displayWidth: 1080,
  background: linear(165, "#4a0d8f", "#a3186f", "#c93a2b"),
  alt: "{{account_name}} has {{follower_count}} followers. {{message}}",
  fields: [
    field("account_name", "Account", { fallback: "We" }),
    field("follower_count", "Followers", { type: "number", fallback: "even more", format: WHOLE }),
    field("message", "Message", { fallback: "Thank you for every single one." }),
    field("next_goal", "Next round number", { type: "number", fallback: "the next one", format: WHOLE }),
  ],
  samples: samples(
    ["account_name", "follower_count", "message", "next_goal"],
    ["Fern & Oak, 10,000", "@fernandoak", "10000", "Thank you. Saturday’s cake is on us.", "25000"],
    [
      "A million and a long account",
      "@rheinischwestfaelischepapierwerke",
      "1250000",
      "You wrote, you shared, you sent us pictures of your kitchens. None of this would be here without you.",
      "2000000",
    ],
    ["The first hundred", "@anhduong", "100", "Cảm ơn các bạn!", "500"],
    ["No next goal", "@oneil", "5000", "Here’s to you.", ""],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    ...[0, 1, 2].map((index) =>
      shape(
        box(
          `ring-${index + 1}`,
          `Ring ${index + 1}`,
          140 - index * 330,
          440 - index * 330,
          800 + index * 660,
          800 + index * 660,
        ),
        "ellipse",
        {
          fill: index === 0 ? linear(180, "#ffffff2e", "#ffffff12") : null,
          stroke: { color: index === 0 ? "#ffffff66" : "#ffffff26", width: 3, dash: "solid" },
        },
      ),
    ),
    grouped(
      "confetti",
      "Confetti",
      CONFETTI.map(({ x, y, size, color, kind, turn }, index) =>
        shape(box(`confetti-${index + 1}`, `Piece ${index + 1}`, x, y, size, size), kind, {
          fill: solid(color),
          radius: kind === "rectangle" ? 6 : 0,
          points: kind === "polygon" ? 3 : 5,
          rotation: turn,
        }),
      ),
    ),
    shape(box("account-pill", "Account pill", 270, 398, 540, 84), "rectangle", {
      fill: solid("#ffffff"),
      radius: 42,
    }),
    text(box("account", "Account", 300, 398, 480, 84), "{{account_name}}", {
      ...CENTRED,
      phraseFallback: "Big news",
      style: type("Montserrat", 700, 38, "#4a0d8f"),
    }),
    text(box("we-are", "We are", 190, 560, 700, 70), "We are now", {
      ...CENTRED,
      style: type("Montserrat", 600, 50, "#ffffff"),
    }),
    text(box("count", "Followers", 150, 640, 780, 290), "{{follower_count}}", {
      ...CENTRED,
      minFontSize: 80,
      phraseFallback: "Even more",
      style: type("Bebas Neue", 400, 320, "#ffffff"),
    }),
    text(box("followers", "Word for followers", 190, 930, 700, 150), "followers", {
      ...CENTRED,
      style: type("Caveat", 700, 110, "#ffe66d"),
    }),
    text(box("message", "Message", 150, 1270, 780, 190), "{{message}}", {
      align: "center",
      verticalAlign: "middle",
      lineHeight: 1.25,
      minFontSize: 32,
      style: type("Montserrat", 700, 56, "#ffffff"),
    }),
    text(box("next", "Next goal", 190, 1480, 700, 50), "Next stop: {{next_goal}}", {
      ...CENTRED,
      hideWhenMissing: ["next_goal"],
      style: type("Montserrat", 600, 36, "#ffe3d6"),
    }),
  ],
};
