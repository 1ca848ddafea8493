import { readFileSync } from "node:fs";
import { type Node, Renderer } from "@takumi-rs/core";
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

/** takumi with its fonts registered once and one renderer, so that pictures that come again are decoded once. */
export async function takumiRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const { family, weight, file } of FONT_FILES) {
    await renderer.registerFont({ name: family, weight, data: readFileSync(`public/fonts/${file}`) });
  }
  return renderer;
}

export function takumi(name: string, renderer: Renderer, scene: Scene, material: Material): Contender {
  const { width, height, background, items } = scene;
  return {
    name,
    formats: FORMATS,
    render(values, format) {
      const images = items.flatMap((item) => {
        const src = item.kind === "picture" ? filled(item.picture, values) : "";
        const picture = material.get(src);
        if (item.kind === "qr") return [{ src: CODE, data: codeSvg(filled(item.text, values)) }];
        return picture ? [{ src, data: picture.bytes }] : [];
      });
      const root: Node = {
        type: "container",
        style: { width, height, backgroundColor: background, position: "relative" },
        children: items.map((item) => nodeOf(item, values)),
      };
      const output = format === "png" ? { format } : { format: "jpeg" as const, quality: JPEG_QUALITY };
      return renderer.render(root, { width, height, images, ...output });
    },
  };
}

const CODE = "code.svg";

function codeSvg(text: string): Buffer {
  const { size, path } = codePath(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#111827"/></svg>`;
  return Buffer.from(svg);
}

function nodeOf(item: Item, values: Values): Node {
  const { x, y, width, height } = item.box;
  const place = { position: "absolute", left: x, top: y, width, height };
  switch (item.kind) {
    case "rectangle": {
      const style = { ...place, backgroundColor: item.color, borderRadius: item.radius };
      return { type: "container", style, children: [] };
    }
    case "frame": {
      const { thickness, color } = item;
      const half = thickness / 2;
      const outer = { left: x - half, top: y - half, width: width + thickness, height: height + thickness };
      const line = {
        borderWidth: thickness,
        borderStyle: "solid",
        borderColor: color,
        boxSizing: "border-box",
      };
      return { type: "container", style: { ...place, ...outer, ...line }, children: [] };
    }
    case "ellipse": {
      const style = { ...place, backgroundColor: item.color, borderRadius: "50%" };
      return { type: "container", style, children: [] };
    }
    case "picture": {
      const style = { ...place, objectFit: "cover", borderRadius: item.round ? "50%" : 0 };
      return { type: "image", src: filled(item.picture, values), width, height, style };
    }
    case "qr":
      return { type: "image", src: CODE, width, height, style: place };
    case "text": {
      const { font, size, color, align } = item;
      const style = {
        ...place,
        fontFamily: `${font.family}, Inter, ${EMOJI_FAMILY}`,
        fontWeight: font.weight,
        fontSize: size,
        lineHeight: LINE_HEIGHT,
        color,
        textAlign: align,
      };
      return { type: "text", text: filled(item.text, values), style };
    }
  }
}
