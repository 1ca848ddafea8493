import type { Document } from "../schema";
import { box, DESIGN, field, grouped, linear, NAME_FORMAT, samples, shape, solid, text } from "./build";
import { CENTRED, glow, line, type } from "./look";

const NIGHT = "#0b2b26";
const GOLD = "#e5c07b";
const MIST = "#c8dad3";

const CORNERS = [
  { id: "north-west", x: 62, y: 62 },
  { id: "north-east", x: 1648, y: 62 },
  { id: "south-west", x: 62, y: 1134 },
  { id: "south-east", x: 1648, y: 1134 },
] as const;

/** A4 landscape at 150 dots an inch: an award to frame, with a medal. */
export const employeeAward: Document = {
  ...DESIGN,
  width: 1754,
  height: 1240,
  displayWidth: 877,
  background: linear(150, "#0f3a33", NIGHT),
  alt: "{{award_title}}: {{full_name}}, {{team}}, {{period}}",
  fields: [
    field("full_name", "Full name", { fallback: "One of our best", format: NAME_FORMAT }),
    field("award_title", "Award", { fallback: "Employee of the Month" }),
    field("team", "Team", { fallback: "the whole company" }),
    field("period", "Period", { fallback: "this season" }),
    field("reason", "Reason", { fallback: "For work that made everybody else’s better." }),
  ],
  samples: samples(
    ["full_name", "award_title", "team", "period", "reason"],
    [
      "Sofia Lindqvist",
      "Sofia Lindqvist",
      "Employee of the Month",
      "Customer Care",
      "November 2026",
      "For 412 answers, each of which sounded as if it were the only one.",
    ],
    [
      "Long name and award",
      "Maximiliane von Hohenzollern-Sigmaringen",
      "Outstanding Contribution to Logistics and Planning",
      "International Supply Chain Coordination",
      "Fourth quarter of 2026",
      "For moving two warehouses in one weekend without a single late parcel, and for the cake on Monday morning.",
    ],
    ["All capitals", "SIOBHÁN O'NEIL", "Rookie of the Year", "Design", "2026", "For asking why."],
    ["No reason", "Щёголева Мария", "Employee of the Month", "Платформа", "May 2026", ""],
    ["Nothing known", "", "", "", "", ""],
  ),
  layers: [
    shape(box("light", "Light", 377, -360, 1000, 1000), "ellipse", { fill: glow("#2f7f6c", "88") }),
    shape(box("frame", "Frame", 76, 76, 1602, 1088), "rectangle", { fill: null, stroke: line(GOLD, 3) }),
    shape(box("frame-inner", "Frame, inner", 94, 94, 1566, 1052), "rectangle", {
      fill: null,
      stroke: line("#e5c07b66", 1.5),
    }),
    ...CORNERS.map(({ id, x, y }) =>
      shape(box(`corner-${id}`, `Corner, ${id}`, x, y, 44, 44), "star", {
        fill: solid(GOLD),
        points: 4,
        innerRadius: 0.4,
      }),
    ),
    grouped("medal", "Medal", [
      shape(box("ribbon-left", "Ribbon, left", 812, 258, 56, 132), "rectangle", {
        fill: solid("#b3453c"),
        rotation: 16,
      }),
      shape(box("ribbon-right", "Ribbon, right", 886, 258, 56, 132), "rectangle", {
        fill: solid("#c9584c"),
        rotation: -16,
      }),
      shape(box("medal-edge", "Medal edge", 782, 138, 190, 190), "star", {
        fill: linear(140, "#f6e2b3", "#c7983f"),
        points: 28,
        innerRadius: 0.9,
      }),
      shape(box("medal-face", "Medal face", 806, 162, 142, 142), "ellipse", {
        fill: linear(320, "#f3d793", "#d3a44c"),
      }),
      shape(box("medal-star", "Medal star", 838, 190, 78, 78), "star", { fill: solid("#7a5414") }),
    ]),
    text(box("award", "Award", 227, 412, 1300, 84), "{{award_title}}", {
      ...CENTRED,
      minFontSize: 30,
      style: type("Playfair Display", 700, 64, GOLD),
    }),
    text(box("presented", "Presented to", 427, 512, 900, 44), "goes to", {
      ...CENTRED,
      style: type("Lora", 400, 32, MIST, { italic: true }),
    }),
    text(box("name", "Name", 197, 566, 1360, 170), "{{full_name}}", {
      align: "center",
      verticalAlign: "middle",
      lineHeight: 1.1,
      minFontSize: 44,
      style: type("Playfair Display", 900, 124, "#ffffff"),
    }),
    text(box("team", "Team and period", 277, 752, 1200, 50), "{{team}}  ·  {{period}}", {
      ...CENTRED,
      style: type("Montserrat", 600, 34, GOLD),
    }),
    text(box("reason", "Reason", 377, 832, 1000, 130), "{{reason}}", {
      align: "center",
      verticalAlign: "middle",
      lineHeight: 1.35,
      minFontSize: 24,
      style: type("Lora", 400, 38, MIST, { italic: true }),
    }),
    ...[
      { id: "lead", x: 327, sign: "Helena Marsh", label: "Chief executive" },
      { id: "people", x: 1027, sign: "Tomás Rivera", label: "Head of people" },
    ].flatMap(({ id, x, sign, label }) => [
      text(box(`${id}-signature`, `Signature, ${label}`, x, 992, 400, 66), sign, {
        ...CENTRED,
        style: type("Dancing Script", 700, 52, "#ffffff"),
      }),
      shape(box(`${id}-rule`, `Rule, ${label}`, x, 1064, 400, 2), "line", {
        fill: null,
        stroke: line("#e5c07b88", 2),
      }),
      text(box(`${id}-label`, `Label, ${label}`, x, 1074, 400, 36), label, {
        ...CENTRED,
        style: type("Montserrat", 400, 24, MIST),
      }),
    ]),
  ],
};
