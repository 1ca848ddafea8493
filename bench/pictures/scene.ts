export type Box = { x: number; y: number; width: number; height: number };

/** One thing in a picture, in px from the top left corner. Texts and names of pictures may hold `{{key}}`. */
export type Item =
  | { kind: "rectangle"; box: Box; color: string; radius: number }
  /** An outline, centred on the box. */
  | { kind: "frame"; box: Box; color: string; thickness: number }
  | { kind: "ellipse"; box: Box; color: string }
  | { kind: "picture"; box: Box; picture: string; round: boolean }
  | { kind: "text"; box: Box; text: string; font: Font; size: number; color: string; align: Align }
  | { kind: "qr"; box: Box; text: string };

export type Align = "left" | "center" | "right";
export type Font = { family: "Inter" | "Playfair Display" | "Noto Sans Arabic"; weight: 400 | 600 | 700 };

/** One picture of the benchmark: every contender draws these items, each by its own means. */
export type Scene = {
  id: string;
  title: string;
  width: number;
  height: number;
  background: string;
  /** Fields that change from picture to picture, those that hold an address of a picture among them. */
  fields: readonly { key: string; type: "text" | "image" }[];
  /** Back to front. */
  items: readonly Item[];
  /** Values of one picture; no two turns have the same. */
  values: (turn: number) => Values;
};

export type Values = Readonly<Record<string, string>>;

/** A text with its placeholders replaced, as the peers' users would write it. */
export function filled(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
}

/** Line height of all texts, as a multiple of their size. */
export const LINE_HEIGHT = 1.2;

/** Quality of all JPEGs, 1 to 100, with chroma at half size where a contender lets one choose. */
export const JPEG_QUALITY = 80;

/** Where the letters of a text lie that the family of the text does not have. */
export const EMOJI_FAMILY = "Twemoji";

/** Font files of this project by family and weight, under `public/fonts`; all contenders open these bytes. */
export const FONT_FILES: readonly { family: string; weight: 400 | 600 | 700; file: string }[] = [
  { family: "Inter", weight: 400, file: "inter/400.ttf" },
  { family: "Inter", weight: 600, file: "inter/600.ttf" },
  { family: "Inter", weight: 700, file: "inter/700.ttf" },
  { family: "Playfair Display", weight: 700, file: "playfair-display/700.ttf" },
  { family: "Noto Sans Arabic", weight: 700, file: "noto-sans-arabic/700.ttf" },
  { family: EMOJI_FAMILY, weight: 400, file: "twemoji/400.ttf" },
];
