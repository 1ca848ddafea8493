import type { BarcodeLayer } from "@/lib/template/layers/barcode";
import type { ChartLayer } from "@/lib/template/layers/chart";
import type { ProgressLayer } from "@/lib/template/layers/progress";
import type { RatingLayer } from "@/lib/template/layers/rating";
import { ENTRIES } from "@/lib/template/registry";
import type { ResolvedLayer } from "@/lib/template/resolved";

const CANVAS = { width: 1000, height: 600 };
const BOX = { x: 0, y: 0, width: 400, height: 200 };

export function progressLayer(rest: Partial<ProgressLayer> = {}): ProgressLayer {
  return { ...ENTRIES.progress.create("progress", CANVAS), ...BOX, ...rest };
}

export function ratingLayer(rest: Partial<RatingLayer> = {}): RatingLayer {
  return { ...ENTRIES.rating.create("rating", CANVAS), ...BOX, ...rest };
}

export function barcodeLayer(text: string, rest: Partial<BarcodeLayer> = {}): BarcodeLayer {
  return { ...ENTRIES.barcode.create("barcode", CANVAS), ...BOX, text, ...rest };
}

export function chartLayer(values: string, rest: Partial<ChartLayer> = {}): ChartLayer {
  return { ...ENTRIES.chart.create("chart", CANVAS), ...BOX, values, ...rest };
}

const blend = {
  kind: "linear" as const,
  angle: 90,
  stops: [
    { offset: 0, color: "#22c55e" },
    { offset: 1, color: "#ef444480" },
  ],
};
const shadow = { x: 4, y: 4, blur: 6, color: "#00000066" };
const weeks = Array.from({ length: 30 }, (_, index) => `Week ${index + 1}`).join(", ");
const many = Array.from({ length: 30 }, (_, index) => (index * 7) % 23).join(" ");

/** Layers that show numbers, in the states that differ in how they are painted. */
export const MEASURE_CASES: Record<string, ResolvedLayer> = {
  "progress: bar, gradient": progressLayer({ height: 30, fill: blend, track: blend }),
  "progress: bar, hardly begun": progressLayer({ height: 30, value: "2", radius: 15 }),
  "progress: bar upwards, straight": progressLayer({ direction: "up", roundCaps: false, radius: 60 }),
  "progress: empty, no track": progressLayer({ value: "0", track: null }),
  "progress: ring": progressLayer({ kind: "ring", thickness: 24, fill: blend, shadow }),
  "progress: ring, backwards, straight": progressLayer({
    kind: "ring",
    clockwise: false,
    startAngle: -75.5,
    roundCaps: false,
    track: null,
  }),
  "progress: ring without a hole": progressLayer({ kind: "ring", thickness: 4096, value: "40" }),
  "rating: half a star": ratingLayer(),
  "rating: hearts, exact, see-through": ratingLayer({
    symbol: "heart",
    step: "exact",
    value: "3.28",
    color: "#ef444480",
    emptyColor: "#ef444420",
    opacity: 0.7,
  }),
  "rating: circles, wide gaps, no empty ones": ratingLayer({
    symbol: "circle",
    gap: 4000,
    maximum: 3,
    emptyColor: null,
  }),
  "barcode: Code 128": barcodeLayer("Ticket Nº 7-é"),
  "barcode: EAN-13": barcodeLayer("590123412345", { symbology: "ean13" }),
  "barcode: UPC-A, no text": barcodeLayer("036000291452", { symbology: "upca", showText: false }),
  "barcode: Data Matrix": barcodeLayer("https://example.com/Łódź", {
    symbology: "datamatrix",
    background: null,
  }),
  "barcode: PDF417": barcodeLayer("Nguyễn, 250 points", { symbology: "pdf417", quietZone: 2 }),
  "barcode: smaller than its modules": barcodeLayer("O'Neil", { width: 30, height: 12 }),
  "barcode: nothing it can hold": barcodeLayer("Щёголева", { fallbackText: "Ж" }),
  "chart: bars below and above": chartLayer("12, -30, 18, 42", {
    radius: 500,
    colors: ["#112233", "#ff550080"],
  }),
  "chart: bars, labels": chartLayer("12, 30, 18", { labels: "Łódź, Nguyễn, שלום", grid: true }),
  "chart: many bars and labels": chartLayer(many, { labels: weeks }),
  "chart: line, area": chartLayer("102; 104,5; 99", {
    kind: "line",
    baseline: "auto",
    area: blend,
    lineWidth: 9,
  }),
  "chart: line of one": chartLayer("7", { kind: "line", labels: "" }),
  "chart: donut, legend": chartLayer("1 2 3 4", { kind: "donut", labels: "One, Two, Łódź, Four", shadow }),
  "chart: donut without a hole": chartLayer("5", { kind: "donut", labels: "", hole: 0 }),
  "chart: no numbers": chartLayer("none"),
};
