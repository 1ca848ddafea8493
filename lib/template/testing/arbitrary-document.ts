import fc from "fast-check";
import { DEFAULT_FORMAT, type Field, fieldFormat, fieldType } from "../field";
import { DRAWN_SHAPES } from "../layers/drawn-shapes";
import type { TextRun } from "../layers/text";
import { type Fill, lock, type Rule, type RuleTest, ruleTest } from "../primitives";
import { type Document, type Layer, type SampleRow, SCHEMA_VERSION } from "../schema";
import { mapLayers, subtreeIds } from "../tree";
import type { Override } from "../variant";
import { arbitraryMeasures } from "./arbitrary-measures";
import { REAL_VALUES } from "./real-values";

/** Random valid documents for property tests: every layer type, nested groups, fields used and unused. */

const KEYS = ["first_name", "last_name", "company", "points", "due", "photo", "link"] as const;
const FAMILIES = ["Inter", "Poppins", "Caveat"];

const key = fc.constantFrom(...KEYS);
const colour = fc.constantFrom("#000000", "#ffffff", "#1f2937", "#ff5d8fcc", "#00000000");
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const px = (min: number, max: number) =>
  fc.integer({ min: min * 4, max: max * 4 }).map((quarter) => quarter / 4);
const words = fc.oneof(
  fc.constantFrom(...REAL_VALUES),
  fc.constantFrom("Hello ", "", "\n", " points", "{{", "}}", "{{unknown}}", "{{{{first_name}}}}"),
  key.map((name) => `{{${name}}}`),
);
const text = (max: number) => fc.array(words, { maxLength: max }).map((parts) => parts.join(""));

const fill: fc.Arbitrary<Fill> = fc.oneof(
  colour.map((color) => ({ kind: "solid" as const, color })),
  fc.record({
    kind: fc.constant("linear" as const),
    angle: fc.integer({ min: -360, max: 360 }),
    stops: fc.array(fc.record({ offset: share, color: colour }), { minLength: 2, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant("radial" as const),
    stops: fc.array(fc.record({ offset: share, color: colour }), { minLength: 2, maxLength: 4 }),
  }),
);

const test: fc.Arbitrary<RuleTest> = fc.record({
  key,
  is: fc.constantFrom(...ruleTest.shape.is.options),
  value: fc.constantFrom("", "100", "today", "now", "2026-11-21", "gold", "yes", "#ff0000", "An", "é"),
});

const BINDABLE_PATHS = [
  "visible opacity x y width height rotation radius color background source text innerRadius",
  "fill.color colors stroke.color stroke.width style.color style.fontSize fill gone constructor style.gone",
].flatMap((paths) => paths.split(" "));
const path = fc.constantFrom(...BINDABLE_PATHS);

const set = fc.oneof(
  fc.record({
    kind: fc.constant("set" as const),
    path,
    value: fc.constantFrom("#ff0000", "abc", "12", "-1e5", "50%", "1.5", "no", "yes", "ast_Abcdefgh12", ""),
  }),
  fc.record({ kind: fc.constant("set" as const), path: fc.constant("text"), value: text(2) }),
);

const rule: fc.Arbitrary<Rule> = fc.record({
  when: fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    tests: fc.array(test, { minLength: 1, maxLength: 3 }),
  }),
  then: fc.oneof(fc.constant({ kind: "show" as const }), fc.constant({ kind: "hide" as const }), set),
});

const few = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(fc.array(item, { maxLength: 0 }), fc.array(item, { maxLength: 3 }));

const base = {
  id: fc.constant("unset"),
  name: fc.constantFrom("Heading", "Ảnh đại diện", "Łódź", ""),
  x: px(-400, 1400),
  y: px(-400, 900),
  width: px(1, 900),
  height: px(1, 600),
  rotation: fc.oneof(
    fc.constantFrom(0, 0, 0, 90, 180, -90, 360),
    fc.integer({ min: -3600, max: 3600 }).map((tenth) => tenth / 10),
  ),
  opacity: fc.oneof(fc.constant(1), share),
  shadow: fc.option(fc.record({ x: px(-40, 40), y: px(-40, 40), blur: px(0, 60), color: colour })),
  visible: fc.oneof(fc.constant(true), fc.boolean()),
  locked: fc.boolean(),
  locks: fc.uniqueArray(fc.constantFrom(...lock.options), { maxLength: 2 }),
  tokens: fc.dictionary(fc.constantFrom("fill", "style.color", "style"), fc.constant("br_Abcdefgh12"), {
    maxKeys: 1,
  }),
  hideWhenMissing: fc.uniqueArray(key, { maxLength: 2 }),
  rules: few(rule),
  bindings: few(fc.record({ path, key })),
};

const style = {
  fontFamily: fc.constantFrom(...FAMILIES),
  fontWeight: fc.constantFrom(400, 700),
  italic: fc.boolean(),
  fontSize: px(1, 200),
  color: colour,
  letterSpacing: px(-4, 10),
  underline: fc.boolean(),
  transform: fc.constantFrom(
    "none" as const,
    "none" as const,
    "upper" as const,
    "lower" as const,
    "title" as const,
  ),
};
const run: fc.Arbitrary<TextRun> = fc.record({
  text: text(4),
  style: fc.record(style, { requiredKeys: [] }),
});

const leaf: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({
    ...base,
    type: fc.constant("text" as const),
    runs: fc.array(run, { minLength: 1, maxLength: 3 }),
    style: fc.record(style),
    direction: fc.constantFrom("auto" as const, "ltr" as const, "rtl" as const),
    align: fc.constantFrom(
      "left" as const,
      "center" as const,
      "right" as const,
      "start" as const,
      "end" as const,
    ),
    verticalAlign: fc.constantFrom("top" as const, "middle" as const, "bottom" as const),
    lineHeight: fc.constantFrom(1, 1.2, 1.5),
    fit: fc.constantFrom("fixed" as const, "shrink" as const, "line" as const, "ellipsis" as const),
    maxLines: fc.integer({ min: 0, max: 4 }),
    minFontSize: px(1, 20),
    phraseFallback: fc.constantFrom("", "A special offer for you!", "For {{company}}"),
    stroke: fc.option(fc.record({ color: colour, width: px(1, 20) })),
    fill: fc.option(fill),
    highlight: fc.option(
      fc.record({ color: colour, paddingX: px(0, 40), paddingY: px(0, 40), radius: px(0, 40) }),
    ),
  }),
  fc.record({
    ...base,
    type: fc.constant("image" as const),
    source: fc.oneof(
      fc.constant({ kind: "none" as const }),
      fc.constant({ kind: "asset" as const, assetId: "ast_Abcdefgh12" }),
      key.map((name) => ({ kind: "field" as const, key: name })),
    ),
    replacement: fc.option(fc.constant("ast_Replacement1")),
    fit: fc.constantFrom("cover" as const, "contain" as const),
    focalX: share,
    focalY: share,
    zoom: fc.constantFrom(1, 1, 1.5, 10),
    radius: px(0, 80),
    mask: fc.constantFrom("none" as const, "circle" as const),
  }),
  fc.record({
    ...base,
    type: fc.constant("shape" as const),
    shape: fc.constantFrom(
      "rectangle" as const,
      "ellipse" as const,
      "line" as const,
      "polygon" as const,
      "star" as const,
      "path" as const,
    ),
    outline: fc.constantFrom(
      "",
      "M0 0L24 12C20 -3 1.5 30 0 24Z",
      ...Object.values(DRAWN_SHAPES).map((each) => each.outline),
    ),
    fill: fc.option(fill),
    stroke: fc.option(
      fc.record({
        color: colour,
        width: px(1, 20),
        dash: fc.constantFrom("solid" as const, "dashed" as const, "dotted" as const),
      }),
    ),
    radius: px(0, 80),
    points: fc.integer({ min: 3, max: 12 }),
    innerRadius: share,
  }),
  fc.record({
    ...base,
    type: fc.constant("qr" as const),
    text: text(4),
    color: colour,
    background: fc.option(colour),
    level: fc.constantFrom("L" as const, "M" as const, "Q" as const, "H" as const),
    margin: fc.integer({ min: 0, max: 10 }),
  }),
  ...arbitraryMeasures({ base, text, fill, colour, share, px }),
);

const { layer } = fc.letrec<{ layer: Layer; group: Layer }>((tie) => ({
  layer: fc.oneof({ maxDepth: 3, depthSize: "small" }, leaf, leaf, tie("group")),
  group: fc.record({
    ...base,
    type: fc.constant("group" as const),
    masked: fc.constantFrom(false, false, false, true),
    children: fc.array(tie("layer"), { minLength: 1, maxLength: 3 }),
  }),
}));

const field: fc.Arbitrary<Field> = fc.record({
  key,
  label: fc.constantFrom("First name", "Prénom", ""),
  type: fc.constantFrom(...fieldType.options),
  fallback: fc.constantFrom("", "there", "https://example.com/a.png", "{{company}}"),
  format: fc.record({
    trim: fc.boolean(),
    case: fc.constantFrom(...fieldFormat.shape.case.options),
    onlyWhenOneCase: fc.boolean(),
    firstWordOnly: fc.boolean(),
    maxLength: fc.constantFrom(0, 0, 5, 40),
    prefix: fc.constantFrom("", "Mr "),
    suffix: fc.constantFrom("", "!"),
    number: fc.record({
      style: fc.constantFrom(...fieldFormat.shape.number.shape.style.options),
      currency: fc.constantFrom("USD", "EUR", "JPY", "XXX"),
      minimumDecimals: fc.integer({ min: 0, max: 6 }),
      maximumDecimals: fc.integer({ min: 0, max: 6 }),
    }),
    date: fc.constantFrom(...fieldFormat.shape.date.options),
    locale: fc.constantFrom(DEFAULT_FORMAT.locale, "de-DE", "tr-TR", "vi", "ar-EG", "en-aa-aa"),
  }),
});

/** Values for some of the fields: real ones, blanks, literal merge tags and arbitrary Unicode, broken too. */
export const arbitraryValues: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  key,
  fc.oneof(fc.constantFrom(...REAL_VALUES), fc.string({ unit: "binary" }), fc.string()),
);

const sample: fc.Arbitrary<SampleRow> = fc.record({
  id: fc.constant("unset"),
  name: fc.constantFrom("Nguyễn", "Nothing known", ""),
  values: fc.dictionary(key, fc.constantFrom(...REAL_VALUES)),
});

function numbered(layers: readonly Layer[]): Layer[] {
  let count = 0;
  return [
    ...mapLayers(layers, (item) => {
      count += 1;
      return { ...item, id: `l${count}` };
    }),
  ];
}

const canvasSide = fc.integer({ min: 1, max: 4096 });

const override: fc.Arbitrary<Override> = fc.record(
  {
    x: px(-400, 1400),
    y: px(-400, 900),
    width: px(1, 900),
    height: px(1, 600),
    rotation: fc.integer({ min: -360, max: 360 }),
    visible: fc.boolean(),
    fontSize: px(1, 200),
  },
  { requiredKeys: [] },
);

const variant = fc.record({
  id: fc.constantFrom("story", "square", "wide", "v1"),
  name: fc.constantFrom("Story", "Łódź, breit", ""),
  width: canvasSide,
  height: canvasSide,
  displayWidth: canvasSide,
  overrides: fc.array(fc.tuple(fc.nat(), override), { maxLength: 3 }),
});

/** A random document that `documentSchema` accepts. */
export const arbitraryDocument: fc.Arbitrary<Document> = fc
  .record({
    schemaVersion: fc.constant(SCHEMA_VERSION),
    width: canvasSide,
    height: canvasSide,
    displayWidth: canvasSide,
    background: fc.option(fill),
    backgroundKey: fc.option(key),
    backgroundToken: fc.option(fc.constant("br_Abcdefgh12")),
    alt: text(2),
    timeZone: fc.constantFrom("UTC", "America/Los_Angeles", "Asia/Kathmandu"),
    fields: fc.uniqueArray(field, { maxLength: KEYS.length, selector: (one) => one.key }),
    samples: fc
      .array(sample, { maxLength: 3 })
      .map((rows) => rows.map((row, index) => ({ ...row, id: `s${index + 1}` }))),
    guides: fc.array(fc.record({ axis: fc.constantFrom("x" as const, "y" as const), at: px(-100, 900) }), {
      maxLength: 2,
    }),
    layers: fc.array(layer, { maxLength: 5 }).map(numbered),
    variants: fc.uniqueArray(variant, { maxLength: 2, selector: ({ id }) => id }),
  })
  .map((doc) => {
    const ids = subtreeIds(doc.layers);
    const variants = doc.variants.map((one) => ({
      ...one,
      overrides: Object.fromEntries(
        one.overrides.flatMap(([index, override]) => {
          const id = ids[index % Math.max(1, ids.length)];
          return id === undefined ? [] : [[id, override]];
        }),
      ),
    }));
    return { ...doc, variants };
  });
