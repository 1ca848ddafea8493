import type { QrLayer } from "@/lib/template/layers/qr";
import type { ShapeLayer } from "@/lib/template/layers/shape";
import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import type { LayerBase } from "@/lib/template/primitives";
import type { ResolvedGroupLayer, ResolvedImageLayer, ResolvedLayer } from "@/lib/template/resolved";

const base = (id: string): LayerBase => ({
  id,
  name: id,
  x: 0,
  y: 0,
  width: 400,
  height: 200,
  rotation: 0,
  opacity: 1,
  shadow: null,
  visible: true,
  locked: false,
  locks: [],
  tokens: {},
  hideWhenMissing: [],
  rules: [],
  bindings: [],
});

export const plainStyle: TextStyle = {
  fontFamily: "Inter",
  fontWeight: 400,
  italic: false,
  fontSize: 32,
  color: "#1a2b3c",
  letterSpacing: 0,
  underline: false,
  transform: "none",
};

export function textLayer(
  text: string,
  { style, ...rest }: Partial<Omit<TextLayer, "style">> & { style?: Partial<TextStyle> } = {},
): TextLayer {
  return {
    ...base("text"),
    type: "text",
    runs: [{ text, style: {} }],
    style: { ...plainStyle, ...style },
    direction: "auto",
    align: "left",
    verticalAlign: "top",
    lineHeight: 1.2,
    fit: "fixed",
    maxLines: 0,
    minFontSize: 8,
    phraseFallback: "",
    stroke: null,
    fill: null,
    highlight: null,
    ...rest,
  };
}

export function shapeLayer(rest: Partial<ShapeLayer> = {}): ShapeLayer {
  return {
    ...base("shape"),
    type: "shape",
    shape: "rectangle",
    fill: { kind: "solid", color: "#3366cc" },
    stroke: null,
    radius: 0,
    points: 5,
    innerRadius: 0.5,
    outline: "",
    ...rest,
  };
}

export function imageLayer(rest: Partial<ResolvedImageLayer> = {}): ResolvedImageLayer {
  return {
    ...base("image"),
    type: "image",
    source: { kind: "asset", assetId: "ast_00000001" },
    replacement: null,
    fit: "cover",
    focalX: 0.5,
    focalY: 0.5,
    zoom: 1,
    radius: 0,
    mask: "none",
    ...rest,
  };
}

export function qrLayer(text: string, rest: Partial<QrLayer> = {}): QrLayer {
  return {
    ...base("qr"),
    type: "qr",
    height: 400,
    text,
    color: "#000000",
    background: "#ffffff",
    level: "M",
    margin: 2,
    ...rest,
  };
}

export function groupLayer(
  children: ResolvedLayer[],
  rest: Partial<ResolvedGroupLayer> = {},
): ResolvedGroupLayer {
  return { ...base("group"), type: "group", masked: false, children, ...rest };
}
