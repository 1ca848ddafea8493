import type { Document } from "../schema";
import { barcode, box, DESIGN, field, NAME_FORMAT, samples, shape, solid, text } from "./build";
import { CENTRED, LINE, line, type } from "./look";

const RED = "#bd1820";
const INK = "#231512";
const CREAM = "#fff4e4";

/** For customers who have not been seen for a while: a coupon with a barcode for the till. */
export const winBackCoupon: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid(RED),
  alt: "We miss you, {{first_name}}: {{discount}} off with {{coupon_code}}, until {{valid_until}}.",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("discount", "Discount", {
      type: "number",
      fallback: "20%",
      format: { number: { style: "percent", currency: "USD", minimumDecimals: 0, maximumDecimals: 0 } },
    }),
    field("coupon_code", "Coupon code", {
      fallback: "COMEBACK",
      format: { case: "upper", onlyWhenOneCase: false },
    }),
    field("valid_until", "Valid until", {
      type: "date",
      fallback: "the end of the month",
      format: { date: "long" },
    }),
  ],
  samples: samples(
    ["first_name", "discount", "coupon_code", "valid_until"],
    ["Chloe, 25 percent", "Chloe", "25", "BACK-4821", "2026-12-24"],
    ["Long name", "Wolfeschlegelsteinhausen", "30", "BACK-4822", "2026-12-24"],
    ["Vietnamese name", "Nguyễn", "15", "BACK-4823", "2027-01-06"],
    ["No code of their own", "Łucja", "20", "", ""],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    ...[0, 1, 2, 3, 4, 5].map((index) =>
      shape(box(`ray-${index + 1}`, `Ray ${index + 1}`, -500, 290, 1500, 48), "rectangle", {
        fill: solid("#d22c33"),
        rotation: index * 30,
      }),
    ),
    text(box("miss", "We miss you", 72, 92, 500, 106), "We miss you,", {
      ...LINE,
      style: type("Caveat", 700, 104, CREAM),
    }),
    text(box("name", "Name", 72, 196, 500, 122), "{{first_name}}!", {
      ...LINE,
      phraseFallback: "come back!",
      style: type("Oswald", 700, 108, "#ffffff"),
    }),
    text(
      box("body", "Body", 72, 348, 480, 120),
      "It has been a while. Your table by the window is still there.",
      {
        lineHeight: 1.35,
        minFontSize: 22,
        style: type("Nunito", 600, 30, CREAM),
      },
    ),
    text(box("brand", "Brand", 72, 516, 480, 44), "The Corner Bakery", {
      ...LINE,
      style: type("Oswald", 500, 30, CREAM),
    }),
    shape(box("coupon", "Coupon", 628, 56, 500, 516), "rectangle", {
      fill: solid(CREAM),
      radius: 22,
      shadow: { x: 0, y: 22, blur: 44, color: "#4a060a80" },
    }),
    ...[611, 1111].map((x, index) =>
      shape(
        box(`notch-${index + 1}`, `Notch, ${index === 0 ? "left" : "right"}`, x, 309, 34, 34),
        "ellipse",
        { fill: solid(RED) },
      ),
    ),
    shape(box("tear", "Tear line", 664, 325, 428, 2), "line", {
      fill: null,
      stroke: line("#d8b99a", 4, "dashed"),
    }),
    text(box("discount", "Discount", 664, 76, 428, 176), "{{discount}}", {
      ...CENTRED,
      phraseFallback: "20%",
      style: type("Oswald", 700, 168, RED),
    }),
    text(box("off", "Off what", 664, 250, 428, 50), "OFF EVERYTHING", {
      ...CENTRED,
      style: type("Oswald", 600, 34, INK, { letterSpacing: 4 }),
    }),
    barcode(box("bars", "Barcode", 664, 352, 428, 116), "{{coupon_code}}", {
      fallbackText: "COMEBACK",
      color: INK,
      background: null,
      quietZone: 4,
      showText: false,
    }),
    text(box("code", "Coupon code", 664, 472, 428, 42), "{{coupon_code}}", {
      ...CENTRED,
      style: type("JetBrains Mono", 700, 30, INK, { letterSpacing: 3 }),
    }),
    text(box("valid", "Valid until", 664, 516, 428, 36), "until {{valid_until}}", {
      ...CENTRED,
      phraseFallback: "for 30 days from today",
      style: type("Nunito", 600, 24, "#6b4a3c"),
    }),
  ],
};
