import { createDocument } from "@/lib/template/create-document";
import type { Document, Layer } from "@/lib/template/schema";
import { field, image, qr, shape, solid, text } from "@/lib/template/starters/build";
import { type Item, LINE_HEIGHT, type Scene } from "./scene";

/** A scene as a document of ours. `assetOf` names the stored pictures, where they are not called as in the scene. */
export function documentOf(scene: Scene, assetOf = (name: string) => name): Document {
  const { width, height, background, fields, items } = scene;
  return {
    ...createDocument({ width, height, displayWidth: width / 2 }),
    background: solid(background),
    fields: fields.map(({ key, type }) => field(key, key, { type })),
    layers: items.map((item, index) => layerOf(item, `item${index}`, assetOf)),
  };
}

function layerOf(item: Item, id: string, assetOf: (name: string) => string): Layer {
  const place = { id, name: id, ...item.box };
  switch (item.kind) {
    case "rectangle":
      return shape(place, "rectangle", { fill: solid(item.color), radius: item.radius });
    case "frame": {
      const stroke = { color: item.color, width: item.thickness, dash: "solid" as const };
      return shape(place, "rectangle", { fill: null, stroke });
    }
    case "ellipse":
      return shape(place, "ellipse", { fill: solid(item.color) });
    case "picture": {
      const key = /^\{\{(\w+)\}\}$/.exec(item.picture)?.[1];
      return image(place, {
        source: key ? { kind: "field", key } : { kind: "asset", assetId: assetOf(item.picture) },
        mask: item.round ? "circle" : "none",
      });
    }
    case "qr":
      return qr(place, item.text, { margin: 0 });
    case "text": {
      const { font, size, color, align } = item;
      return text(place, item.text, {
        align,
        lineHeight: LINE_HEIGHT,
        style: { fontFamily: font.family, fontWeight: font.weight, fontSize: size, color },
      });
    }
  }
}
