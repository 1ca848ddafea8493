import { readFileSync } from "node:fs";
import { type Context, createCanvas, GlobalFonts, type Image, loadImage } from "@napi-rs/canvas";
import { type Contender, FORMATS } from "./contender";
import type { Material } from "./material";
import { codePath } from "./qr-code";
import {
  EMOJI_FAMILY,
  FONT_FILES,
  filled,
  type Item,
  JPEG_QUALITY,
  LINE_HEIGHT,
  type Scene,
  type Values,
} from "./scene";

export function registerCanvasFonts(): void {
  for (const { family, weight, file } of FONT_FILES) {
    GlobalFonts.register(readFileSync(`public/fonts/${file}`), aliasOf(family, weight));
  }
}

/** @napi-rs/canvas: pictures that never change are decoded once, those that change for every picture. */
export async function canvas(name: string, scene: Scene, material: Material): Promise<Contender> {
  const { width, height, background, items } = scene;
  const names = items.flatMap((item) => (item.kind === "picture" ? [item.picture] : []));
  const known = new Map<string, Image>();
  for (const shown of names) {
    const picture = material.get(shown);
    if (picture) known.set(shown, await loadImage(picture.bytes));
  }
  return {
    name,
    formats: FORMATS,
    async render(values, format) {
      const sheet = createCanvas(width, height);
      const context = sheet.getContext("2d");
      context.fillStyle = background;
      context.fillRect(0, 0, width, height);
      for (const item of items) {
        if (item.kind === "picture") {
          const fresh = material.get(filled(item.picture, values));
          const image = known.get(item.picture) ?? (fresh && (await loadImage(fresh.bytes)));
          if (image) drawPicture(context, item, image);
        } else drawItem(context, item, values);
      }
      return format === "png" ? sheet.encode("png") : sheet.encode("jpeg", JPEG_QUALITY);
    },
  };
}

/** Faces are told apart by name: a registered name then means these very bytes. */
function aliasOf(family: string, weight: number): string {
  return `${family} ${weight}`;
}

function drawPicture(
  context: Context,
  { box, round }: Extract<Item, { kind: "picture" }>,
  image: Image,
): void {
  const { x, y, width, height } = box;
  const scale = Math.max(width / image.width, height / image.height);
  const [wide, tall] = [image.width * scale, image.height * scale];
  context.save();
  context.beginPath();
  if (round) context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else context.roundRect(x, y, width, height, 0);
  context.clip();
  context.drawImage(image, x + (width - wide) / 2, y + (height - tall) / 2, wide, tall);
  context.restore();
}

function drawItem(context: Context, item: Exclude<Item, { kind: "picture" }>, values: Values): void {
  const { x, y, width, height } = item.box;
  switch (item.kind) {
    case "rectangle":
      context.fillStyle = item.color;
      context.beginPath();
      context.roundRect(x, y, width, height, item.radius);
      context.fill();
      return;
    case "frame":
      context.strokeStyle = item.color;
      context.lineWidth = item.thickness;
      context.strokeRect(x, y, width, height);
      return;
    case "ellipse":
      context.fillStyle = item.color;
      context.beginPath();
      context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
      context.fill();
      return;
    case "qr": {
      const { size, isDark } = codePath(filled(item.text, values));
      const edge = (module: number, side: number) => Math.round((module * side) / size);
      context.fillStyle = "#111827";
      for (let row = 0; row < size; row += 1) {
        for (let column = 0; column < size; column += 1) {
          if (!isDark(column, row)) continue;
          const [left, top] = [edge(column, width), edge(row, height)];
          context.fillRect(x + left, y + top, edge(column + 1, width) - left, edge(row + 1, height) - top);
        }
      }
      return;
    }
    case "text":
      drawText(context, item, filled(item.text, values));
  }
}

function drawText(context: Context, item: Extract<Item, { kind: "text" }>, content: string): void {
  const { box, font, size, color, align } = item;
  const families = [
    aliasOf(font.family, font.weight),
    aliasOf("Inter", font.weight),
    aliasOf(EMOJI_FAMILY, 400),
  ];
  context.font = `${size}px ${families.map((family) => `"${family}"`).join(", ")}`;
  context.fillStyle = color;
  context.textBaseline = "alphabetic";
  context.textAlign = align;
  context.direction = align === "right" ? "rtl" : "ltr";
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText("x");
  const baseline = box.y + (size * LINE_HEIGHT - up - down) / 2 + up;
  const x = { left: box.x, center: box.x + box.width / 2, right: box.x + box.width }[align];
  context.fillText(content, x, baseline);
}
