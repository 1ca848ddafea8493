import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  grouped,
  image,
  linear,
  NAME_FORMAT,
  samples,
  shape,
  solid,
  text,
} from "./build";
import { CENTRED, LINE, type } from "./look";

const BLACK = "#111111";
const ORANGE = "#ff5a1f";

/** Square card for a speaker to post: portrait, talk and day. */
export const speakerCard: Document = {
  ...DESIGN,
  width: 1080,
  height: 1080,
  displayWidth: 1080,
  background: solid(ORANGE),
  alt: "{{full_name}}, {{job_title}}, speaks at Signal 27: {{talk_title}}. {{event_date}}.",
  fields: [
    field("full_name", "Speaker", { fallback: "Our next speaker", format: NAME_FORMAT }),
    field("job_title", "Job title", { fallback: "Guest speaker" }),
    field("talk_title", "Talk", { fallback: "A talk you will want to hear" }),
    field("event_date", "Day", {
      type: "date",
      fallback: "This spring",
      format: { date: "long", locale: "en-GB" },
    }),
    field("photo_url", "Portrait", { type: "image" }),
  ],
  samples: samples(
    ["full_name", "job_title", "talk_title", "event_date", "photo_url"],
    [
      "Amara Okafor",
      "Amara Okafor",
      "Head of Lifecycle, Brightside",
      "Mail that people wait for",
      "2027-04-16",
      "",
    ],
    [
      "Long name and talk",
      "Maximiliane von Hohenzollern-Sigmaringen",
      "Director of Customer Communication",
      "What we learned from one hundred million pictures that were each made for a single reader",
      "2027-04-16",
      "",
    ],
    ["Vietnamese name", "Nguyễn Phúc Bảo Hưng", "CTO, Ánh Dương", "Fonts for everyone", "2027-04-17", ""],
    ["No day yet", "O'Neil", "Independent", "Less, later, better", "", ""],
    ["Nothing known", "", "", "", "", ""],
  ),
  layers: [
    ...[0, 1, 2, 3, 4].map((index) =>
      shape(
        box(
          `wave-${index + 1}`,
          `Wave ${index + 1}`,
          480 - index * 110,
          60 - index * 110,
          600 + index * 220,
          600 + index * 220,
        ),
        "ellipse",
        {
          fill: null,
          stroke: { color: "#ffffff40", width: 3, dash: "solid" },
        },
      ),
    ),
    grouped("portrait-stand-in", "Portrait stand-in", [
      shape(box("plate", "Plate", 540, 180, 480, 480), "ellipse", {
        fill: linear(160, "#ffd9c7", "#ffb088"),
      }),
      shape(box("shoulders", "Shoulders", 626, 484, 308, 330), "ellipse", { fill: solid(BLACK) }),
      shape(box("head", "Head", 701, 274, 158, 182), "ellipse", { fill: solid(BLACK) }),
    ]),
    image(box("portrait", "Portrait", 540, 180, 480, 480), {
      source: { kind: "field", key: "photo_url" },
      mask: "circle",
    }),
    shape(box("band", "Band", 0, 660, 1080, 420), "rectangle", { fill: solid(BLACK) }),
    text(box("event", "Event", 60, 84, 440, 210), "SIGNAL\n27", {
      lineHeight: 0.95,
      minFontSize: 40,
      style: type("Oswald", 700, 100, BLACK),
    }),
    text(box("date", "Day", 60, 320, 440, 44), "{{event_date}}", {
      ...LINE,
      style: type("Space Grotesk", 700, 34, BLACK),
    }),
    shape(box("pill", "Pill", 60, 560, 226, 62), "rectangle", { fill: solid(BLACK), radius: 31 }),
    text(box("pill-label", "Pill label", 76, 560, 194, 62), "SPEAKER", {
      ...CENTRED,
      style: type("Space Grotesk", 700, 28, "#ffffff", { letterSpacing: 4 }),
    }),
    text(box("name", "Name", 60, 700, 960, 112), "{{full_name}}", {
      ...LINE,
      minFontSize: 34,
      style: type("Oswald", 700, 92, "#ffffff", { transform: "upper" }),
    }),
    text(box("job", "Job title", 60, 812, 960, 44), "{{job_title}}", {
      ...LINE,
      style: type("Space Grotesk", 500, 32, "#ff9a73"),
    }),
    text(box("talk", "Talk", 60, 880, 960, 130), "“{{talk_title}}”", {
      lineHeight: 1.2,
      minFontSize: 26,
      style: type("Space Grotesk", 700, 46, "#ffffff"),
    }),
  ],
};
