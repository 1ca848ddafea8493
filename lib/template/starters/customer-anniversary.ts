import type { Document } from "../schema";
import { box, DESIGN, field, NAME_FORMAT, samples, setWhen, shape, solid, text, WHOLE } from "./build";
import { CENTRED, LINE, type } from "./look";

const NAVY = "#1d2a6b";
const SKY = "#e9f0ff";

const ARCS = [
  { size: 900, color: "#b9c8ff" },
  { size: 740, color: "#ffd6e0" },
  { size: 580, color: "#ffe9a8" },
  { size: 420, color: "#ffffff" },
] as const;

/** On the day a customer has been one for so many years. */
export const customerAnniversary: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid(SKY),
  alt: "{{first_name}}, with us for {{years}} years, since {{customer_since}}. Thank you!",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("years", "Years", { type: "number", fallback: "many", format: WHOLE }),
    field("customer_since", "Customer since", {
      type: "date",
      fallback: "the beginning",
      format: { date: "long", locale: "en-GB" },
    }),
    field("order_count", "Orders so far", { type: "number", fallback: "all your", format: WHOLE }),
  ],
  samples: samples(
    ["first_name", "years", "customer_since", "order_count"],
    ["Maria, three years", "Maria", "3", "2023-11-27", "41"],
    ["The first year", "Jürgen", "1", "2025-11-27", "7"],
    ["Long name, ten years", "Wolfeschlegelsteinhausen", "10", "2016-11-27", "1284"],
    ["No orders counted", "O'NEIL", "5", "2021-11-27", ""],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    ...ARCS.map(({ size, color }, index) =>
      shape(
        box(`arc-${index + 1}`, `Arc ${index + 1}`, 888 - size / 2, 372 - size / 2, size, size),
        "ellipse",
        {
          fill: solid(color),
        },
      ),
    ),
    text(box("years", "Years", 718, 206, 340, 250), "{{years}}", {
      ...CENTRED,
      phraseFallback: "♥",
      style: type("Poppins", 800, 260, NAVY),
    }),
    text(box("years-label", "Word for years", 738, 456, 300, 56), "years", {
      ...CENTRED,
      rules: [
        setWhen("years", "equals", "1", { path: "text", value: "year" }),
        setWhen("years", "missing", "", { path: "text", value: "thank you" }),
      ],
      style: type("Poppins", 600, 40, "#c2265b"),
    }),
    text(box("kicker", "Kicker", 72, 84, 470, 34), "HAPPY ANNIVERSARY", {
      ...LINE,
      style: type("Poppins", 700, 22, "#c2265b", { letterSpacing: 3 }),
    }),
    text(box("headline", "Headline", 72, 130, 470, 240), "{{first_name}}, how time flies", {
      lineHeight: 1.08,
      minFontSize: 22,
      phraseFallback: "How time flies",
      style: type("Poppins", 800, 66, NAVY),
    }),
    text(box("since", "Since", 72, 390, 380, 80), "With us since {{customer_since}}", {
      lineHeight: 1.3,
      minFontSize: 22,
      phraseFallback: "With us from the beginning",
      style: type("Poppins", 500, 28, "#414c85"),
    }),
    shape(box("orders-pill", "Orders pill", 72, 490, 360, 72), "rectangle", {
      fill: solid(NAVY),
      radius: 36,
    }),
    text(box("orders", "Orders", 96, 490, 312, 72), "{{order_count}} parcels packed", {
      ...CENTRED,
      phraseFallback: "A gift is in the mail",
      style: type("Poppins", 600, 27, "#ffffff"),
    }),
  ],
};
