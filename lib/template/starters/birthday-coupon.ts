import type { Document } from "../schema";
import { DESIGN, field, linear, NAME_FORMAT, samples, shape, solid, text } from "./build";

const PLUM = "#4b1d5c";
const PINK = "#d81f66";

const CONFETTI = [
  { x: 64, y: 60, size: 26, color: "#ffd166", kind: "ellipse", turn: 0 },
  { x: 166, y: 26, size: 30, color: "#06d6a0", kind: "polygon", turn: 20 },
  { x: 300, y: 64, size: 20, color: "#ffffff", kind: "rectangle", turn: 28 },
  { x: 476, y: 30, size: 26, color: "#ffd166", kind: "star", turn: 12 },
  { x: 632, y: 70, size: 22, color: "#7bdff2", kind: "ellipse", turn: 0 },
  { x: 792, y: 34, size: 26, color: "#ffffff", kind: "polygon", turn: -18 },
  { x: 968, y: 62, size: 24, color: "#06d6a0", kind: "rectangle", turn: 40 },
  { x: 1104, y: 32, size: 30, color: "#ffd166", kind: "star", turn: -14 },
  { x: 40, y: 246, size: 22, color: "#7bdff2", kind: "rectangle", turn: 16 },
  { x: 1132, y: 250, size: 24, color: "#7bdff2", kind: "ellipse", turn: 0 },
  { x: 52, y: 470, size: 28, color: "#ffd166", kind: "star", turn: 22 },
  { x: 1124, y: 474, size: 26, color: "#06d6a0", kind: "polygon", turn: 10 },
] as const;

/** Birthday mail with a coupon that carries the customer's own code. */
export const birthdayCoupon: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(140, "#d81f66", "#8b2fc9"),
  alt: "Happy birthday, {{first_name}}! Your code: {{coupon_code}}",
  fields: [
    field("first_name", "First name", { fallback: "you", format: NAME_FORMAT }),
    field("coupon_code", "Coupon code", {
      fallback: "BIRTHDAY20",
      format: { case: "upper", onlyWhenOneCase: false },
    }),
    field("valid_until", "Valid until", {
      type: "date",
      fallback: "the end of the month",
      format: { date: "long" },
    }),
  ],
  samples: samples(
    ["first_name", "coupon_code", "valid_until"],
    ["Chloe", "Chloe", "CHLOE-20", "2026-12-24"],
    ["Long name", "Wolfeschlegelsteinhausen", "WOLF-20", "2026-12-24"],
    ["Vietnamese name", "Nguyễn", "NGUYEN-20", "2026-12-24"],
    ["No code", "Łucja", "", ""],
    ["Nothing known", "", "", ""],
  ),
  layers: [
    ...CONFETTI.map(({ x, y, size, color, kind, turn }, index) =>
      shape(
        { id: `confetti-${index + 1}`, name: `Confetti ${index + 1}`, x, y, width: size, height: size },
        kind,
        {
          fill: solid(color),
          radius: kind === "rectangle" ? 4 : 0,
          points: kind === "polygon" ? 3 : 5,
          rotation: turn,
        },
      ),
    ),
    text({ id: "happy", name: "Happy birthday", x: 200, y: 106, width: 800, height: 88 }, "Happy birthday,", {
      align: "center",
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 22,
      phraseFallback: "",
      style: { fontFamily: "Caveat", fontWeight: 700, fontSize: 82, color: "#ffe3ee" },
    }),
    text({ id: "name", name: "Name", x: 120, y: 184, width: 960, height: 140 }, "{{first_name}}!", {
      align: "center",
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 32,
      phraseFallback: "it’s your day!",
      style: { fontFamily: "Poppins", fontWeight: 800, fontSize: 118, color: "#ffffff" },
    }),
    shape({ id: "coupon", name: "Coupon", x: 210, y: 352, width: 780, height: 186 }, "rectangle", {
      fill: solid("#ffffff"),
      radius: 26,
      shadow: { x: 0, y: 18, blur: 40, color: "#4b1d5c55" },
    }),
    shape({ id: "notch-left", name: "Notch, left", x: 190, y: 425, width: 40, height: 40 }, "ellipse", {
      fill: solid("#bb2583"),
    }),
    shape({ id: "notch-right", name: "Notch, right", x: 970, y: 425, width: 40, height: 40 }, "ellipse", {
      fill: solid("#9f2ca9"),
    }),
    text({ id: "offer", name: "Offer", x: 250, y: 374, width: 230, height: 142 }, "20%\noff", {
      align: "center",
      verticalAlign: "middle",
      lineHeight: 1,
      minFontSize: 22,
      style: { fontFamily: "Poppins", fontWeight: 800, fontSize: 66, color: PINK },
    }),
    shape({ id: "tear", name: "Tear line", x: 430, y: 444, width: 142, height: 2 }, "line", {
      fill: null,
      stroke: { color: "#d9c3e3", width: 4, dash: "dashed" },
      rotation: 90,
    }),
    text({ id: "code-label", name: "Code label", x: 534, y: 378, width: 420, height: 30 }, "YOUR CODE", {
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Poppins", fontWeight: 600, fontSize: 22, color: "#6b4a7c", letterSpacing: 4 },
    }),
    text({ id: "code", name: "Code", x: 534, y: 408, width: 420, height: 70 }, "{{coupon_code}}", {
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "JetBrains Mono", fontWeight: 700, fontSize: 52, color: PLUM },
    }),
    text(
      { id: "valid", name: "Valid until", x: 534, y: 482, width: 420, height: 32 },
      "Valid until {{valid_until}}",
      {
        fit: "line",
        minFontSize: 22,
        phraseFallback: "Valid for 30 days",
        style: { fontFamily: "Poppins", fontSize: 22, color: "#6b4a7c" },
      },
    ),
    text({ id: "shop", name: "Shop", x: 300, y: 558, width: 600, height: 34 }, "fernandoak.example", {
      align: "center",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Poppins", fontWeight: 500, fontSize: 22, color: "#ffe3ee" },
    }),
  ],
};
