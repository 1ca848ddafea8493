import type { Document } from "../schema";
import { box, countdown, DESIGN, field, NAME_FORMAT, samples, shape, solid, text } from "./build";
import { CENTRED, type } from "./look";

const SAND = "#fdf3e7";
const INK = "#3b2314";
const CLAY = "#9a3412";

/** An offer whose two days begin when its recipient first sees it. */
export const welcomeOffer: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid(SAND),
  alt: "{{first_name}}, your welcome offer: {{discount}} off for 48 hours.",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("email", "E-mail address"),
    field("discount", "Discount", {
      type: "number",
      fallback: "15%",
      format: { number: { style: "percent", currency: "USD", minimumDecimals: 0, maximumDecimals: 0 } },
    }),
  ],
  samples: samples(
    ["first_name", "email", "discount"],
    ["Ines, 15 percent", "Ines", "ines@example.com", "15"],
    ["Long name", "Wolfeschlegelsteinhausen", "hubert@example.com", "20"],
    ["Nobody known", "", "", ""],
  ),
  layers: [
    shape(box("frame", "Frame", 30, 30, 1140, 568), "rectangle", {
      fill: null,
      stroke: { color: "#e7c9a9", width: 3, dash: "solid" },
      radius: 28,
    }),
    text(box("name", "Name", 100, 76, 1000, 74), "Welcome, {{first_name}}", {
      ...CENTRED,
      style: type("Lora", 600, 56, INK),
    }),
    text(box("offer", "Offer", 100, 156, 1000, 120), "{{discount}} off your first order", {
      ...CENTRED,
      style: type("Lora", 700, 84, CLAY),
    }),
    text(box("until", "Until", 100, 290, 1000, 46), "The offer is yours for", {
      ...CENTRED,
      style: type("Nunito", 600, 30, INK),
    }),
    countdown(box("countdown", "Countdown", 310, 348, 580, 156), {
      counts: "from_open",
      recipient: "{{email}}",
      lasts: { days: 0, hours: 48, minutes: 0 },
      units: { days: false, hours: true, minutes: true, seconds: true },
      style: type("Nunito", 800, 84, "#ffffff"),
      labelStyle: { fontSize: 24, fontWeight: 700, color: INK, transform: "none" },
      boxes: "digits",
      fill: solid(CLAY),
      radius: 14,
      gap: 26,
      padding: 10,
      whenOver: "phrase",
      phrase: "This offer has ended",
    }),
    text(box("brand", "Brand", 100, 524, 1000, 42), "Casa Olivo, oils and ceramics", {
      ...CENTRED,
      style: type("Nunito", 600, 26, INK),
    }),
  ],
};
