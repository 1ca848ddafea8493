import type { BarcodeLayer } from "./layers/barcode";
import type { ChartLayer } from "./layers/chart";
import type { ResolvedCountdownLayer } from "./layers/countdown";
import type { GroupLayer } from "./layers/group";
import type { ImageLayer } from "./layers/image";
import type { ProgressLayer } from "./layers/progress";
import type { QrLayer } from "./layers/qr";
import type { RatingLayer } from "./layers/rating";
import type { ShapeLayer } from "./layers/shape";
import type { TextLayer } from "./layers/text";
import type { Fill } from "./primitives";

/** Where the picture of a resolved image layer comes from: fields have become addresses. */
export type ResolvedImageSource =
  | { kind: "none" }
  | { kind: "asset"; assetId: string }
  | { kind: "url"; url: string };

export type ResolvedImageLayer = Omit<ImageLayer, "source"> & { source: ResolvedImageSource };

export type ResolvedGroupLayer = Omit<GroupLayer, "children"> & { children: ResolvedLayer[] };

/** A layer whose texts, colours and addresses are final: nothing in it depends on a field any more. */
export type ResolvedLayer =
  | TextLayer
  | ResolvedImageLayer
  | ShapeLayer
  | QrLayer
  | BarcodeLayer
  | ProgressLayer
  | RatingLayer
  | ChartLayer
  | ResolvedCountdownLayer
  | ResolvedGroupLayer;

/** What the painter paints: a document with values in place and without the layers that are hidden. */
export type ResolvedDocument = {
  width: number;
  height: number;
  background: Fill | null;
  alt: string;
  /** Back to front. */
  layers: ResolvedLayer[];
};
