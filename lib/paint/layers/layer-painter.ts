import type { TextLayer } from "@/lib/template/layers/text";
import type { ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolved";
import type { Bounds } from "../bounds";
import type { FontBook } from "../font-book";
import type { SatoriLike } from "../satori-like";
import type { TextLayout } from "../text-layout";
import type { TextMark } from "../text-marks";

/** A picture ready to paint. `href` is a data URI of a PNG or JPEG; `width` and `height` are its own, px. */
export type PaintImage = { href: string; width: number; height: number };

/** Finds the picture of a source; null when there is none. */
export type ImageBook = (source: ResolvedImageSource) => PaintImage | null;

/** SVG elements in the layer's own unrotated box, its top left corner the origin, and where they leave ink. */
export type Painted = {
  svg: string;
  ink: Bounds | null;
  /** Path data of an outline that holds all the ink and nothing else, where all of it is opaque. */
  outline?: string;
};

/** What painters work with. */
export type PaintContext = {
  images: ImageBook;
  fonts: FontBook;
  satori: SatoriLike;
  layoutText(layer: TextLayer): TextLayout;
  /** Takes the runs of texts, whose ink is then marked; null where nobody asks for them, and pictures stay short. */
  marks: TextMark[] | null;
  /** A child with its opacity and shadow, in its own box. */
  paintChild(layer: ResolvedLayer): Promise<Painted>;
};

/** One type of layer: paints it without opacity, shadow and place, which are the same for all types. */
export type LayerPainter<L extends ResolvedLayer> = {
  paint(layer: L, context: PaintContext): Painted | Promise<Painted>;
  /** The text layers whose fonts it needs; `ofChild` answers for a child. None when left out. */
  texts?(layer: L, ofChild: (child: ResolvedLayer) => TextLayer[]): TextLayer[];
  /** The pictures it may show, replacements included; `ofChild` answers for a child. None when left out. */
  sources?(layer: L, ofChild: (child: ResolvedLayer) => ResolvedImageSource[]): ResolvedImageSource[];
};
