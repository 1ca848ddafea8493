import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  grouped,
  linear,
  NAME_FORMAT,
  progress,
  samples,
  setWhen,
  shape,
  solid,
  text,
} from "./build";
import { CENTRED, LINE, type } from "./look";

const INK = "#0c2a3a";
const TEAL = "#0b7a75";

const STEPS = ["Ordered", "Packed", "On its way", "Delivered"];

/** E-mail hero that follows a parcel: four steps, of which the reached ones are filled. */
export const orderShipped: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(180, "#f4fbfa", "#dff1ef"),
  alt: "{{first_name}}, your order {{order_number}} is on its way. Expected: {{delivery_date}}.",
  fields: [
    field("first_name", "First name", { fallback: "there", format: NAME_FORMAT }),
    field("order_number", "Order number", { fallback: "from our shop", format: { case: "upper" } }),
    field("order_step", "Step, 1 to 4", { type: "number", fallback: "3" }),
    field("delivery_date", "Delivery date", {
      type: "date",
      fallback: "in a few days",
      format: { date: "full", locale: "en-GB" },
    }),
  ],
  samples: samples(
    ["first_name", "order_number", "order_step", "delivery_date"],
    ["Maria, on its way", "Maria", "FO-20418", "3", "2026-12-03"],
    ["Just packed", "Jürgen", "FO-20419", "2", "2026-12-04"],
    ["Delivered", "Nguyễn Thị Minh Khai", "FO-20377", "4", "2026-11-27"],
    ["No date yet", "O'NEIL", "FO-20420", "1", ""],
    ["Nothing known", "", "", "", ""],
  ),
  layers: [
    shape(box("hill", "Hill", 640, 330, 860, 620), "ellipse", { fill: solid("#c9e6e2") }),
    shape(box("cloud", "Cloud", 838, 96, 130, 40), "rectangle", { fill: solid("#ffffff"), radius: 20 }),
    shape(box("cloud-2", "Cloud, small", 924, 74, 84, 34), "rectangle", {
      fill: solid("#ffffff"),
      radius: 17,
    }),
    grouped("van", "Van", [
      shape(box("shade", "Shade", 740, 376, 392, 18), "ellipse", { fill: solid("#0c2a3a22") }),
      shape(box("cargo", "Cargo", 748, 176, 240, 184), "rectangle", {
        fill: linear(160, "#0f837d", TEAL),
        radius: 20,
      }),
      shape(box("cab", "Cab", 972, 226, 150, 134), "rectangle", { fill: solid("#f2b441"), radius: 26 }),
      shape(box("window", "Window", 1024, 246, 76, 52), "rectangle", { fill: solid("#dff6ff"), radius: 12 }),
      shape(box("bumper", "Bumper", 748, 332, 374, 34), "rectangle", { fill: solid(INK), radius: 12 }),
      ...[802, 1012].flatMap((x, index) => [
        shape(box(`tyre-${index}`, `Tyre ${index + 1}`, x, 316, 76, 76), "ellipse", { fill: solid(INK) }),
        shape(box(`hub-${index}`, `Hub ${index + 1}`, x + 24, 340, 28, 28), "ellipse", {
          fill: solid("#ffffff"),
        }),
      ]),
      text(box("van-brand", "Van brand", 768, 226, 200, 60), "Fern & Oak", {
        ...CENTRED,
        style: type("Nunito", 900, 34, "#ffffff"),
      }),
    ]),
    text(box("order", "Order number", 72, 72, 560, 36), "Order {{order_number}}", {
      ...LINE,
      phraseFallback: "Your order",
      style: type("Nunito", 700, 26, TEAL),
    }),
    text(box("headline", "Headline", 72, 118, 610, 172), "Good news, {{first_name}}: it’s on its way", {
      lineHeight: 1.08,
      minFontSize: 26,
      phraseFallback: "Good news: your parcel is on its way",
      rules: [
        setWhen("order_step", "less", "3", { path: "text", value: "Thank you, {{first_name}}: we’re on it" }),
        setWhen("order_step", "greater", "3", { path: "text", value: "It’s here, {{first_name}}. Enjoy!" }),
      ],
      style: type("Nunito", 900, 72, INK),
    }),
    text(box("date", "Delivery date", 72, 310, 600, 44), "Expected on {{delivery_date}}", {
      ...LINE,
      phraseFallback: "We’ll tell you the day as soon as we know it.",
      rules: [
        setWhen("order_step", "greater", "3", { path: "text", value: "Delivered on {{delivery_date}}" }),
      ],
      style: type("Nunito", 600, 30, "#3a5866"),
    }),
    shape(box("panel", "Panel", 48, 424, 1104, 156), "rectangle", {
      fill: solid("#ffffff"),
      radius: 28,
      shadow: { x: 0, y: 14, blur: 36, color: "#0c2a3a1f" },
    }),
    progress(box("way", "Way", 96, 462, 1008, 24), "{{order_step}}", {
      maximum: "4",
      fallbackValue: 0.75,
      fill: linear(90, "#12938c", TEAL),
      track: solid("#d9e8e6"),
    }),
    ...STEPS.flatMap((name, index) => {
      const x = 96 + index * 252;
      const waiting = { path: "style.color", value: "#5b727d" };
      return [
        ...(index === 0
          ? []
          : [
              shape(box(`gap-${index}`, `Gap before ${name}`, x - 4, 462, 8, 24), "rectangle", {
                fill: solid("#ffffff"),
              }),
            ]),
        text(box(`step-${index + 1}`, `Step, ${name}`, x, 506, 252, 44), name, {
          ...CENTRED,
          rules: [setWhen("order_step", "less", `${index + 1}`, waiting)],
          style: type("Nunito", 700, 27, INK),
        }),
      ];
    }),
  ],
};
