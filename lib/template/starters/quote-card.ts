import type { Document } from "../schema";
import { box, DESIGN, field, NAME_FORMAT, samples, shape, solid, text } from "./build";
import { LINE, type } from "./look";

const INK = "#3a1230";
const ROSE = "#f6c6c7";

/** Square post with somebody's words: a customer, an author, a colleague. */
export const quoteCard: Document = {
  ...DESIGN,
  width: 1080,
  height: 1080,
  displayWidth: 1080,
  background: solid(ROSE),
  alt: "“{{quote}}” {{author_name}}, {{author_role}}",
  fields: [
    field("quote", "Quote", { fallback: "The best mail I got all year had my name in it." }),
    field("author_name", "Author", { fallback: "A happy customer", format: NAME_FORMAT }),
    field("author_role", "Role and company", { fallback: "in their own words" }),
  ],
  samples: samples(
    ["quote", "author_name", "author_role"],
    ["A short quote", "They remembered my name, and my coffee.", "Amara Okafor", "Guest since 2021"],
    [
      "A long quote",
      "We sent the same offer twice: once as it always was, once with the customer’s own name and points in the picture. The second brought three times the visits, and not one of us had to open a design program for it.",
      "Maximiliane von Hohenzollern-Sigmaringen",
      "Director of Customer Communication, Brightside",
    ],
    ["One word", "Finally!", "O'Neil", "Shop owner"],
    ["No role", "Chữ đẹp, tên đúng, khách vui.", "Nguyễn Phúc Bảo Hưng", ""],
    ["Nothing known", "", "", ""],
  ),
  layers: [
    shape(box("disc", "Disc", 610, -210, 700, 700), "ellipse", { fill: solid("#ec6a5e") }),
    shape(box("disc-small", "Disc, small", 500, 250, 150, 150), "ellipse", { fill: solid("#f3a712") }),
    shape(box("half", "Half round", -170, 830, 420, 420), "ellipse", { fill: solid("#e29aa6") }),
    text(box("mark", "Quotation mark", 72, 84, 300, 330), "“", {
      fit: "line",
      lineHeight: 1,
      style: type("Playfair Display", 900, 420, INK),
    }),
    shape(box("card", "Card", 72, 330, 936, 610), "rectangle", {
      fill: solid("#fffaf7"),
      radius: 40,
      shadow: { x: 0, y: 24, blur: 60, color: "#3a123033" },
    }),
    text(box("quote", "Quote", 140, 388, 800, 350), "{{quote}}", {
      verticalAlign: "middle",
      lineHeight: 1.22,
      minFontSize: 26,
      style: type("Playfair Display", 700, 84, INK),
    }),
    shape(box("rule", "Rule", 140, 774, 96, 8), "rectangle", { fill: solid("#ec6a5e"), radius: 4 }),
    text(box("author", "Author", 140, 800, 800, 52), "{{author_name}}", {
      ...LINE,
      style: type("DM Sans", 700, 40, INK),
    }),
    text(box("role", "Role", 140, 852, 800, 44), "{{author_role}}", {
      ...LINE,
      hideWhenMissing: ["author_role"],
      style: type("DM Sans", 400, 30, "#7a4a63"),
    }),
    text(box("brand", "Brand", 560, 966, 448, 44), "fernandoak.example", {
      ...LINE,
      align: "right",
      style: type("DM Sans", 500, 28, INK),
    }),
  ],
};
