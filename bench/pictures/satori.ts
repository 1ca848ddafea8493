import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import sharp from "sharp";
import type { Painter } from "@/lib/paint/painter";
import { text } from "@/lib/template/starters/build";
import { type Contender, FORMATS } from "./contender";
import { dataUri, type Material } from "./material";
import { codePath } from "./qr-code";
import { FONT_FILES, filled, type Item, JPEG_QUALITY, LINE_HEIGHT, type Scene, type Values } from "./scene";

type Element = Parameters<typeof satori>[0];
type Draw = (scene: Scene, values: Values) => Promise<string>;

const FONTS = FONT_FILES.map(({ family, weight, file }) => ({
  name: family,
  weight,
  data: readFileSync(`public/fonts/${file}`),
}));

/** The whole picture by satori, with emoji as pictures, which is how it takes them. */
export async function satoriDraw(material: Material, painter: Painter): Promise<Draw> {
  const graphemeImages = await emojiPictures(painter);
  return (scene, values) => {
    const { width, height, background, items } = scene;
    const children = items.map((item) => elementOf(item, values, material));
    const root = element("div", { display: "flex", width, height, backgroundColor: background }, children);
    return satori(root, { width, height, fonts: FONTS, graphemeImages });
  };
}

/** As @vercel/og does, with resvg as native code, which is quicker than its WebAssembly. It writes PNG alone. */
export function satoriResvg(name: string, draw: Draw, scene: Scene): Contender {
  return {
    name,
    formats: FORMATS,
    async render(values, format) {
      const rendered = new Resvg(await draw(scene, values), { font: { loadSystemFonts: false } }).render();
      if (format === "png") return rendered.asPng();
      const raw = { width: rendered.width, height: rendered.height, channels: 4 as const };
      return sharp(rendered.pixels, { raw }).jpeg({ quality: JPEG_QUALITY }).toBuffer();
    },
  };
}

export function satoriSharp(name: string, draw: Draw, scene: Scene): Contender {
  return {
    name,
    formats: FORMATS,
    async render(values, format) {
      const image = sharp(Buffer.from(await draw(scene, values)));
      return format === "png" ? image.png().toBuffer() : image.jpeg({ quality: JPEG_QUALITY }).toBuffer();
    },
  };
}

const EMOJI = ["🎉", "🎁", "👏"];

async function emojiPictures(painter: Painter): Promise<Record<string, string>> {
  const pictures = EMOJI.map(async (emoji) => {
    const place = { id: "emoji", name: "emoji", x: 0, y: 0, width: 200, height: 200 };
    const { svg } = await painter.paintLayer(text(place, emoji, { style: { fontSize: 100 } }), () => null);
    return [emoji, `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`];
  });
  return Object.fromEntries(await Promise.all(pictures));
}

function elementOf(item: Item, values: Values, material: Material): Element {
  const { x, y, width, height } = item.box;
  const place = { position: "absolute", left: x, top: y, width, height };
  switch (item.kind) {
    case "rectangle":
      return element("div", { ...place, backgroundColor: item.color, borderRadius: item.radius });
    case "frame": {
      const { thickness, color } = item;
      const half = thickness / 2;
      const outer = { left: x - half, top: y - half, width: width + thickness, height: height + thickness };
      return element("div", {
        ...place,
        ...outer,
        border: `${thickness}px solid ${color}`,
        boxSizing: "border-box",
      });
    }
    case "ellipse":
      return element("div", { ...place, backgroundColor: item.color, borderRadius: "50%" });
    case "picture": {
      const picture = material.get(filled(item.picture, values));
      const style = { ...place, objectFit: "cover", borderRadius: item.round ? "50%" : 0 };
      return {
        type: "img",
        key: null,
        props: { src: picture ? dataUri(picture) : "", width, height, style },
      };
    }
    case "qr": {
      const { size, path } = codePath(filled(item.text, values));
      const props = { width, height, viewBox: `0 0 ${size} ${size}`, style: place };
      const code = { type: "path", key: null, props: { d: path, fill: "#111827" } };
      return { type: "svg", key: null, props: { ...props, children: code } };
    }
    case "text": {
      const style = {
        ...place,
        display: "flex",
        justifyContent: { left: "flex-start", center: "center", right: "flex-end" }[item.align],
        fontFamily: item.font.family,
        fontWeight: item.font.weight,
        fontSize: item.size,
        lineHeight: LINE_HEIGHT,
        color: item.color,
      };
      return element("div", style, filled(item.text, values));
    }
  }
}

function element(type: string, style: object, children?: Element[] | string): Element {
  return { type, key: null, props: { style, children } };
}
