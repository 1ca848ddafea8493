import type { Document } from "../schema";
import { DESIGN, field, linear, NAME_FORMAT, samples, shape, solid, text } from "./build";

const CREAM = "#fff6e9";
const INK = "#3b1d0f";
const CORAL = "#f26b4e";
/** Coral for letters, which need more contrast than shapes. */
const EMBER = "#b03a1e";

/** E-mail hero after a purchase: thanks by name and the points the customer has now. */
export const loyaltyThankYou: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(120, "#fff6e9", "#ffe3cc"),
  alt: "Thank you, {{first_name}}! You now have {{loyalty_points}} points.",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("loyalty_points", "Loyalty points", {
      type: "number",
      fallback: "new",
      format: { number: { style: "decimal", currency: "USD", minimumDecimals: 0, maximumDecimals: 0 } },
    }),
  ],
  samples: samples(
    ["first_name", "loyalty_points"],
    ["Maria, 250 points", "Maria", "250"],
    ["Long name", "Nguyễn Thị Minh Khai", "12480"],
    ["All capitals", "O'NEIL", "0"],
    ["Cyrillic", "Щёголева", "3900"],
    ["No points yet", "Łukasz", ""],
  ),
  layers: [
    shape({ id: "sun", name: "Sun", x: 742, y: -92, width: 640, height: 640 }, "ellipse", {
      fill: linear(200, "#ffb27d", CORAL),
    }),
    shape({ id: "sun-ring", name: "Sun ring", x: 672, y: -162, width: 780, height: 780 }, "ellipse", {
      fill: null,
      stroke: { color: "#ffc9a3", width: 2, dash: "solid" },
    }),
    shape({ id: "card-back", name: "Card, back", x: 786, y: 196, width: 392, height: 244 }, "rectangle", {
      fill: linear(135, "#7a3420", "#4d1f12"),
      radius: 24,
      rotation: 8,
      shadow: { x: 0, y: 24, blur: 48, color: "#3b1d0f40" },
    }),
    shape({ id: "card", name: "Card", x: 742, y: 216, width: 392, height: 244 }, "rectangle", {
      fill: linear(135, "#fffdf9", "#ffe9d6"),
      radius: 24,
      rotation: -6,
      shadow: { x: 0, y: 24, blur: 48, color: "#3b1d0f33" },
    }),
    text({ id: "card-brand", name: "Card brand", x: 780, y: 268, width: 200, height: 34 }, "Fern & Oak", {
      rotation: -6,
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Playfair Display", fontWeight: 700, fontSize: 26, color: INK },
    }),
    text({ id: "card-name", name: "Card name", x: 787, y: 388, width: 260, height: 40 }, "{{first_name}}", {
      rotation: -6,
      fit: "line",
      minFontSize: 22,
      verticalAlign: "middle",
      phraseFallback: "Valued member",
      style: { fontWeight: 600, fontSize: 26, color: "#7a3420", letterSpacing: 0.5 },
    }),
    shape({ id: "card-star", name: "Card star", x: 1038, y: 244, width: 54, height: 54 }, "star", {
      fill: solid(CORAL),
      rotation: -6,
    }),
    text({ id: "kicker", name: "Kicker", x: 72, y: 96, width: 520, height: 34 }, "FERN & OAK REWARDS", {
      fit: "line",
      minFontSize: 22,
      style: { fontWeight: 700, fontSize: 22, color: EMBER, letterSpacing: 3 },
    }),
    text(
      { id: "headline", name: "Headline", x: 72, y: 146, width: 600, height: 208 },
      "Thank you, {{first_name}}!",
      {
        lineHeight: 1.08,
        minFontSize: 26,
        phraseFallback: "Thank you for being with us!",
        style: { fontFamily: "Playfair Display", fontWeight: 900, fontSize: 92, color: INK },
      },
    ),
    text(
      { id: "points", name: "Points", x: 72, y: 384, width: 600, height: 56 },
      "You now have {{loyalty_points}} points.",
      {
        fit: "line",
        minFontSize: 22,
        phraseFallback: "Your points are waiting for you.",
        runs: [
          { text: "You now have ", style: {} },
          { text: "{{loyalty_points}} points", style: { fontWeight: 700, color: EMBER } },
          { text: ".", style: {} },
        ],
        style: { fontSize: 36, color: INK },
      },
    ),
    shape({ id: "button", name: "Button", x: 72, y: 472, width: 284, height: 76 }, "rectangle", {
      fill: solid(INK),
      radius: 38,
    }),
    text(
      { id: "button-label", name: "Button label", x: 92, y: 472, width: 244, height: 76 },
      "See my rewards",
      {
        align: "center",
        verticalAlign: "middle",
        fit: "line",
        minFontSize: 22,
        style: { fontWeight: 600, fontSize: 28, color: CREAM },
      },
    ),
  ],
};
