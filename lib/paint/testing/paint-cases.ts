import { DRAWN_SHAPES } from "@/lib/template/layers/drawn-shapes";
import type { ResolvedLayer } from "@/lib/template/resolved";
import { groupLayer, imageLayer, qrLayer, shapeLayer, textLayer } from "./layers";
import { MASK_CASES } from "./mask-cases";
import { MEASURE_CASES } from "./measure-cases";

const sunset = [
  { offset: 0, color: "#ff5500" },
  { offset: 0.4, color: "#ffcc0080" },
  { offset: 1, color: "#220066" },
];
const shadow = { x: 6, y: 8, blur: 12, color: "#00000088" };

/** Layers of every type in the states that differ in how they are painted. */
export const PAINT_CASES: Record<string, ResolvedLayer> = {
  "text: a name": textLayer("Nguyễn Thị Minh Khai"),
  "text: apostrophe, bold": textLayer("Seán O'Neil", { style: { fontWeight: 700, fontSize: 57.5 } }),
  "text: Łódź, italic": textLayer("Łódź", { style: { fontFamily: "Playfair Display", italic: true } }),
  "text: Щёголева, fallback font": textLayer("VIP Щёголева", { style: { fontFamily: "Bebas Neue" } }),
  "text: long company, shrink": textLayer("Donaudampfschifffahrtsgesellschaft AG & Co. KG", {
    fit: "shrink",
    style: { fontFamily: "Montserrat", fontWeight: 800, fontSize: 72 },
  }),
  "text: one line": textLayer("Thank you for 1,250 points, Seán O'Neil!", {
    fit: "line",
    style: { fontSize: 90 },
  }),
  "text: cut words": textLayer("Donaudampfschifffahrtsgesellschaft", { width: 90, style: { fontSize: 40 } }),
  "text: centred, bottom, underlined": textLayer("Two lines\nof text", {
    align: "center",
    verticalAlign: "bottom",
    style: { underline: true, fontFamily: "Lora" },
  }),
  "text: runs": textLayer("", {
    runs: [
      { text: "Dear ", style: {} },
      { text: "Łódź", style: { fontSize: 70, color: "#cc0033cc", fontWeight: 800 } },
      { text: " & friends", style: { fontFamily: "Caveat", letterSpacing: 3 } },
    ],
  }),
  "text: right to left": textLayer("שלום Anna 250", { align: "right", style: { fontFamily: "Open Sans" } }),
  "text: Arabic, at the start of its lines": textLayer("السلام عليكم، Anna (250)\n123", {
    align: "start",
    style: { letterSpacing: 4, underline: true },
  }),
  "text: Indic scripts": textLayer("नमस्ते क्षत्रिय বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල"),
  "text: scripts without spaces": textLayer("สวัสดีครับคุณสมชาย ສະບາຍດີ សួស្តី မင်္ဂလာပါ", { width: 150 }),
  "text: Japanese": textLayer("「山田太郎」さん、こんにちは。", { width: 150, style: { fontWeight: 700 } }),
  "text: Chinese and Korean": textLayer("你好，안녕하세요。", { direction: "rtl" }),
  "text: emoji": textLayer("👨‍👩‍👧‍👦👍🏽 🇵🇱 1️⃣ ❤️ ☎ © a🎉b", { style: { letterSpacing: 2, fontSize: 40 } }),
  "text: ellipsis": textLayer("Thank you for 1,250 points, Seán O'Neil, and come again soon!", {
    fit: "ellipsis",
    maxLines: 2,
  }),
  "text: ellipsis, right to left": textLayer("שלום עולם, זה טקסט ארוך מאוד שלא נכנס לתוך הקופסה", {
    fit: "ellipsis",
    height: 40,
    align: "end",
  }),
  "text: stroke": textLayer("Outline 🎉", {
    stroke: { color: "#cc003388", width: 9 },
    style: { fontSize: 70, fontWeight: 800 },
  }),
  "text: gradient and stroke": textLayer("", {
    runs: [
      { text: "Over ", style: { underline: true } },
      { text: "all 👍", style: { color: "#00ff00", fontSize: 80 } },
    ],
    fill: { kind: "linear", angle: 70, stops: sunset },
    stroke: { color: "#112233", width: 3 },
  }),
  "text: highlight": textLayer("Two lines\n\nof different length", {
    align: "center",
    verticalAlign: "middle",
    highlight: { color: "#ffee0099", paddingX: 12, paddingY: 5, radius: 9 },
  }),
  "text: transform": textLayer("", {
    runs: [
      { text: "straße ", style: { transform: "upper" } },
      { text: "jean-luc ", style: { transform: "title", fontSize: 50 } },
      { text: "ÉCOLE", style: { transform: "lower" } },
    ],
  }),
  "text: missing glyph": textLayer("a\u{10ffff}b\ue000"),
  "text: blank": textLayer(" "),
  "text: literal tag": textLayer("*|FNAME|* <b>&amp;</b>"),
  "text: shadow and opacity": textLayer("Shadow", { shadow, opacity: 0.6, style: { fontSize: 80 } }),
  "rectangle: solid": shapeLayer(),
  "rectangle: rounded, gradient": shapeLayer({
    radius: 40,
    fill: { kind: "linear", angle: 30, stops: sunset },
  }),
  "rectangle: dashed": shapeLayer({ fill: null, stroke: { color: "#112233", width: 6, dash: "dashed" } }),
  "ellipse: radial": shapeLayer({ shape: "ellipse", fill: { kind: "radial", stops: sunset } }),
  "ellipse: shadow": shapeLayer({ shape: "ellipse", shadow, opacity: 0.5 }),
  "line: dotted": shapeLayer({ shape: "line", stroke: { color: "#aa0000", width: 8, dash: "dotted" } }),
  "polygon: gradient": shapeLayer({
    shape: "polygon",
    points: 6,
    fill: { kind: "linear", angle: -110.5, stops: sunset },
  }),
  "star: stroke": shapeLayer({
    shape: "star",
    points: 7,
    innerRadius: 0.4,
    stroke: { color: "#000000", width: 5, dash: "solid" },
  }),
  "path: heart": shapeLayer({ shape: "path", outline: DRAWN_SHAPES.heart.outline }),
  "path: icon": shapeLayer({
    shape: "path",
    outline: "M4 14L12 2L20 14M12 2L12 22C8 22 6 20 6 18",
    fill: null,
    stroke: { color: "#0f766e", width: 12, dash: "solid" },
    rotation: 12,
  }),
  "image: cover, focal point, radius": imageLayer({ focalX: 0.1, focalY: 0.9, radius: 24 }),
  "image: contain": imageLayer({ fit: "contain" }),
  "image: circle": imageLayer({ width: 200, mask: "circle", shadow }),
  "image: zoom": imageLayer({ focalX: 0.3, focalY: 1, zoom: 2.4, radius: 30 }),
  "image: zoom, all of it": imageLayer({ fit: "contain", focalX: 0, zoom: 1.5, mask: "circle" }),
  "image: none": imageLayer({ source: { kind: "none" } }),
  "qr: address": qrLayer("https://example.com/?name=Nguyễn&points=250"),
  "qr: small, no background": qrLayer("O'Neil", { width: 20, height: 30, background: null, level: "H" }),
  "qr: too long": qrLayer("x".repeat(1500)),
  ...MEASURE_CASES,
  ...MASK_CASES,
  "group: rotated children": groupLayer(
    [
      {
        ...shapeLayer({ shape: "star", fill: { kind: "radial", stops: sunset } }),
        id: "a",
        x: 20,
        rotation: 15,
      },
      { ...textLayer("Łódź", { style: { fontSize: 90 } }), id: "b", x: 60.5, y: 40.25, rotation: -8 },
      { ...groupLayer([{ ...imageLayer({ radius: 9 }), id: "d" }], { opacity: 0.7, rotation: 45 }), id: "c" },
    ],
    { opacity: 0.8, shadow },
  ),
};
