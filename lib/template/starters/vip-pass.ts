import type { Document } from "../schema";
import { DESIGN, field, hideWhen, linear, NAME_FORMAT, qr, samples, shape, solid, text } from "./build";

const GOLD = "#e2b866";

/** Event pass for a phone screen: name, ticket and a code to scan at the door. */
export const vipPass: Document = {
  ...DESIGN,
  width: 1080,
  height: 1350,
  displayWidth: 540,
  background: linear(165, "#17131f", "#2a1d3d"),
  alt: "VIP pass for {{full_name}}",
  fields: [
    field("full_name", "Full name", { fallback: "VIP guest", format: NAME_FORMAT }),
    field("ticket_type", "Ticket type", { fallback: "All areas" }),
    field("ticket_id", "Ticket number", { fallback: "at the entrance" }),
  ],
  samples: samples(
    ["full_name", "ticket_type", "ticket_id"],
    ["Sarah Okafor", "Sarah Okafor", "Backstage", "NP-2048-117"],
    ["Long name", "Maximiliane von Hohenzollern-Sigmaringen", "Press", "NP-2048-118"],
    ["Polish name", "Łódź Filmowa", "Speaker", "NP-2048-119"],
    ["No ticket number", "Щёголева Анна", "Guest", ""],
    ["Nothing known", "", "", ""],
  ),
  layers: [
    shape({ id: "halo", name: "Halo", x: 90, y: -260, width: 900, height: 900 }, "ellipse", {
      fill: {
        kind: "radial",
        stops: [
          { offset: 0, color: "#e2b86655" },
          { offset: 1, color: "#e2b86600" },
        ],
      },
    }),
    shape({ id: "frame", name: "Frame", x: 60, y: 60, width: 960, height: 1230 }, "rectangle", {
      fill: null,
      stroke: { color: "#e2b86699", width: 3, dash: "solid" },
      radius: 44,
    }),
    shape({ id: "slot", name: "Lanyard slot", x: 450, y: 96, width: 180, height: 28 }, "rectangle", {
      fill: solid("#0d0a13"),
      radius: 14,
    }),
    text({ id: "event", name: "Event", x: 120, y: 186, width: 840, height: 42 }, "NORTH LIGHTS FESTIVAL", {
      align: "center",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Montserrat", fontWeight: 600, fontSize: 30, color: "#cfc4de", letterSpacing: 7 },
    }),
    text({ id: "vip", name: "VIP", x: 120, y: 240, width: 840, height: 240 }, "VIP", {
      align: "center",
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Playfair Display", fontWeight: 900, fontSize: 220, color: GOLD },
    }),
    shape({ id: "rule", name: "Rule", x: 420, y: 506, width: 240, height: 2 }, "line", {
      fill: null,
      stroke: { color: GOLD, width: 3, dash: "solid" },
    }),
    text({ id: "name", name: "Name", x: 110, y: 540, width: 860, height: 170 }, "{{full_name}}", {
      align: "center",
      verticalAlign: "middle",
      lineHeight: 1.1,
      minFontSize: 34,
      style: { fontFamily: "Montserrat", fontWeight: 700, fontSize: 84, color: "#ffffff" },
    }),
    shape(
      { id: "type-pill", name: "Ticket type pill", x: 280, y: 740, width: 520, height: 72 },
      "rectangle",
      {
        fill: solid("#e2b86622"),
        stroke: { color: GOLD, width: 2, dash: "solid" },
        radius: 36,
      },
    ),
    text({ id: "type", name: "Ticket type", x: 304, y: 740, width: 472, height: 72 }, "{{ticket_type}}", {
      align: "center",
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Montserrat", fontWeight: 600, fontSize: 32, color: GOLD },
    }),
    shape(
      { id: "star", name: "Star in place of the code", x: 450, y: 918, width: 180, height: 180 },
      "star",
      { fill: solid(GOLD), rules: [hideWhen("ticket_id", "present", "")] },
    ),
    qr(
      { id: "code", name: "Check-in code", x: 400, y: 868, width: 280, height: 280 },
      "https://tickets.example.com/check-in/{{ticket_id}}",
      { hideWhenMissing: ["ticket_id"], color: "#17131f" },
    ),
    text({ id: "number", name: "Ticket number", x: 120, y: 1176, width: 840, height: 44 }, "{{ticket_id}}", {
      align: "center",
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 22,
      phraseFallback: "Show this pass at the VIP entrance",
      style: { fontFamily: "JetBrains Mono", fontSize: 30, color: "#cfc4de" },
    }),
  ],
};
