import type { Document } from "../schema";
import {
  box,
  DESIGN,
  field,
  grouped,
  hideWhen,
  linear,
  money,
  NAME_FORMAT,
  qr,
  samples,
  shape,
  solid,
  text,
} from "./build";
import { CENTRED, LINE, type } from "./look";

const INK = "#08304b";
const BLUE = "#0a6ebd";

/** A card to pass on: the member's own code, as text and to scan, worth the same to both. */
export const referralCard: Document = {
  ...DESIGN,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: linear(180, "#d8f0ff", "#f4fbff"),
  alt: "{{first_name}}, give {{reward_amount}} and get {{reward_amount}}: share your code {{referral_code}}.",
  fields: [
    field("first_name", "First name", { fallback: "friend", format: NAME_FORMAT }),
    field("reward_amount", "Reward", { type: "number", fallback: "€15", format: money("EUR", 0) }),
    field("referral_code", "Referral code", {
      fallback: "in your account",
      format: { case: "upper", onlyWhenOneCase: false },
    }),
  ],
  samples: samples(
    ["first_name", "reward_amount", "referral_code"],
    ["Maria, 20 euros", "Maria", "20", "MARIA-8Q2F"],
    ["Long name and code", "Wolfeschlegelsteinhausen", "100", "WOLFE-7KQX93"],
    ["Apostrophe", "O'NEIL", "15", "ONEIL-44XA"],
    ["No code yet", "Łukasz", "20", ""],
    ["Nothing known", "", "", ""],
  ),
  layers: [
    shape(box("sea", "Sea", -120, 540, 1440, 500), "ellipse", { fill: solid("#b5e0fb") }),
    shape(box("card-back", "Card, back", 742, 96, 376, 436), "rectangle", {
      fill: linear(150, "#ffb347", "#ff8c42"),
      radius: 30,
      rotation: 8,
      shadow: { x: 0, y: 18, blur: 40, color: "#08304b33" },
    }),
    grouped("card", "Card", [
      shape(box("card-front", "Card, front", 712, 84, 376, 460), "rectangle", {
        fill: solid("#ffffff"),
        radius: 30,
        shadow: { x: 0, y: 18, blur: 40, color: "#08304b33" },
      }),
      qr(box("code-qr", "Code to scan", 780, 124, 240, 240), "https://example.com/r/{{referral_code}}", {
        hideWhenMissing: ["referral_code"],
        color: INK,
        margin: 1,
      }),
      grouped(
        "gift",
        "Gift",
        [
          shape(box("gift-box", "Gift box", 796, 208, 208, 148), "rectangle", {
            fill: solid(BLUE),
            radius: 12,
          }),
          shape(box("gift-lid", "Gift lid", 782, 180, 236, 50), "rectangle", {
            fill: solid("#2b8fdc"),
            radius: 12,
          }),
          shape(box("gift-band", "Gift band", 880, 180, 40, 176), "rectangle", { fill: solid("#ff8c42") }),
          shape(box("bow-left", "Bow, left", 830, 124, 70, 56), "ellipse", {
            fill: null,
            stroke: { color: "#ff8c42", width: 14, dash: "solid" },
            rotation: 24,
          }),
          shape(box("bow-right", "Bow, right", 900, 124, 70, 56), "ellipse", {
            fill: null,
            stroke: { color: "#ff8c42", width: 14, dash: "solid" },
            rotation: -24,
          }),
        ],
        { rules: [hideWhen("referral_code", "present", "")] },
      ),
      text(box("code-label", "Code label", 742, 384, 316, 36), "YOUR CODE", {
        ...CENTRED,
        style: type("Nunito", 700, 22, "#4a6b80", { letterSpacing: 3 }),
      }),
      text(box("code", "Code", 742, 420, 316, 84), "{{referral_code}}", {
        ...CENTRED,
        style: type("JetBrains Mono", 700, 40, INK),
      }),
    ]),
    text(box("kicker", "Kicker", 72, 88, 560, 40), "{{first_name}}, this one is for two", {
      ...LINE,
      phraseFallback: "This one is for two",
      style: type("Nunito", 700, 30, BLUE),
    }),
    text(box("headline", "Headline", 72, 140, 580, 220), "Give {{reward_amount}}.\nGet {{reward_amount}}.", {
      lineHeight: 1.08,
      minFontSize: 30,
      style: type("Nunito", 900, 100, INK),
    }),
    text(box("body", "Body", 72, 378, 560, 84), "Your friend saves on the first order, you on the next.", {
      lineHeight: 1.35,
      minFontSize: 22,
      style: type("Nunito", 400, 30, "#35566b"),
    }),
    shape(box("button", "Button", 72, 486, 276, 76), "rectangle", { fill: solid(BLUE), radius: 38 }),
    text(box("button-label", "Button label", 92, 486, 236, 76), "Share my code", {
      ...CENTRED,
      style: type("Nunito", 700, 29, "#ffffff"),
    }),
  ],
};
