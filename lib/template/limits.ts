/** Limits of a document. The schema enforces them; the editor and the API name them in their messages. */
export const LIMITS = {
  /** Largest canvas side, px. */
  canvasSide: 4096,
  /** Largest canvas area, px. */
  canvasArea: 16_777_216,
  /** Layers in a document, groups and their children counted. */
  layers: 200,
  /** Nesting of groups; a layer outside any group has depth 1. */
  groupDepth: 8,
  /** Largest magnitude of a coordinate or a side, px. */
  coordinate: 32_768,
  fontSizeMin: 1,
  fontSizeMax: 1000,
  /** Shadow blur radius, px. */
  blur: 100,
  /** UTF-16 units of text in one layer, and of values in it before no further one is put in place. */
  layerText: 20_000,
  runs: 200,
  /** Characters of a shape's own outline. */
  outline: 8000,
  fields: 50,
  sampleRows: 100,
  gradientStops: 12,
  /** Rules of one layer, and bindings of one layer. */
  rules: 20,
  bindings: 20,
  /** Tests of one rule. */
  tests: 10,
  /** UTF-16 units of what a test compares with, and of what a rule sets. */
  testValue: 500,
  ruleValue: 2000,
  /** Tests of rules that are looked at for one picture; those beyond do not hold. */
  testsAPicture: 10_000,
  /** Lines drawn from the rulers. */
  guides: 50,
  /** Values of a workspace's brand kit, of each kind. */
  brandColors: 60,
  brandGradients: 30,
  brandFonts: 12,
  brandTextStyles: 40,
  brandLogos: 24,
  /** Values that a kit remembers after they were deleted. */
  brandRetired: 500,
  /** Other sizes of a document. */
  variants: 12,
  /** UTF-16 units of a field value, a fallback or a sample value. */
  value: 4096,
  name: 120,
  /** UTF-16 units of the picture's alternative text. */
  alt: 500,
  /** UTF-16 units of a QR layer's text before values are in place. */
  qrText: 2000,
  /** UTF-16 units of a barcode's text before values are in place. */
  barcodeText: 1000,
  /** Bytes of UTF-8 in a Data Matrix or PDF417 code, characters in a Code 128. */
  barcodeBytes: 500,
  code128Length: 80,
  /** UTF-16 units of a text that is read as one number. */
  numberText: 200,
  /** UTF-16 units of a text that is read as a moment, a time zone or a recipient. */
  momentText: 200,
  /** UTF-16 units of a chart's lists, the numbers and labels in one, its colours. */
  chartText: 2000,
  chartItems: 60,
  chartColors: 12,
  /** Graphemes of a field value that are shown. */
  valueGraphemes: 1000,
  /** Bytes of UTF-8 in the QR payload. */
  qrBytes: 1000,
  /** Bytes of a stored document as JSON. */
  documentBytes: 1_000_000,
  /** Depth of a stored document as JSON. */
  jsonDepth: 32,
} as const;
