import fc from "fast-check";
import { symbology } from "../barcode-text";
import type { BarcodeLayer } from "../layers/barcode";
import type { ChartLayer } from "../layers/chart";
import type { CountdownLayer } from "../layers/countdown";
import type { ProgressLayer } from "../layers/progress";
import { type RatingLayer, ratingSymbol } from "../layers/rating";
import type { Fill, LayerBase } from "../primitives";

/** What random documents are made of. */
export type Parts = {
  base: { [Name in keyof LayerBase]: fc.Arbitrary<LayerBase[Name]> };
  text: (max: number) => fc.Arbitrary<string>;
  fill: fc.Arbitrary<Fill>;
  colour: fc.Arbitrary<string>;
  share: fc.Arbitrary<number>;
  px: (min: number, max: number) => fc.Arbitrary<number>;
};

/** Mostly without fields, so that many layers depend on none. */
const mostly = (plain: readonly string[], withFields: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...plain) },
    { weight: 1, arbitrary: fc.constantFrom(...withFields) },
  );
const number = mostly(
  ["", "65", "4,5", "1e3", "٧٥", "-3", "{{"],
  ["{{points}}", "{{points}} of", "{{unknown}}"],
);
const list = mostly(
  ["", "12, 30, 18", "[1,2.5,-3]", "12,5; 30", "0 0", "Łódź, Nguyễn"],
  ["{{points}}", "{{points}}, {{company}}", "Łódź, {{first_name}}"],
);

/** Random layers that show numbers: progress, ratings, barcodes, charts and countdowns. */
export function arbitraryMeasures({ base, text, fill, colour, share, px }: Parts) {
  const progress: fc.Arbitrary<ProgressLayer> = fc.record({
    ...base,
    type: fc.constant("progress" as const),
    kind: fc.constantFrom("bar" as const, "ring" as const),
    value: number,
    maximum: number,
    fallbackValue: share,
    fill,
    track: fc.option(fill),
    radius: px(0, 80),
    direction: fc.constantFrom("right" as const, "left" as const, "up" as const, "down" as const),
    thickness: px(1, 80),
    startAngle: fc.integer({ min: -360, max: 360 }),
    clockwise: fc.boolean(),
    roundCaps: fc.boolean(),
  });
  const rating: fc.Arbitrary<RatingLayer> = fc.record({
    ...base,
    type: fc.constant("rating" as const),
    value: number,
    maximum: fc.integer({ min: 1, max: 10 }),
    fallbackValue: fc.integer({ min: 0, max: 20 }).map((half) => half / 2),
    step: fc.constantFrom("half" as const, "whole" as const, "exact" as const),
    symbol: fc.constantFrom(...ratingSymbol.options),
    color: colour,
    emptyColor: fc.option(colour),
    gap: px(0, 40),
  });
  const barcode: fc.Arbitrary<BarcodeLayer> = fc.record({
    ...base,
    type: fc.constant("barcode" as const),
    symbology: fc.constantFrom(...symbology.options),
    text: fc.oneof(text(2), fc.constantFrom("590123412345", "036000291452", "A-1", "{{points}}")),
    fallbackText: fc.constantFrom("", "5901234123457", "12345678901", "Ж"),
    color: colour,
    background: fc.option(colour),
    quietZone: fc.integer({ min: 0, max: 20 }),
    showText: fc.boolean(),
  });
  const chart: fc.Arbitrary<ChartLayer> = fc.record({
    ...base,
    type: fc.constant("chart" as const),
    kind: fc.constantFrom("bar" as const, "line" as const, "donut" as const),
    values: list,
    fallbackValues: fc.constantFrom("", "3, 1, 2", "none"),
    labels: list,
    colors: fc.array(colour, { minLength: 1, maxLength: 12 }),
    barGap: share,
    radius: px(0, 40),
    lineWidth: px(1, 40),
    area: fc.option(fill),
    hole: share,
    baseline: fc.constantFrom("zero" as const, "auto" as const),
    grid: fc.boolean(),
    gridColor: colour,
    style: fc.record({
      fontFamily: fc.constantFrom("Inter", "Poppins"),
      fontWeight: fc.constantFrom(400, 700),
      italic: fc.boolean(),
      fontSize: px(1, 60),
      color: colour,
    }),
  });
  const style = fc.record({
    fontFamily: fc.constantFrom("Inter", "Poppins"),
    fontWeight: fc.constantFrom(400, 700),
    italic: fc.boolean(),
    fontSize: px(1, 90),
    color: colour,
    letterSpacing: px(-4, 10),
    underline: fc.boolean(),
    transform: fc.constantFrom("none" as const, "upper" as const),
  });
  const moment = fc.constantFrom(
    "",
    "2026-11-28 12:00",
    "2027-03-28T02:30",
    "{{due}}",
    "{{unknown}} 18:00",
    "{{",
  );
  const some = fc.constantFrom(
    { days: true, hours: true, minutes: true, seconds: true },
    { days: false, hours: true, minutes: true, seconds: false },
    { days: true, hours: false, minutes: false, seconds: false },
  );
  const name = fc.constantFrom("Days", "Stunden", "ساعات", "");
  const countdown: fc.Arbitrary<CountdownLayer> = fc.record({
    ...base,
    type: fc.constant("countdown" as const),
    counts: fc.constantFrom("to_moment" as const, "from_open" as const),
    target: moment,
    timeZone: fc.constantFrom("", "Europe/Berlin", "Nowhere", "{{company}}"),
    recipient: fc.constantFrom("", "{{first_name}}", "{{first_name}} {{company}}"),
    lasts: fc.record({
      days: fc.integer({ min: 0, max: 365 }),
      hours: fc.integer({ min: 0, max: 48 }),
      minutes: fc.integer({ min: 0, max: 90 }),
    }),
    units: some,
    labels: fc.record({ days: name, hours: name, minutes: name, seconds: name }),
    labelPlace: fc.constantFrom("below" as const, "above" as const, "none" as const),
    digits: fc.constantFrom("two" as const, "plain" as const),
    separator: fc.constantFrom("", ":", " · "),
    style,
    labelStyle: fc.record({
      fontSize: px(1, 40),
      fontWeight: fc.constantFrom(400, 700),
      color: colour,
      transform: fc.constantFrom("none" as const, "upper" as const),
    }),
    boxes: fc.constantFrom("none" as const, "units" as const, "digits" as const),
    fill: fc.option(fill),
    stroke: fc.option(
      fc.record({
        color: colour,
        width: px(1, 12),
        dash: fc.constantFrom("solid" as const, "dotted" as const),
      }),
    ),
    radius: px(0, 60),
    gap: px(0, 60),
    padding: px(0, 60),
    whenOver: fc.constantFrom("zeros" as const, "phrase" as const, "picture" as const, "hidden" as const),
    phrase: fc.constantFrom("", "It is over, {{first_name}}"),
    overPicture: fc.option(fc.constant("ast_Abcdefgh12")),
  });
  return [progress, rating, barcode, chart, countdown] as const;
}
