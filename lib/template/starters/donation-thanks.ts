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
  shape,
  solid,
  text,
} from "./build";
import { LINE, line, type } from "./look";

const PLUM = "#3c2a5e";
const ROSE = "#b8336a";
const LEFT = 140;

const TREES = [
  { x: 1180, y: 640, size: 150 },
  { x: 1300, y: 560, size: 200 },
  { x: 1462, y: 610, size: 176 },
] as const;

/** A4 landscape at 150 dots an inch: thanks for a donation, with the amount and the receipt's number. */
export const donationThanks: Document = {
  ...DESIGN,
  width: 1754,
  height: 1240,
  displayWidth: 877,
  background: linear(180, "#fdf1f3", "#f6e7f4"),
  alt: "Thank you, {{full_name}}, for {{amount}} to {{cause}}.",
  fields: [
    field("full_name", "Donor", { fallback: "dear friend", format: NAME_FORMAT }),
    field("amount", "Amount", { type: "number", fallback: "your generous gift", format: money("EUR", 0) }),
    field("cause", "Cause", { fallback: "the Riverside Forest" }),
    field("donated_on", "Day of the gift", {
      type: "date",
      fallback: "This year",
      format: { date: "long", locale: "en-GB" },
    }),
    field("receipt_number", "Receipt number", { fallback: "on request" }),
  ],
  samples: samples(
    ["full_name", "amount", "cause", "donated_on", "receipt_number"],
    ["Amina Diallo, 50 euros", "Amina Diallo", "50", "the Riverside Forest", "2026-11-21", "R-30817"],
    [
      "Long name and cause",
      "Rheinisch-Westfälische Papierwerke GmbH",
      "125000",
      "the Foundation for Rivers, Wetlands and Old Forests",
      "2026-12-01",
      "R-30818",
    ],
    ["All lower case", "jean-luc de la cruz", "20", "the school garden", "2026-10-05", "R-30819"],
    ["No amount", "Nguyễn Thị Minh Khai", "", "the Riverside Forest", "2026-11-02", ""],
    ["Nothing known", "", "", "", "", ""],
  ),
  layers: [
    grouped("landscape", "Landscape", [
      shape(box("sun", "Sun", 1250, 190, 330, 330), "ellipse", { fill: linear(180, "#ffb3a7", "#ff8fa3") }),
      shape(box("hill-far", "Hill, far", 900, 700, 1300, 900), "ellipse", { fill: solid("#cdb4db") }),
      ...TREES.flatMap(({ x, y, size }, index) => [
        shape(
          box(`trunk-${index + 1}`, `Trunk ${index + 1}`, x + size / 2 - 9, y + size / 2, 18, size * 0.9),
          "rectangle",
          {
            fill: solid("#5c4033"),
            radius: 9,
          },
        ),
        shape(box(`crown-${index + 1}`, `Crown ${index + 1}`, x, y, size, size), "ellipse", {
          fill: linear(160, "#6a994e", "#3f7d58"),
        }),
      ]),
      shape(box("hill-near", "Hill, near", 620, 850, 1700, 1000), "ellipse", { fill: solid("#a884c4") }),
      shape(box("hill-front", "Hill, front", -500, 1010, 2000, 900), "ellipse", { fill: solid("#e3cfee") }),
    ]),
    shape(box("heart", "Seed", LEFT, 116, 64, 64), "star", {
      fill: solid(ROSE),
      points: 6,
      innerRadius: 0.5,
    }),
    text(box("charity", "Charity", LEFT + 84, 116, 700, 64), "Riverside Trust", {
      ...LINE,
      style: type("Nunito", 900, 40, PLUM),
    }),
    text(box("thanks", "Thank you", LEFT, 250, 900, 190), "Thank you,", {
      ...LINE,
      style: type("Caveat", 700, 170, ROSE),
    }),
    text(box("name", "Name", LEFT, 440, 960, 150), "{{full_name}}", {
      verticalAlign: "middle",
      lineHeight: 1.1,
      minFontSize: 36,
      style: type("Nunito", 900, 100, PLUM),
    }),
    text(
      box("body", "What it does", LEFT, 620, 900, 180),
      "Your {{amount}} to {{cause}} will be trees, paths and quiet places to sit.",
      {
        lineHeight: 1.4,
        minFontSize: 26,
        phraseFallback: "Your gift to {{cause}} will be trees, paths and quiet places to sit.",
        runs: [
          { text: "Your ", style: {} },
          { text: "{{amount}}", style: { fontWeight: 900, color: ROSE } },
          { text: " to {{cause}} will be trees, paths and quiet places to sit.", style: {} },
        ],
        style: type("Nunito", 400, 40, PLUM),
      },
    ),
    text(box("signature", "Signature", LEFT, 836, 460, 80), "Helena Marsh", {
      ...LINE,
      style: type("Dancing Script", 700, 60, PLUM),
    }),
    shape(box("sign-rule", "Signature rule", LEFT, 924, 400, 2), "line", {
      fill: null,
      stroke: line("#a58cc0", 2),
    }),
    text(box("sign-label", "Signature label", LEFT, 936, 460, 40), "For the trustees", {
      ...LINE,
      style: type("Nunito", 600, 26, "#5d4a80"),
    }),
    text(
      box("receipt", "Day and receipt", LEFT, 1104, 1000, 44),
      "{{donated_on}}  ·  Receipt {{receipt_number}}",
      {
        ...LINE,
        phraseFallback: "A receipt for your taxes comes by mail.",
        style: type("Nunito", 600, 28, "#4b3a6b"),
      },
    ),
  ],
};
