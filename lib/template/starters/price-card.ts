import type { Document } from "../schema";
import { box, DESIGN, field, grouped, money, samples, shape, solid, text, WHOLE } from "./build";
import { CENTRED, LINE, line, type } from "./look";

const INK = "#14261c";
const GREEN = "#1f6b3f";
const LIME = "#d4f26a";

const LINES = [
  { id: "plan", label: "Plan", value: "{{plan_name}}", y: 208 },
  { id: "seats", label: "Seats", value: "{{seats}}", y: 274 },
  { id: "seat-price", label: "Per seat and month", value: "{{seat_price}}", y: 340 },
] as const;

/** A quote at a glance: what it is, for whom, what it costs and until when it stands. */
export const priceCard: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: solid(GREEN),
  alt: "Quote {{quote_number}} for {{company_name}}: {{total}} a year, valid until {{valid_until}}.",
  fields: [
    field("company_name", "Company", { fallback: "your team" }),
    field("quote_number", "Quote number", { fallback: "on request" }),
    field("plan_name", "Plan", { fallback: "Growth" }),
    field("seats", "Seats", { type: "number", fallback: "As many as you need", format: WHOLE }),
    field("seat_price", "Price of a seat", { type: "number", fallback: "On request", format: money("EUR") }),
    field("total", "Total a year", { type: "number", fallback: "On request", format: money("EUR", 0) }),
    field("valid_until", "Valid until", {
      type: "date",
      fallback: "further notice",
      format: { date: "long", locale: "en-GB" },
    }),
  ],
  samples: samples(
    ["company_name", "quote_number", "plan_name", "seats", "seat_price", "total", "valid_until"],
    ["Brightside, 25 seats", "Brightside", "Q-1187", "Growth", "25", "18.5", "5550", "2026-12-31"],
    [
      "Long company, large sum",
      "Rheinisch-Westfälische Papierwerke GmbH",
      "Q-1188",
      "Enterprise",
      "12400",
      "14.25",
      "2120400",
      "2027-01-15",
    ],
    ["Ampersand", "Smith & Sons", "Q-1189", "Starter", "3", "9", "324", "2026-12-15"],
    ["No price yet", "Công ty Ánh Dương", "Q-1190", "Growth", "40", "", "", "2027-02-01"],
    ["Nothing known", "", "", "", "", "", "", ""],
  ),
  layers: [
    shape(box("field-1", "Field", -160, 330, 560, 560), "ellipse", { fill: solid("#2a7d4c") }),
    shape(box("field-2", "Field, inner", -60, 430, 360, 360), "ellipse", { fill: solid("#34905a") }),
    text(box("kicker", "Kicker", 72, 84, 400, 36), "YOUR QUOTE", {
      ...LINE,
      style: type("Work Sans", 700, 24, LIME, { letterSpacing: 4 }),
    }),
    text(box("headline", "Headline", 72, 134, 448, 270), "A fair price for {{company_name}}", {
      lineHeight: 1.06,
      minFontSize: 22,
      phraseFallback: "A fair price for your team",
      style: type("Work Sans", 700, 72, "#ffffff"),
    }),
    shape(box("button", "Button", 72, 484, 260, 76), "rectangle", { fill: solid(LIME), radius: 14 }),
    text(box("button-label", "Button label", 88, 484, 228, 76), "Accept online", {
      ...CENTRED,
      style: type("Work Sans", 700, 30, INK),
    }),
    grouped("sheet", "Sheet", [
      shape(box("paper", "Paper", 548, 56, 588, 516), "rectangle", {
        fill: solid("#fdfdf6"),
        radius: 24,
        shadow: { x: 0, y: 22, blur: 48, color: "#0a1f1266" },
      }),
      text(box("sheet-company", "Company on the sheet", 592, 88, 330, 72), "{{company_name}}", {
        verticalAlign: "middle",
        lineHeight: 1.1,
        minFontSize: 22,
        phraseFallback: "Your quote",
        style: type("Work Sans", 700, 34, INK),
      }),
      text(box("quote-number", "Quote number", 932, 96, 160, 56), "{{quote_number}}", {
        ...LINE,
        align: "right",
        hideWhenMissing: ["quote_number"],
        style: type("JetBrains Mono", 400, 24, "#52645a"),
      }),
      ...LINES.flatMap(({ id, label, value, y }) => [
        shape(box(`${id}-rule`, `Rule above ${label}`, 592, y - 30, 500, 2), "line", {
          fill: null,
          stroke: line("#dfe4d6", 2),
        }),
        text(box(`${id}-label`, `Label, ${label}`, 592, y - 18, 236, 44), label, {
          ...LINE,
          style: type("Work Sans", 400, 25, "#52645a"),
        }),
        text(box(id, label, 836, y - 18, 256, 44), value, {
          ...LINE,
          align: "right",
          style: type("Work Sans", 600, 27, INK),
        }),
      ]),
      shape(box("total-plate", "Total plate", 572, 388, 540, 96), "rectangle", {
        fill: solid("#ebf7c4"),
        radius: 16,
      }),
      text(box("total-label", "Total label", 596, 388, 190, 96), "Total a year", {
        ...LINE,
        style: type("Work Sans", 600, 27, INK),
      }),
      text(box("total", "Total", 796, 388, 292, 96), "{{total}}", {
        ...LINE,
        align: "right",
        style: type("Work Sans", 700, 54, GREEN),
      }),
      text(box("valid", "Valid until", 592, 500, 500, 44), "Valid until {{valid_until}}", {
        ...LINE,
        align: "right",
        phraseFallback: "Valid for 30 days",
        style: type("Work Sans", 400, 24, "#52645a"),
      }),
    ]),
  ],
};
