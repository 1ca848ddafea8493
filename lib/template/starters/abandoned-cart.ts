import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  grouped,
  linear,
  money,
  NAME_FORMAT,
  samples,
  setWhen,
  shape,
  solid,
  text,
} from "./build";
import { CENTRED, LINE, line, type } from "./look";

const FOREST = "#17392b";
const CLAY = "#b4472b";

/** E-mail hero for a cart that was left: what is in the bag, and what it costs. */
export const abandonedCart: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid("#f5ecdc"),
  alt: "{{first_name}}, your bag is waiting: {{product_name}}, {{price}}",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("product_name", "Product", { fallback: "Your favourites" }),
    field("price", "Price", { type: "number", fallback: "saved for you", format: money("EUR") }),
    field("item_count", "Items in the bag", { type: "number", fallback: "1" }),
  ],
  samples: samples(
    ["first_name", "product_name", "price", "item_count"],
    ["Maria, one linen shirt", "Maria", "Linen shirt, sage", "59", "1"],
    ["Long product", "Nguyễn", "Hand-thrown stoneware dinner plates, set of six", "1249.5", "6"],
    ["All capitals", "O'NEIL", "Beeswax candle", "14.90", "2"],
    ["No price", "Łukasz", "Oak serving board", "", "1"],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    shape(box("arch", "Arch", 690, 74, 438, 700), "rectangle", {
      fill: linear(180, "#e6b08f", "#d98a66"),
      radius: 219,
    }),
    shape(box("sun", "Sun", 960, 130, 96, 96), "ellipse", { fill: solid("#f8dfc3") }),
    shape(box("floor", "Floor", 620, 556, 580, 72), "rectangle", { fill: solid("#e9d9bf") }),
    grouped("bag", "Bag", [
      shape(box("handle", "Handle", 836, 208, 146, 190), "rectangle", {
        fill: null,
        stroke: line(FOREST, 12),
        radius: 73,
      }),
      shape(box("bag-body", "Bag body", 764, 292, 290, 288), "rectangle", {
        fill: linear(170, "#23553f", FOREST),
        radius: 18,
        shadow: { x: 0, y: 18, blur: 34, color: "#17392b55" },
      }),
      shape(box("bag-fold", "Bag fold", 1008, 292, 46, 288), "rectangle", {
        fill: solid("#12301f"),
        radius: 18,
        opacity: 0.55,
      }),
      text(box("bag-brand", "Bag brand", 780, 404, 220, 62), "Fern & Oak", {
        ...CENTRED,
        style: type("Playfair Display", 700, 38, "#f5ecdc"),
      }),
    ]),
    shape(box("count-badge", "Count badge", 996, 250, 92, 92), "ellipse", {
      fill: solid(CLAY),
      stroke: line("#f5ecdc", 6),
      hideWhenMissing: ["item_count"],
    }),
    text(box("count", "Count", 1006, 250, 72, 92), "{{item_count}}", {
      ...CENTRED,
      hideWhenMissing: ["item_count"],
      style: type("DM Sans", 900, 44, "#ffffff"),
    }),
    text(box("kicker", "Kicker", 72, 76, 520, 34), "STILL IN YOUR BAG", {
      ...LINE,
      rules: [
        setWhen("item_count", "greater", "1", {
          path: "text",
          value: "STILL IN YOUR BAG, ALL {{item_count}}",
        }),
      ],
      style: type("DM Sans", 700, 22, CLAY, { letterSpacing: 3 }),
    }),
    text(box("headline", "Headline", 72, 124, 560, 188), "{{first_name}}, we kept it for you", {
      lineHeight: 1.06,
      minFontSize: 26,
      phraseFallback: "We kept your bag for you",
      style: type("Playfair Display", 900, 84, FOREST),
    }),
    shape(box("rule", "Rule", 72, 344, 560, 2), "line", { fill: null, stroke: line("#cdbb9c", 2) }),
    text(box("product", "Product", 72, 358, 560, 44), "{{product_name}}", {
      ...LINE,
      style: type("DM Sans", 500, 30, FOREST),
    }),
    text(box("price", "Price", 72, 402, 560, 44), "{{price}}", {
      ...LINE,
      phraseFallback: "Saved for you",
      style: type("DM Sans", 900, 32, CLAY),
    }),
    shape(box("rule-2", "Rule, lower", 72, 458, 560, 2), "line", { fill: null, stroke: line("#cdbb9c", 2) }),
    shape(box("button", "Button", 72, 484, 290, 76), "rectangle", { fill: solid(CLAY), radius: 12 }),
    text(box("button-label", "Button label", 92, 484, 250, 76), "Back to my bag", {
      ...CENTRED,
      style: type("DM Sans", 700, 30, "#ffffff"),
    }),
  ],
};
