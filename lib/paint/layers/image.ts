import type { ResolvedImageLayer, ResolvedImageSource } from "@/lib/template/resolved";
import { placePicture } from "../picture-place";
import type { SatoriElement } from "../satori-like";
import { escapeXml } from "../svg/escape-xml";
import { px } from "../svg/numbers";
import { standInImage } from "../svg/stand-in-image";
import type { ImageBook, LayerPainter, PaintImage } from "./layer-painter";

/** satori's finest grid: hundredths of a px. */
const POINTS_PER_PX = 100;

/** satori masks every image with a white rectangle of the image's own box, which changes nothing but the time. */
const IDLE_MASK = /<mask id="(satori_om-id[^"]*)"><rect [^>]*fill="#fff"\/><\/mask>/g;

/**
 * A picture in its box: CSS `object-fit`, `object-position` from the focal point, zoom about it, corner radius, or an
 * ellipse that fills the box as mask (a circle in a square box). Without a picture the replacement stands in; without
 * either nothing is painted.
 */
export const imagePainter: LayerPainter<ResolvedImageLayer> = {
  async paint(layer, { images, satori }) {
    const image = pictureOf(layer, images);
    if (!image) return { svg: "", ink: null };
    const { width, height } = layer;
    // satori needs only the picture's size; a stand-in spares it decoding and copying the bytes.
    const src = standInImage(image.width, image.height);
    const element: SatoriElement = {
      type: "img",
      key: null,
      props: {
        src,
        style: {
          width,
          height,
          objectFit: layer.fit,
          objectPosition: `${layer.focalX * 100}% ${layer.focalY * 100}%`,
          borderRadius: layer.mask === "circle" ? "50%" : layer.radius,
        },
      },
    };
    const document = await satori(element, { width, height, fonts: [], pointScaleFactor: POINTS_PER_PX });
    const svg = enlarged(innerSvg(document), layer, image)
      .replace(IDLE_MASK, "")
      .replace(/ mask="url\(#satori_om-id[^"]*\)"/g, "")
      .replaceAll("satori_", `${layer.id}.`)
      .replaceAll(src, () => escapeXml(image.href));
    return { svg, ink: { left: 0, top: 0, right: width, bottom: height } };
  },
  sources: (layer) => [layer.source, ...replacementOf(layer)],
};

/** The place that satori gives a picture. */
const PLACE = /<image x="[^"]*" y="[^"]*" width="[^"]*" height="[^"]*"/;

/** satori knows no zoom: an enlarged picture is put where it belongs, under the outline that satori cut. */
function enlarged(svg: string, layer: ResolvedImageLayer, image: PaintImage): string {
  if (layer.zoom === 1) return svg;
  const { x, y, width, height } = placePicture(layer, image);
  return svg.replace(PLACE, `<image x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`);
}

function pictureOf(layer: ResolvedImageLayer, images: ImageBook): PaintImage | null {
  for (const source of [layer.source, ...replacementOf(layer)]) {
    const picture = images(source);
    if (picture) return picture;
  }
  return null;
}

function replacementOf({ replacement }: ResolvedImageLayer): ResolvedImageSource[] {
  return replacement === null ? [] : [{ kind: "asset", assetId: replacement }];
}

/** What stands inside the outermost element. */
function innerSvg(document: string): string {
  return document.slice(document.indexOf(">") + 1, document.lastIndexOf("</svg>"));
}
