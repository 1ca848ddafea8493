const words = (text: string) => new Set(text.trim().split(/\s+/));

/**
 * Elements that draw, define what is drawn, or group it. Nothing that runs, loads, moves or embeds another language
 * is here, nor filters whose cost grows with the square of a number in the file.
 */
export const ELEMENTS = words(`
  svg g defs symbol use switch style
  path rect circle ellipse line polyline polygon image
  text tspan textPath
  clipPath mask pattern marker linearGradient radialGradient stop
  filter feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feDropShadow
  feFlood feGaussianBlur feMerge feMergeNode feOffset
`);

/** Elements whose reference may lead to another place in the same file. */
export const REFERRING = words("use textPath pattern linearGradient radialGradient");

/** Elements that hold text. */
export const TEXTUAL = words("text tspan textPath style");

/** Attributes without a namespace. Their values are judged as well. */
export const ATTRIBUTES = words(`
  id class style type media transform
  x y x1 y1 x2 y2 cx cy fx fy fr r rx ry d points width height viewBox preserveAspectRatio pathLength dx dy rotate
  textLength lengthAdjust startOffset
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset opacity color display visibility overflow paint-order vector-effect
  mix-blend-mode isolation shape-rendering text-rendering image-rendering color-interpolation
  color-interpolation-filters clip-path clip-rule clipPathUnits mask mask-type maskUnits maskContentUnits
  font font-family font-size font-style font-weight font-stretch font-variant letter-spacing word-spacing
  text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction
  unicode-bidi
  gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity
  patternUnits patternContentUnits patternTransform
  marker marker-start marker-mid marker-end markerUnits markerWidth markerHeight refX refY orient
  filter filterUnits primitiveUnits in in2 result mode values k1 k2 k3 k4 operator stdDeviation edgeMode
  flood-color flood-opacity tableValues slope intercept amplitude exponent
`);

const LOCAL_REFERENCE = /url\(\s*(["']?)#[^\s"'()\\]+\1\s*\)/gi;
const REACHES_OUT = /url\s*\(|[@\\]|\b(?:image|image-set|src|cross-fade|element|expression)\s*\(/i;

/**
 * Whether a style sheet, a declaration or a value stays inside its file: `url(#id)` and nothing else that loads, no
 * at-rules, and no escapes that could spell either.
 */
export function staysInside(css: string): boolean {
  return !REACHES_OUT.test(css.replace(LOCAL_REFERENCE, ""));
}
