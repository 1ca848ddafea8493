import { hasBars, type Symbology } from "@/lib/template/barcode-text";
import { type BarcodeLayer, barcodeShown } from "@/lib/template/layers/barcode";
import { LIMITS } from "@/lib/template/limits";
import type { BarcodeShape } from "../barcode/encode-barcode";
import { colourAttributes } from "../svg/colour";
import { px } from "../svg/numbers";
import { type Label, labelLayer, paintLabels } from "./label";
import type { LayerPainter } from "./layer-painter";
import { moduleSize, moduleStart } from "./modules";

/** Size of the text below bars as a share of the box's height, and its line as a multiple of that. */
const TEXT_SHARE = 0.16;
const TEXT_LINE = 1.25;

/** Room above and below bars as a share of that beside them: readers cross them from side to side. */
const ABOVE = 1 / 3;

/**
 * A barcode as large as fits the box, in its middle. Modules are whole pixels where there is room for that, so that
 * they are sharp; the background fills the whole box. What cannot be held leaves the background alone.
 */
export const barcodePainter: LayerPainter<BarcodeLayer> = {
  async paint(layer, context) {
    const { width, height } = layer;
    const box = { left: 0, top: 0, right: width, bottom: height };
    const card = layer.background
      ? `<rect width="${px(width)}" height="${px(height)}" ${colourAttributes("fill", layer.background)}/>`
      : "";
    const content = barcodeShown(layer);
    if (content === null) return { svg: card, ink: card === "" ? null : box };
    const { encodeBarcode } = await import("../barcode/encode-barcode");
    const shape = encodeBarcode(layer.symbology, content);
    const { data, label } = shape.kind === "bars" ? bars(shape, layer, content) : areas(shape, layer);
    const text = await paintLabels(label ? [label] : [], context);
    const code = `<path fill-rule="evenodd" ${colourAttributes("fill", layer.color)} d="${data}"/>`;
    return { svg: card + code + text.svg, ink: box };
  },
  texts(layer) {
    const content = barcodeShown(layer);
    const label = content === null ? null : textBelow(layer, content, 0, layer.width);
    return label ? [labelLayer(label)] : [];
  },
};

type Drawn = { data: string; label: Label | null };

function bars(shape: BarcodeShape & { kind: "bars" }, layer: BarcodeLayer, content: string): Drawn {
  const size = moduleSize(layer.width / (shape.width + 2 * layer.quietZone));
  const left = moduleStart(layer.width, shape.width, size);
  const label = textBelow(layer, content, left, shape.width * size);
  const top = Math.min(Math.round(layer.quietZone * size * ABOVE), Math.floor(layer.height / 4));
  const bottom = Math.floor(label ? label.y : layer.height - top);
  const data = shape.bars
    .map(
      ({ x, width }) =>
        `M${px(left + x * size)} ${px(top)}h${px(width * size)}V${px(bottom)}h-${px(width * size)}z`,
    )
    .join("");
  return { data, label };
}

function areas(shape: BarcodeShape & { kind: "areas" }, layer: BarcodeLayer): Drawn {
  const size = moduleSize(
    Math.min(
      layer.width / (shape.width + 2 * layer.quietZone),
      layer.height / (shape.height + 2 * layer.quietZone),
    ),
  );
  const left = moduleStart(layer.width, shape.width, size);
  const top = moduleStart(layer.height, shape.height, size);
  const data = shape.outlines
    .map((points) => points.map(([x, y]) => `${px(left + x * size)} ${px(top + y * size)}`).join("L"))
    .map((points) => `M${points}z`)
    .join("");
  return { data, label: null };
}

/** What the code says, below its bars and no wider; null where that is not asked for. */
function textBelow(layer: BarcodeLayer, content: string, x: number, width: number): Label | null {
  if (!layer.showText || !hasBars(layer.symbology)) return null;
  const fontSize = Math.min(LIMITS.fontSizeMax, Math.max(LIMITS.fontSizeMin, layer.height * TEXT_SHARE));
  const height = fontSize * TEXT_LINE;
  return {
    id: `${layer.id}.text`,
    text: spaced(layer.symbology, content),
    x,
    y: layer.height - height,
    width: Math.max(1, width),
    height,
    align: "center",
    style: { fontFamily: "JetBrains Mono", fontWeight: 400, italic: false, fontSize, color: layer.color },
  };
}

/** Digits of goods in the groups that are printed on them. */
function spaced(kind: Symbology, content: string): string {
  if (kind === "ean13") return content.replace(/^(\d)(\d{6})(\d{6})$/, "$1 $2 $3");
  if (kind === "upca") return content.replace(/^(\d)(\d{5})(\d{5})(\d)$/, "$1 $2 $3 $4");
  return content;
}
