import type { TextLayer } from "@/lib/template/layers/text";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import { boundsInParent } from "./bounds";
import { createFontBook, type LoadFont } from "./font-book";
import type { FontFace, FontFamily } from "./font-catalogue";
import type { ImageBook, PaintContext, Painted } from "./layers/layer-painter";
import { paintByType, textsOf } from "./layers/painters";
import { loadFonts } from "./load-fonts";
import type { SatoriLike } from "./satori-like";
import { backgroundSvg } from "./svg/background";
import { withEffects } from "./svg/effects";
import { placed } from "./svg/placed";
import { svgDocument } from "./svg/svg-document";
import { layoutText, type TextLayout } from "./text-layout";
import type { TextMark } from "./text-marks";

export type { ImageBook, Painted, PaintImage } from "./layers/layer-painter";
export type { SatoriLike } from "./satori-like";
export type { TextLayout } from "./text-layout";
export type { TextMark } from "./text-marks";

/** Changes whenever the same document would be painted differently; part of every cache key of a picture. */
export const PAINTER_VERSION = 4;

/**
 * A layer as a picture of its own: a complete SVG document of `width` x `height` px whose top left corner lies
 * at `x`, `y` in the layer's own unrotated box. It holds the layer's shadow and opacity and all its ink, also
 * what reaches outside the box, but neither its place nor its rotation.
 */
export type LayerPicture = { svg: string; x: number; y: number; width: number; height: number };

/** Turns resolved documents into SVG; the only place that decides pixels. The same in browser and server. */
export type Painter = {
  /**
   * Makes families known beyond the catalogue, such as uploaded ones; their files are asked of `loadFont` on first
   * need. A name that was added before now means the new family; the catalogue's names cannot be taken.
   */
  addFamilies(families: readonly FontFamily[]): void;
  /** The face that texts of this style are set in, among the catalogue and the added families. */
  chooseFace(familyName: string, weight: number, italic: boolean): FontFace;
  /**
   * Loads the fonts that the texts of a document need. Rejects when one that a text asks for cannot be loaded;
   * without one that stands in for missing characters, these show as boxes until a later call gets it.
   */
  prepare(document: Pick<ResolvedDocument, "layers">): Promise<void>;
  /** Throws when the layer's fonts were not prepared. */
  layoutText(layer: TextLayer): TextLayout;
  paintLayer(layer: ResolvedLayer, images: ImageBook): Promise<LayerPicture>;
  /** A layer where it lies on the canvas, its rotation and effects included, in canvas px. */
  placeLayer(layer: ResolvedLayer, images: ImageBook): Promise<Painted>;
  /** The whole picture as an SVG document of the canvas's size; `scale` draws it so many times as large. */
  paintDocument(document: ResolvedDocument, images: ImageBook, scale?: number): Promise<string>;
  /**
   * The same picture at its own size with its texts marked (`TEXT_MARK`), for formats in which they stay texts. Its
   * ink is that of `paintDocument`.
   */
  paintPage(document: ResolvedDocument, images: ImageBook): Promise<PaintedPage>;
  /** The bytes of a font file that texts were set in, read anew: fonts that are open keep none. */
  fontFile(file: string): Promise<Uint8Array>;
};

/** A picture whose texts are known. */
export type PaintedPage = { svg: string; marks: readonly TextMark[] };

export type PainterOptions = {
  /** Gives the bytes of a font file by its catalogue path, such as `/fonts/inter/400.ttf`. */
  loadFont: LoadFont;
  satori: SatoriLike;
};

export function createPainter({ loadFont, satori }: PainterOptions): Painter {
  const fonts = createFontBook(loadFont);

  function prepare(layers: readonly ResolvedLayer[]): Promise<void> {
    return loadFonts(
      layers.flatMap((layer) => textsOf(layer)),
      fonts,
    );
  }

  async function paint(
    layer: ResolvedLayer,
    images: ImageBook,
    marks: TextMark[] | null = null,
  ): Promise<Painted> {
    const context: PaintContext = {
      images,
      fonts,
      satori,
      layoutText: (text) => layoutText(text, fonts),
      marks,
      paintChild: (child) => paint(child, images, marks),
    };
    return withEffects(await paintByType(layer, context), layer);
  }

  async function whole(
    document: ResolvedDocument,
    images: ImageBook,
    scale: number,
    marks: TextMark[] | null,
  ): Promise<string> {
    const { width, height, layers } = document;
    await prepare(layers);
    const painted = await Promise.all(
      layers.map(async (layer) => placed((await paint(layer, images, marks)).svg, layer)),
    );
    const content = backgroundSvg(document) + painted.join("");
    return svgDocument({ x: 0, y: 0, width, height }, content, scale);
  }

  return {
    addFamilies: fonts.addFamilies,
    chooseFace: fonts.chooseFace,
    prepare: ({ layers }) => prepare(layers),
    layoutText: (layer) => layoutText(layer, fonts),
    async paintLayer(layer, images) {
      await prepare([layer]);
      return picture(await paint(layer, images));
    },
    async placeLayer(layer, images) {
      await prepare([layer]);
      const { svg, ink } = await paint(layer, images);
      return { svg: placed(svg, layer), ink: ink && boundsInParent(ink, layer) };
    },
    paintDocument: (document, images, scale = 1) => whole(document, images, scale, null),
    async paintPage(document, images) {
      const marks: TextMark[] = [];
      return { svg: await whole(document, images, 1, marks), marks };
    },
    fontFile: loadFont,
  };
}

/** Clear margin around the ink, px: a turned picture's edges are then drawn by its paths, not by its frame. */
const MARGIN = 1;

/** Bounds on whole pixels, so that a raster of the picture falls on the pixels of the canvas. */
function picture({ svg, ink }: Painted): LayerPicture {
  const x = Math.floor(ink?.left ?? 0) - MARGIN;
  const y = Math.floor(ink?.top ?? 0) - MARGIN;
  const width = Math.ceil(ink?.right ?? 0) + MARGIN - x;
  const height = Math.ceil(ink?.bottom ?? 0) + MARGIN - y;
  return { svg: svgDocument({ x, y, width, height }, svg), x, y, width, height };
}
