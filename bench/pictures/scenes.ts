import { avatarAddress, LOGO, PHOTO } from "./material";
import type { Align, Box, Font, Item, Scene } from "./scene";

const PLAYFAIR: Font = { family: "Playfair Display", weight: 700 };
const ARABIC: Font = { family: "Noto Sans Arabic", weight: 700 };

/** The pictures of the benchmark. The first is the one that targets are set for. */
export const SCENES: readonly Scene[] = [
  {
    id: "photo",
    title: "text on a photo",
    width: 1200,
    height: 628,
    background: "#ffffff",
    fields: texts("first_name", "points"),
    items: [
      picture(box(0, 0, 1200, 628), PHOTO),
      text(box(80, 120, 1040, 120), "Thank you, {{first_name}}!", 84, "#14213d", { weight: 700 }),
      text(box(80, 280, 1040, 60), "You now have {{points}} points", 40, "#243b63", { weight: 700 }),
    ],
    values: (turn) => ({ first_name: name(turn), points: String(turn * 7) }),
  },
  {
    id: "card",
    title: "avatar, logo and QR code",
    width: 1200,
    height: 628,
    background: "#f4f6fb",
    fields: [...texts("full_name", "member"), { key: "avatar", type: "image" }],
    items: [
      rectangle(box(60, 60, 1080, 508), "#ffffff", 28),
      picture(box(104, 104, 320, 96), LOGO),
      { kind: "picture", box: box(104, 264, 240, 240), picture: "{{avatar}}", round: true },
      text(box(390, 290, 420, 70), "{{full_name}}", 44, "#101828", { weight: 700 }),
      text(box(390, 370, 420, 50), "Member {{member}}", 30, "#475467"),
      { kind: "qr", box: box(840, 264, 240, 240), text: "https://example.com/member/{{member}}" },
    ],
    values: (turn) => ({
      full_name: name(turn),
      member: `NP-${100_000 + turn}`,
      avatar: avatarAddress(turn),
    }),
  },
  {
    id: "certificate",
    title: "certificate, A4 at 150 dpi",
    width: 1754,
    height: 1240,
    background: "#fbf9f4",
    fields: texts("full_name", "course", "number"),
    items: [
      { kind: "frame", box: box(50, 50, 1654, 1140), color: "#14213d", thickness: 6 },
      { kind: "frame", box: box(70, 70, 1614, 1100), color: "#b08d3e", thickness: 2 },
      text(box(177, 220, 1400, 120), "Certificate of Completion", 88, "#14213d", PLAYFAIR, "center"),
      text(box(177, 380, 1400, 50), "This is to certify that", 32, "#475467", {}, "center"),
      text(box(177, 460, 1400, 110), "{{full_name}}", 76, "#14213d", PLAYFAIR, "center"),
      rectangle(box(577, 590, 600, 2), "#b08d3e", 0),
      text(box(177, 630, 1400, 50), "has completed the course", 32, "#475467", {}, "center"),
      text(box(177, 700, 1400, 70), "{{course}}", 46, "#14213d", { weight: 600 }, "center"),
      { kind: "ellipse", box: box(797, 850, 160, 160), color: "#b08d3e" },
      text(box(177, 1080, 1400, 40), "Certificate {{number}}", 24, "#475467", {}, "center"),
    ],
    values: (turn) => ({
      full_name: name(turn),
      course: `Service Design, part ${turn}`,
      number: `C-${turn}`,
    }),
  },
  {
    id: "twelve",
    title: "twelve texts that change",
    width: 1200,
    height: 628,
    background: "#0f172a",
    fields: texts(...Array.from({ length: 12 }, (_, index) => `value_${index}`)),
    items: Array.from({ length: 12 }, (_, index) => {
      const [x, y] = [60 + 370 * (index % 3), 50 + 138 * Math.floor(index / 3)];
      return [
        rectangle(box(x, y, 340, 112), "#1e293b", 16),
        text(box(x + 24, y + 30, 292, 48), `{{value_${index}}}`, 34, "#e2e8f0", { weight: 600 }),
      ];
    }).flat(),
    values: (turn) =>
      Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`value_${index}`, `Row ${turn}-${index + 1}`]),
      ),
  },
  {
    id: "word",
    title: "all the same but one word",
    width: 1200,
    height: 628,
    background: "#fff7ed",
    fields: texts("first_name"),
    items: [
      picture(box(620, 40, 540, 548), PHOTO),
      picture(box(60, 60, 320, 96), LOGO),
      ...["Early access opens on Monday", "Bring a friend and both save", "Free returns within 60 days"].map(
        (line, index) => text(box(60, 330 + 60 * index, 540, 48), line, 30, "#7c2d12"),
      ),
      text(box(60, 210, 540, 80), "Hello {{first_name}}", 56, "#431407", { weight: 700 }),
    ],
    values: (turn) => ({ first_name: name(turn) }),
  },
  {
    id: "scripts",
    title: "Arabic and emoji",
    width: 1200,
    height: 628,
    background: "#134e4a",
    fields: texts("first_name", "points"),
    items: [
      text(box(80, 130, 1040, 120), "مرحبا {{first_name}}", 80, "#ffffff", ARABIC, "right"),
      text(box(80, 320, 1040, 70), "🎉 {{points}} points 🎁 well done 👏", 48, "#ccfbf1", { weight: 700 }),
    ],
    values: (turn) => ({
      first_name: `${["محمد", "فاطمة", "ليلى"][Math.abs(turn) % 3]} ${turn}`,
      points: String(turn * 7),
    }),
  },
];

const NAMES = ["Nguyễn", "O'Neil", "Łódź", "Щёголева", "Wolfeschlegelsteinhausen", "Ann", "Jean-Luc"];

function name(turn: number): string {
  return `${NAMES[Math.abs(turn) % NAMES.length]} ${turn}`;
}

function texts(...keys: string[]): { key: string; type: "text" }[] {
  return keys.map((key) => ({ key, type: "text" }));
}

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}

function rectangle(place: Box, color: string, radius: number): Item {
  return { kind: "rectangle", box: place, color, radius };
}

function picture(place: Box, named: string): Item {
  return { kind: "picture", box: place, picture: named, round: false };
}

function text(
  place: Box,
  content: string,
  size: number,
  color: string,
  font: Partial<Font> = {},
  align: Align = "left",
): Item {
  return {
    kind: "text",
    box: place,
    text: content,
    size,
    color,
    align,
    font: { family: "Inter", weight: 400, ...font },
  };
}
