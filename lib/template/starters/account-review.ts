import type { Document } from "../schema";
import {
  box,
  chart,
  DESIGN,
  field,
  linear,
  progress,
  samples,
  setWhen,
  shape,
  solid,
  text,
  WHOLE,
} from "./build";
import { LINE, type } from "./look";

const PANEL = "#172338";
const CYAN = "#4cc9f0";
const MIST = "#b4c4dc";

const percent = { style: "percent", currency: "EUR", minimumDecimals: 0, maximumDecimals: 0 } as const;

/** Wide picture for a review with a customer: their year as bars, growth, and how likely they are to recommend. */
export const accountReview: Document = {
  ...DESIGN,
  width: 1600,
  height: 900,
  displayWidth: 800,
  background: linear(160, "#0b1526", "#101d33"),
  alt: "{{company_name}}, {{period}}: {{growth}} growth, NPS {{nps}}.",
  fields: [
    field("company_name", "Company", { fallback: "Your account" }),
    field("period", "Period", { fallback: "The year so far" }),
    field("monthly_orders", "Orders by month", { fallback: "" }),
    field("months", "Names of months", { fallback: "Jan, Feb, Mar, Apr, May, Jun" }),
    field("growth", "Growth", { type: "number", fallback: "steady", format: { number: percent } }),
    field("nps", "NPS, 0 to 100", { type: "number", fallback: "not asked yet", format: WHOLE }),
    field("manager_name", "Account manager", { fallback: "Your account team", format: { case: "name" } }),
  ],
  samples: samples(
    ["company_name", "period", "monthly_orders", "months", "growth", "nps", "manager_name"],
    [
      "Brightside",
      "Brightside",
      "January to June 2026",
      "420, 510, 480, 690, 760, 940",
      "Jan, Feb, Mar, Apr, May, Jun",
      "38",
      "72",
      "Julia Brandt",
    ],
    [
      "40-letter company, full year",
      "Rheinisch-Westfälische Papierwerke GmbH",
      "January to December 2026",
      "1200, 1180, 1320, 1290, 1410, 1500, 1480, 1620, 1700, 1690, 1810, 2040",
      "J, F, M, A, M, J, J, A, S, O, N, D",
      "7",
      "41",
      "Nguyễn Văn An",
    ],
    ["A weak quarter", "Smith & Sons", "Q3 2026", "90, 72, 55", "Jul, Aug, Sep", "-12", "8", "O'NEIL"],
    ["No survey yet", "Ánh Dương", "Q3 2026", "12, 30, 44", "Jul, Aug, Sep", "55", "", "Julia Brandt"],
    ["Nothing known", "", "", "", "", "", "", ""],
  ),
  layers: [
    shape(box("edge", "Edge", 0, 0, 12, 900), "rectangle", { fill: linear(180, CYAN, "#7b5cff") }),
    text(box("kicker", "Kicker", 88, 76, 900, 40), "ACCOUNT REVIEW", {
      ...LINE,
      style: type("Space Grotesk", 700, 26, CYAN, { letterSpacing: 5 }),
    }),
    text(box("company", "Company", 88, 124, 1000, 104), "{{company_name}}", {
      ...LINE,
      minFontSize: 30,
      style: type("Space Grotesk", 700, 84, "#ffffff"),
    }),
    text(box("period", "Period", 1150, 150, 362, 60), "{{period}}", {
      ...LINE,
      align: "right",
      style: type("Space Grotesk", 500, 30, MIST),
    }),
    shape(box("chart-panel", "Chart panel", 88, 264, 900, 540), "rectangle", {
      fill: solid(PANEL),
      radius: 28,
    }),
    text(box("chart-title", "Chart title", 132, 300, 600, 44), "Orders by month", {
      ...LINE,
      style: type("Inter", 600, 28, "#ffffff"),
    }),
    chart(box("bars", "Orders by month", 132, 364, 812, 404), "{{monthly_orders}}", {
      fallbackValues: "30, 42, 38, 55, 61, 74",
      labels: "{{months}}",
      colors: [CYAN],
      radius: 12,
      barGap: 0.42,
      grid: true,
      gridColor: "#2a3a55",
      style: { fontFamily: "Inter", fontWeight: 500, italic: false, fontSize: 24, color: MIST },
    }),
    shape(box("growth-panel", "Growth panel", 1020, 264, 492, 254), "rectangle", {
      fill: linear(135, "#2563eb", "#5b3fe0"),
      radius: 28,
    }),
    text(box("growth-title", "Growth title", 1060, 300, 412, 40), "Growth over last year", {
      ...LINE,
      style: type("Inter", 600, 26, "#ffffff"),
    }),
    text(box("growth", "Growth", 1060, 352, 412, 130), "{{growth}}", {
      ...LINE,
      phraseFallback: "Steady",
      style: type("Space Grotesk", 700, 116, "#ffffff"),
    }),
    shape(box("nps-panel", "NPS panel", 1020, 550, 492, 254), "rectangle", {
      fill: solid(PANEL),
      radius: 28,
    }),
    progress(box("nps-ring", "NPS ring", 1060, 590, 174, 174), "{{nps}}", {
      kind: "ring",
      fallbackValue: 0,
      thickness: 24,
      fill: linear(135, "#2dd4a7", CYAN),
      track: solid("#2a3a55"),
    }),
    text(box("nps", "NPS", 1092, 640, 110, 74), "{{nps}}", {
      ...LINE,
      align: "center",
      phraseFallback: "?",
      style: type("Space Grotesk", 700, 54, "#ffffff"),
    }),
    text(box("nps-title", "NPS title", 1264, 612, 212, 130), "Your score for recommending us (NPS)", {
      verticalAlign: "middle",
      lineHeight: 1.3,
      minFontSize: 22,
      rules: [setWhen("nps", "missing", "", { path: "text", value: "Would you recommend us? We’ll ask." })],
      style: type("Inter", 500, 28, MIST),
    }),
    text(box("manager", "Account manager", 88, 822, 900, 33), "Prepared by {{manager_name}}", {
      ...LINE,
      phraseFallback: "Prepared by your account team",
      style: type("Inter", 400, 24, MIST),
    }),
  ],
};
