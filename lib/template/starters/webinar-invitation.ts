import type { Document } from "../schema";
import { DESIGN, field, linear, NAME_FORMAT, samples, shape, solid, text } from "./build";

const LIME = "#c8f169";

/** E-mail hero for an event: a seat with the guest's name on it. */
export const webinarInvitation: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(150, "#0b1220", "#13233f"),
  alt: "{{first_name}}, your seat is saved: Mail that gets answers, {{event_date}}.",
  fields: [
    field("first_name", "First name", { fallback: "there", format: NAME_FORMAT }),
    field("company_name", "Company", { fallback: "you" }),
    field("event_date", "Event date", {
      type: "date",
      fallback: "Thursday, March 12",
      format: { date: "full" },
    }),
  ],
  samples: samples(
    ["first_name", "company_name", "event_date"],
    ["Sarah at Northwind", "Sarah", "Northwind", "2027-03-12"],
    ["Long company", "Jürgen", "Rheinisch-Westfälische Papierwerke GmbH", "2027-03-12"],
    ["Vietnamese name", "Nguyễn", "Công ty Ánh Dương", "2027-03-12"],
    ["No company", "O'Neil", "", "2027-03-12"],
    ["Nothing known", "", "", ""],
  ),
  layers: [
    shape({ id: "glow", name: "Glow", x: 620, y: -240, width: 860, height: 860 }, "ellipse", {
      fill: {
        kind: "radial",
        stops: [
          { offset: 0, color: "#3f6bff66" },
          { offset: 1, color: "#3f6bff00" },
        ],
      },
    }),
    text({ id: "kicker", name: "Kicker", x: 72, y: 84, width: 480, height: 32 }, "LIVE WEBINAR", {
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "Space Grotesk", fontWeight: 700, fontSize: 22, color: LIME, letterSpacing: 4 },
    }),
    text(
      { id: "headline", name: "Headline", x: 72, y: 132, width: 610, height: 216 },
      "{{first_name}}, your seat is saved",
      {
        lineHeight: 1.06,
        minFontSize: 30,
        phraseFallback: "Your seat is saved",
        style: { fontFamily: "Space Grotesk", fontWeight: 700, fontSize: 84, color: "#ffffff" },
      },
    ),
    text(
      { id: "title", name: "Webinar title", x: 72, y: 372, width: 600, height: 84 },
      "Mail that gets answers: personal pictures in every campaign",
      { lineHeight: 1.3, minFontSize: 22, style: { fontSize: 30, color: "#b9c5dc" } },
    ),
    shape({ id: "date-pill", name: "Date pill", x: 72, y: 490, width: 420, height: 66 }, "rectangle", {
      fill: solid(LIME),
      radius: 33,
    }),
    text({ id: "date", name: "Date", x: 96, y: 490, width: 372, height: 66 }, "{{event_date}}", {
      align: "center",
      verticalAlign: "middle",
      fit: "line",
      minFontSize: 22,
      style: { fontWeight: 700, fontSize: 26, color: "#0b1220" },
    }),
    shape({ id: "ticket", name: "Ticket", x: 764, y: 116, width: 348, height: 424 }, "rectangle", {
      fill: linear(160, "#ffffff", "#e9eefb"),
      radius: 28,
      rotation: 4,
      shadow: { x: 0, y: 30, blur: 60, color: "#00000066" },
    }),
    shape({ id: "ticket-rule", name: "Ticket rule", x: 792, y: 396, width: 284, height: 2 }, "line", {
      fill: null,
      stroke: { color: "#b4c0d8", width: 3, dash: "dashed" },
      rotation: 4,
    }),
    text({ id: "ticket-label", name: "Ticket label", x: 812, y: 164, width: 250, height: 28 }, "ADMIT ONE", {
      rotation: 4,
      fit: "line",
      minFontSize: 22,
      style: {
        fontFamily: "Space Grotesk",
        fontWeight: 700,
        fontSize: 22,
        color: "#2a50d8",
        letterSpacing: 4,
      },
    }),
    text(
      { id: "ticket-name", name: "Ticket name", x: 804, y: 206, width: 268, height: 150 },
      "{{first_name}}",
      {
        rotation: 4,
        verticalAlign: "middle",
        lineHeight: 1.1,
        minFontSize: 22,
        phraseFallback: "Guest of honour",
        style: { fontFamily: "Space Grotesk", fontWeight: 700, fontSize: 64, color: "#0b1220" },
      },
    ),
    text(
      { id: "ticket-company", name: "Ticket company", x: 774, y: 414, width: 300, height: 90 },
      "Reserved for {{company_name}}",
      {
        rotation: 4,
        minFontSize: 22,
        phraseFallback: "Reserved for you",
        style: { fontWeight: 500, fontSize: 26, color: "#4a5875" },
      },
    ),
  ],
};
