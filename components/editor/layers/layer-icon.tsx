import {
  Barcode,
  ChartColumn,
  Circle,
  Gauge,
  Group,
  Image,
  type LucideIcon,
  Minus,
  Pentagon,
  QrCode,
  Shapes,
  Square,
  Star,
  StarHalf,
  Timer,
  Type,
} from "lucide-react";
import type { ShapeKind } from "@/lib/template/layers/shape";
import type { Layer, LayerType } from "@/lib/template/schema";

const SHAPES: Record<ShapeKind, LucideIcon> = {
  rectangle: Square,
  ellipse: Circle,
  line: Minus,
  polygon: Pentagon,
  star: Star,
  path: Shapes,
};

const TYPES: Record<LayerType, LucideIcon> = {
  text: Type,
  image: Image,
  shape: Square,
  qr: QrCode,
  barcode: Barcode,
  progress: Gauge,
  rating: StarHalf,
  chart: ChartColumn,
  countdown: Timer,
  group: Group,
};

/** What kind of layer it is, as a picture; decorative, the row's name says it too. */
export function LayerIcon({ layer, className = "size-3.5" }: { layer: Layer; className?: string }) {
  const Icon = layer.type === "shape" ? SHAPES[layer.shape] : TYPES[layer.type];
  return <Icon aria-hidden className={className} />;
}
