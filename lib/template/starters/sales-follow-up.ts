import type { Document } from "../schema";
import { DESIGN, field, image, linear, NAME_FORMAT, samples, shape, solid, text } from "./build";

const BLUE = "#2f5bea";

/** Follow-up after a call: a proposal cover with the prospect's company and logo. */
export const salesFollowUp: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(135, "#eef3ff", "#dbe6ff"),
  alt: "A proposal for {{company_name}}",
  fields: [
    field("first_name", "First name", { fallback: "there", format: { ...NAME_FORMAT, firstWordOnly: true } }),
    field("company_name", "Company", { fallback: "your team" }),
    field("logo_url", "Company logo", { type: "image" }),
  ],
  samples: samples(
    ["first_name", "company_name", "logo_url"],
    ["Omar at Brightside", "Omar", "Brightside", ""],
    ["40-letter company", "Jürgen", "Rheinisch-Westfälische Papierwerke GmbH", ""],
    ["Ampersand", "O'Neil", "Smith & Sons", ""],
    ["Vietnamese name", "Nguyễn", "Ánh Dương", ""],
    ["Nothing known", "", "", ""],
  ),
  layers: [
    text({ id: "greeting", name: "Greeting", x: 72, y: 108, width: 520, height: 44 }, "Hi {{first_name}},", {
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "DM Sans", fontWeight: 500, fontSize: 34, color: "#51607f" },
    }),
    text(
      { id: "headline", name: "Headline", x: 72, y: 166, width: 540, height: 238 },
      "A plan made for {{company_name}}",
      {
        lineHeight: 1.08,
        minFontSize: 24,
        phraseFallback: "A plan made for your team",
        style: { fontFamily: "DM Sans", fontWeight: 900, fontSize: 78, color: "#101a33" },
      },
    ),
    text(
      { id: "body", name: "Body", x: 72, y: 428, width: 500, height: 80 },
      "Three steps, two weeks, one number to watch. Your proposal is ready to read.",
      { lineHeight: 1.35, minFontSize: 22, style: { fontFamily: "DM Sans", fontSize: 26, color: "#51607f" } },
    ),
    shape({ id: "sheet-back", name: "Sheet, back", x: 716, y: 96, width: 396, height: 480 }, "rectangle", {
      fill: solid("#bfd0ff"),
      radius: 22,
      rotation: 5,
    }),
    shape({ id: "sheet", name: "Sheet", x: 696, y: 84, width: 396, height: 480 }, "rectangle", {
      fill: solid("#ffffff"),
      radius: 22,
      shadow: { x: 0, y: 22, blur: 50, color: "#1b2b5733" },
    }),
    shape({ id: "sheet-band", name: "Sheet band", x: 696, y: 84, width: 396, height: 150 }, "rectangle", {
      fill: linear(120, BLUE, "#3f6ff0"),
      radius: 22,
    }),
    shape(
      { id: "sheet-band-foot", name: "Sheet band foot", x: 696, y: 200, width: 396, height: 40 },
      "rectangle",
      {
        fill: solid("#ffffff"),
      },
    ),
    text({ id: "sheet-label", name: "Sheet label", x: 728, y: 122, width: 332, height: 30 }, "PROPOSAL", {
      fit: "line",
      minFontSize: 22,
      style: { fontFamily: "DM Sans", fontWeight: 700, fontSize: 22, color: "#ffffff", letterSpacing: 5 },
    }),
    shape({ id: "logo-plate", name: "Logo plate", x: 728, y: 168, width: 104, height: 104 }, "rectangle", {
      fill: solid("#ffffff"),
      radius: 20,
      shadow: { x: 0, y: 8, blur: 24, color: "#1b2b5726" },
    }),
    shape({ id: "logo-mark", name: "Logo stand-in", x: 754, y: 194, width: 52, height: 52 }, "polygon", {
      fill: linear(135, BLUE, "#8fb0ff"),
      points: 6,
    }),
    image(
      { id: "logo", name: "Company logo", x: 738, y: 178, width: 84, height: 84 },
      {
        source: { kind: "field", key: "logo_url" },
        fit: "contain",
        radius: 12,
      },
    ),
    text(
      { id: "sheet-company", name: "Sheet company", x: 728, y: 292, width: 332, height: 88 },
      "Prepared for {{company_name}}",
      {
        minFontSize: 22,
        lineHeight: 1.25,
        phraseFallback: "Prepared for you",
        style: { fontFamily: "DM Sans", fontWeight: 700, fontSize: 30, color: "#101a33" },
      },
    ),
    ...[392, 424, 456].map((y, index) =>
      shape(
        {
          id: `line-${index + 1}`,
          name: `Text line ${index + 1}`,
          x: 728,
          y,
          width: index === 2 ? 204 : 332,
          height: 12,
        },
        "rectangle",
        { fill: solid("#e7ecf7"), radius: 6 },
      ),
    ),
    shape({ id: "button", name: "Button", x: 728, y: 494, width: 180, height: 44 }, "rectangle", {
      fill: solid(BLUE),
      radius: 10,
    }),
    text(
      { id: "button-label", name: "Button label", x: 728, y: 494, width: 180, height: 44 },
      "Read the plan",
      {
        align: "center",
        verticalAlign: "middle",
        fit: "line",
        minFontSize: 22,
        style: { fontFamily: "DM Sans", fontWeight: 700, fontSize: 22, color: "#ffffff" },
      },
    ),
  ],
};
