import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  grouped,
  linear,
  NAME_FORMAT,
  rating,
  samples,
  setWhen,
  shape,
  solid,
  text,
  WHOLE,
} from "./build";
import { CENTRED, LINE, type } from "./look";

const INK = "#2a211c";

/** Mail a week after delivery: asks for a review and shows what others gave. */
export const reviewRequest: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid("#ffffff"),
  alt: "{{first_name}}, how do you like {{product_name}}? Give it your stars.",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("product_name", "Product", { fallback: "your new favourite" }),
    field("average_rating", "Average rating", {
      type: "number",
      fallback: "new",
      format: { number: { style: "decimal", currency: "USD", minimumDecimals: 1, maximumDecimals: 1 } },
    }),
    field("review_count", "Reviews so far", { type: "number", fallback: "many", format: WHOLE }),
  ],
  samples: samples(
    ["first_name", "product_name", "average_rating", "review_count"],
    ["Maria, stoneware vase", "Maria", "the stoneware vase", "4.6", "1284"],
    ["Long product", "Nguyễn", "the hand-thrown dinner plates, set of six", "3.8", "96"],
    ["One review", "O'Neil", "the oak board", "5", "1"],
    ["No reviews yet", "Щёголева", "the linen apron", "", ""],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    shape(box("wall", "Wall", 0, 0, 470, 628), "rectangle", { fill: linear(180, "#ffd9a8", "#ffbd7a") }),
    shape(box("table", "Table", 0, 508, 470, 120), "rectangle", { fill: solid("#8a4b2c") }),
    shape(box("moon", "Round window", 70, 74, 330, 330), "ellipse", { fill: solid("#fff0da") }),
    grouped("vase", "Vase", [
      ...[
        { id: "stem-1", x: 192, turn: -14, height: 196 },
        { id: "stem-2", x: 232, turn: 2, height: 224 },
        { id: "stem-3", x: 272, turn: 16, height: 186 },
      ].flatMap(({ id, x, turn, height }, index) => [
        shape(box(id, `Stem ${index + 1}`, x, 330 - height, 6, height), "rectangle", {
          fill: solid("#4f7a52"),
          rotation: turn,
        }),
        shape(
          box(`${id}-bloom`, `Bloom ${index + 1}`, x - 32 + turn * 1.6, 330 - height - 32, 70, 70),
          "star",
          {
            fill: solid(["#e4572e", "#c2335a", "#e4572e"][index] ?? INK),
            points: 9,
            innerRadius: 0.72,
          },
        ),
        shape(
          box(`${id}-heart`, `Heart ${index + 1}`, x - 8 + turn * 1.6, 330 - height - 8, 22, 22),
          "ellipse",
          {
            fill: solid("#ffe08a"),
          },
        ),
      ]),
      shape(box("neck", "Neck", 196, 300, 78, 90), "rectangle", { fill: solid("#2f4858"), radius: 14 }),
      shape(box("belly", "Belly", 142, 350, 186, 190), "ellipse", {
        fill: linear(120, "#3f6175", "#2f4858"),
      }),
      shape(box("band", "Band", 146, 424, 178, 16), "rectangle", { fill: solid("#f3c969"), radius: 8 }),
    ]),
    text(box("kicker", "Kicker", 540, 76, 580, 36), "HOW DO YOU LIKE IT?", {
      ...LINE,
      style: type("Work Sans", 600, 22, "#a2461f", { letterSpacing: 3 }),
    }),
    text(box("headline", "Headline", 540, 122, 588, 200), "{{first_name}}, tell us about {{product_name}}", {
      lineHeight: 1.1,
      minFontSize: 26,
      phraseFallback: "Tell us how you like {{product_name}}",
      style: type("Lora", 700, 62, INK),
    }),
    rating(box("stars", "Stars", 540, 348, 352, 60), "{{average_rating}}", {
      fallbackValue: 0,
      color: "#f0a202",
      emptyColor: "#e6d6bd",
      gap: 13,
    }),
    text(box("figure", "Average", 916, 344, 210, 68), "{{average_rating}}", {
      ...LINE,
      hideWhenMissing: ["average_rating"],
      style: type("Lora", 700, 52, INK),
    }),
    text(box("count", "Reviews", 540, 424, 588, 40), "from {{review_count}} reviews so far", {
      ...LINE,
      phraseFallback: "Yours would be one of the first.",
      rules: [setWhen("review_count", "equals", "1", { path: "text", value: "from one review so far" })],
      style: type("Work Sans", 400, 26, "#6d5a4c"),
    }),
    shape(box("button", "Button", 540, 488, 290, 76), "rectangle", { fill: solid(INK), radius: 8 }),
    text(box("button-label", "Button label", 556, 488, 258, 76), "Rate it in a minute", {
      ...CENTRED,
      style: type("Work Sans", 600, 26, "#ffffff"),
    }),
  ],
};
