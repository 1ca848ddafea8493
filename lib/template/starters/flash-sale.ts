import type { Document } from "../schema";
import { box, countdown, DESIGN, field, linear, NAME_FORMAT, samples, shape, solid, text } from "./build";
import { CENTRED, glow, LINE, type } from "./look";

const NIGHT = "#1a1033";
const LIME = "#d9f99d";
const PALE = "#e9e4f7";

/** A sale that ends for everybody at once: days, hours, minutes and seconds until then. */
export const flashSale: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(120, NIGHT, "#3b1d6e"),
  alt: "{{first_name}}, {{discount}} off everything while the time runs.",
  fields: [
    field("first_name", "First name", { fallback: "Hello", format: NAME_FORMAT }),
    field("discount", "Discount", {
      type: "number",
      fallback: "30%",
      format: { number: { style: "percent", currency: "USD", minimumDecimals: 0, maximumDecimals: 0 } },
    }),
    field("sale_ends", "Sale ends", { type: "date", fallback: "2028-12-31 20:00" }),
    field("time_zone", "Time zone", { fallback: "Europe/Berlin" }),
  ],
  samples: samples(
    ["first_name", "discount", "sale_ends", "time_zone"],
    ["Amelie, 40 percent", "Amelie", "40", "2028-12-31 20:00", "Europe/Berlin"],
    ["In New York", "Jordan", "25", "2028-12-31 20:00", "America/New_York"],
    ["Long name", "Wolfeschlegelsteinhausen", "30", "2028-12-24", "Asia/Tokyo"],
    ["The sale is over", "Nguyễn", "30", "2025-01-06 20:00", "Asia/Ho_Chi_Minh"],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    shape(box("glow", "Glow", 640, -220, 820, 820), "ellipse", { fill: glow("#a855f7", "66") }),
    text(box("name", "Name", 80, 72, 560, 60), "{{first_name}},", {
      ...LINE,
      phraseFallback: "Only now:",
      style: type("Montserrat", 600, 40, PALE),
    }),
    text(box("headline", "Headline", 80, 130, 640, 176), "everything\nfor less", {
      lineHeight: 1.05,
      minFontSize: 40,
      style: type("Montserrat", 800, 80, "#ffffff"),
    }),
    shape(box("badge", "Badge", 790, 66, 330, 240), "rectangle", { fill: solid(LIME), radius: 28 }),
    text(box("discount", "Discount", 810, 76, 290, 160), "{{discount}}", {
      ...CENTRED,
      style: type("Montserrat", 800, 132, NIGHT),
    }),
    text(box("off", "Off", 810, 228, 290, 56), "OFF", {
      ...CENTRED,
      style: type("Montserrat", 700, 40, NIGHT, { letterSpacing: 8 }),
    }),
    countdown(box("countdown", "Countdown", 80, 346, 1040, 168), {
      target: "{{sale_ends}}",
      timeZone: "{{time_zone}}",
      style: type("Montserrat", 800, 92, "#ffffff"),
      labelStyle: { fontSize: 24, fontWeight: 600, color: LIME, transform: "none" },
      fill: solid("#00000059"),
      radius: 22,
      gap: 20,
      padding: 14,
      whenOver: "phrase",
      phrase: "The sale has ended. See you next time!",
    }),
    text(box("brand", "Brand", 80, 536, 1040, 40), "northwind.example", {
      ...LINE,
      style: type("Montserrat", 600, 28, PALE),
    }),
  ],
};
