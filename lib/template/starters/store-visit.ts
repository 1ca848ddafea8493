import type { Document } from "../schema";
import { box, DESIGN, field, grouped, samples, shape, solid, text } from "./build";
import { CENTRED, LINE, type } from "./look";

const INK = "#102a43";

/** Streets of the map: place and turn. */
const STREETS = [
  { x: 640, y: 120, width: 700, turn: -16, wide: 22 },
  { x: 640, y: 300, width: 700, turn: -16, wide: 16 },
  { x: 620, y: 210, width: 640, turn: 70, wide: 22 },
  { x: 800, y: 200, width: 640, turn: 78, wide: 14 },
  { x: 430, y: 200, width: 560, turn: 66, wide: 14 },
] as const;

/** Banner that sends people to the shop around the corner: town, street, hours. */
export const storeVisit: Document = {
  ...DESIGN,
  width: 1200,
  height: 400,
  displayWidth: 600,
  background: solid("#dcebe3"),
  alt: "Fern & Oak in {{city}}, {{street_address}}. {{opening_hours}}.",
  fields: [
    field("city", "Town", { fallback: "your town", format: { case: "name" } }),
    field("street_address", "Street", { fallback: "Just around the corner" }),
    field("opening_hours", "Opening hours", { fallback: "Open Monday to Saturday" }),
    field("distance", "Distance, km", {
      type: "number",
      fallback: "nearby",
      format: {
        suffix: " km away",
        number: { style: "decimal", currency: "EUR", minimumDecimals: 1, maximumDecimals: 1 },
      },
    }),
  ],
  samples: samples(
    ["city", "street_address", "opening_hours", "distance"],
    ["Leipzig", "Leipzig", "Karl-Heine-Straße 42", "Mon–Sat 10–19", "1.2"],
    [
      "Long town",
      "Llanfairpwllgwyngyll",
      "12 Station Road, opposite the old post office",
      "Mon–Fri 9–18",
      "14.6",
    ],
    ["Łódź", "ŁÓDŹ", "Piotrkowska 217", "Codziennie 10–20", "0.4"],
    ["No distance", "Huế", "18 Lê Lợi", "8–21", ""],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    grouped("map", "Map", [
      shape(box("park", "Park", 980, 24, 200, 150), "rectangle", {
        fill: solid("#aed6b4"),
        radius: 34,
        rotation: -16,
      }),
      shape(box("lake", "Lake", 640, 268, 250, 150), "ellipse", { fill: solid("#a9d3ea"), rotation: -16 }),
      ...STREETS.map(({ x, y, width, turn, wide }, index) =>
        shape(box(`street-${index + 1}`, `Street ${index + 1}`, x, y, width, wide), "rectangle", {
          fill: solid("#ffffff"),
          rotation: turn,
        }),
      ),
    ]),
    grouped("pin", "Pin", [
      shape(box("pin-shade", "Pin shade", 934, 262, 76, 18), "ellipse", { fill: solid("#102a4333") }),
      shape(box("pin-foot", "Pin foot", 942, 184, 60, 60), "rectangle", {
        fill: solid("#e63946"),
        radius: 8,
        rotation: 45,
      }),
      shape(box("pin-head", "Pin head", 912, 112, 120, 120), "ellipse", { fill: solid("#e63946") }),
      shape(box("pin-eye", "Pin eye", 946, 146, 52, 52), "ellipse", { fill: solid("#ffffff") }),
    ]),
    shape(box("distance-pill", "Distance pill", 856, 300, 232, 56), "rectangle", {
      fill: solid(INK),
      radius: 28,
      hideWhenMissing: ["distance"],
    }),
    text(box("distance", "Distance", 872, 300, 200, 56), "{{distance}}", {
      ...CENTRED,
      hideWhenMissing: ["distance"],
      style: type("Poppins", 600, 26, "#ffffff"),
    }),
    shape(box("card", "Card", 32, 32, 640, 336), "rectangle", {
      fill: solid("#ffffff"),
      radius: 28,
      shadow: { x: 0, y: 14, blur: 36, color: "#102a4330" },
    }),
    text(box("brand", "Brand", 76, 68, 550, 36), "FERN & OAK", {
      ...LINE,
      style: type("Poppins", 700, 24, "#c22a37", { letterSpacing: 4 }),
    }),
    text(box("headline", "Headline", 76, 112, 556, 84), "See you in {{city}}", {
      ...LINE,
      minFontSize: 26,
      phraseFallback: "See you in our shop",
      style: type("Poppins", 800, 62, INK),
    }),
    text(box("street", "Street", 76, 212, 556, 44), "{{street_address}}", {
      ...LINE,
      style: type("Poppins", 500, 30, INK),
    }),
    text(box("hours", "Opening hours", 76, 264, 556, 44), "{{opening_hours}}", {
      ...LINE,
      style: type("Poppins", 400, 26, "#486581"),
    }),
  ],
};
