import type { Document } from "../schema";
import { box, DESIGN, field, NAME_FORMAT, qr, samples, shape, solid, text } from "./build";

const PAPER = "#fbf9f4";
const NAVY = "#14213d";
const GOLD = "#b08d3e";
/** Gold for letters, which need more contrast than lines. */
const BRONZE = "#85651f";

/** A4 or Letter landscape at 150 dots an inch: name, course and date of completion, and a code that leads to where it is checked. */
export const courseCertificate: Document = {
  ...DESIGN,
  width: 1754,
  height: 1240,
  displayWidth: 877,
  // Letter is wider for its height: the frames go to its edges, the code with them.
  variants: [
    {
      ...{ id: "letter-landscape", name: "Letter", width: 1650, height: 1275, displayWidth: 877 },
      overrides: {
        outer: { x: 45, y: 45, width: 1560, height: 1185 },
        inner: { x: 64, y: 64, width: 1522, height: 1147 },
        check: { x: 1442, y: 1067, width: 120, height: 120 },
      },
    },
  ],
  background: solid(PAPER),
  alt: "Certificate of completion for {{full_name}}: {{course_name}}",
  fields: [
    field("full_name", "Full name", { fallback: "Course participant", format: NAME_FORMAT }),
    field("course_name", "Course", { fallback: "Professional Development Programme" }),
    field("completed_on", "Completed on", {
      type: "date",
      fallback: "This year",
      format: { date: "long", locale: "en-GB" },
    }),
    field("certificate_id", "Certificate number", { fallback: "on request" }),
    field("verification_url", "Verification address", { type: "url" }),
  ],
  samples: samples(
    ["full_name", "course_name", "completed_on", "certificate_id", "verification_url"],
    [
      "Anna Kowalska",
      "Anna Kowalska",
      "Service Design Foundations",
      "2026-11-21",
      "C-10482",
      "https://example.com/verify/c-10482",
    ],
    [
      "Long name and course",
      "Nguyễn Phúc Bảo Hưng Alexander Montgomery",
      "Advanced Statistical Methods for Marketing Measurement and Attribution",
      "2026-02-01",
      "C-10483",
      "https://example.com/verify/c-10483",
    ],
    [
      "All lower case",
      "siobhán o'neil",
      "Data Ethics",
      "2026-06-30",
      "C-10484",
      "https://example.com/verify/c-10484",
    ],
    ["Cyrillic", "Щёголева Мария", "Типографика", "2026-01-09", "", ""],
    ["No date", "Jean-Luc de la Cruz", "Negotiation", "", "C-10486", "https://example.com/verify/c-10486"],
  ),
  layers: [
    shape({ id: "outer", name: "Outer frame", x: 48, y: 48, width: 1658, height: 1144 }, "rectangle", {
      fill: null,
      stroke: { color: NAVY, width: 6, dash: "solid" },
    }),
    shape({ id: "inner", name: "Inner frame", x: 68, y: 68, width: 1618, height: 1104 }, "rectangle", {
      fill: null,
      stroke: { color: GOLD, width: 2, dash: "solid" },
    }),
    text({ id: "school", name: "School", x: 277, y: 140, width: 1200, height: 44 }, "HARBOUR ACADEMY", {
      align: "center",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Montserrat", fontWeight: 600, fontSize: 32, color: BRONZE, letterSpacing: 10 },
    }),
    text(
      { id: "title", name: "Title", x: 177, y: 206, width: 1400, height: 130 },
      "Certificate of Completion",
      {
        align: "center",
        verticalAlign: "middle",
        fit: "line",
        minFontSize: 22,
        style: { fontFamily: "Playfair Display", fontWeight: 700, fontSize: 96, color: NAVY },
      },
    ),
    text(
      { id: "presented", name: "Presented to", x: 377, y: 384, width: 1000, height: 44 },
      "is presented to",
      {
        align: "center",
        fit: "line",
        minFontSize: 22,
        style: { fontFamily: "Lora", italic: true, fontSize: 32, color: "#5b6478" },
      },
    ),
    text({ id: "name", name: "Name", x: 177, y: 440, width: 1400, height: 170 }, "{{full_name}}", {
      align: "center",
      verticalAlign: "middle",
      lineHeight: 1.1,
      minFontSize: 40,
      style: { fontFamily: "Playfair Display", fontWeight: 600, fontSize: 118, color: NAVY },
    }),
    shape({ id: "name-rule", name: "Name rule", x: 477, y: 628, width: 800, height: 2 }, "line", {
      fill: null,
      stroke: { color: GOLD, width: 2, dash: "solid" },
    }),
    text({ id: "for", name: "For", x: 377, y: 668, width: 1000, height: 44 }, "for successfully completing", {
      align: "center",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Lora", italic: true, fontSize: 32, color: "#5b6478" },
    }),
    text({ id: "course", name: "Course", x: 277, y: 726, width: 1200, height: 130 }, "{{course_name}}", {
      align: "center",
      verticalAlign: "middle",
      minFontSize: 24,
      style: { fontFamily: "Montserrat", fontWeight: 600, fontSize: 52, color: NAVY },
    }),
    shape({ id: "seal", name: "Seal", x: 797, y: 906, width: 160, height: 160 }, "star", {
      fill: solid(GOLD),
      points: 24,
      innerRadius: 0.86,
    }),
    shape({ id: "seal-ring", name: "Seal ring", x: 821, y: 930, width: 112, height: 112 }, "ellipse", {
      fill: null,
      stroke: { color: PAPER, width: 3, dash: "solid" },
    }),
    shape({ id: "seal-star", name: "Seal star", x: 847, y: 954, width: 60, height: 60 }, "star", {
      fill: solid(PAPER),
    }),
    text({ id: "date", name: "Date", x: 257, y: 972, width: 420, height: 46 }, "{{completed_on}}", {
      align: "center",
      verticalAlign: "bottom",
      fit: "line",
      minFontSize: 22,
      hideWhenMissing: ["completed_on"],
      style: { fontFamily: "Lora", fontWeight: 600, fontSize: 32, color: NAVY },
    }),
    shape({ id: "date-rule", name: "Date rule", x: 287, y: 1028, width: 360, height: 2 }, "line", {
      fill: null,
      stroke: { color: "#9aa2b4", width: 2, dash: "solid" },
      hideWhenMissing: ["completed_on"],
    }),
    text({ id: "date-label", name: "Date label", x: 287, y: 1042, width: 360, height: 32 }, "Date", {
      align: "center",
      fit: "line",
      minFontSize: 22,
      hideWhenMissing: ["completed_on"],
      style: { fontFamily: "Montserrat", fontSize: 22, color: "#5b6478" },
    }),
    text({ id: "signature", name: "Signature", x: 1077, y: 946, width: 420, height: 76 }, "Helena Marsh", {
      align: "center",
      verticalAlign: "bottom",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Dancing Script", fontWeight: 700, fontSize: 58, color: NAVY },
    }),
    shape({ id: "sign-rule", name: "Signature rule", x: 1107, y: 1028, width: 360, height: 2 }, "line", {
      fill: null,
      stroke: { color: "#9aa2b4", width: 2, dash: "solid" },
    }),
    text(
      { id: "sign-label", name: "Signature label", x: 1107, y: 1042, width: 360, height: 32 },
      "Director of Studies",
      {
        align: "center",
        fit: "line",
        minFontSize: 22,
        style: { fontFamily: "Montserrat", fontSize: 22, color: "#5b6478" },
      },
    ),
    text(
      { id: "number", name: "Certificate number", x: 677, y: 1110, width: 400, height: 30 },
      "No. {{certificate_id}}",
      {
        align: "center",
        fit: "line",
        minFontSize: 22,
        hideWhenMissing: ["certificate_id"],
        style: { fontFamily: "JetBrains Mono", fontSize: 22, color: "#5b6478" },
      },
    ),
    qr(box("check", "Code to check", 1542, 1028, 120, 120), "{{verification_url}}", {
      color: NAVY,
      background: PAPER,
      margin: 0,
      hideWhenMissing: ["verification_url"],
    }),
  ],
};
