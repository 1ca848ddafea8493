import { z } from "zod";
import { LIMITS } from "./limits";
import { isOneLine, isPlainText } from "./plain-text";
import { safeTimeZone } from "./safe-time-zone";

/** A coordinate or a signed length, px. */
export const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate);

/** A side of a box, px. Never zero: a layer always has something to take hold of. */
export const side = z.number().min(1).max(LIMITS.coordinate);

/** A share from 0 to 1. */
export const share = z.number().min(0).max(1);

/** Colour as `#rrggbb` or `#rrggbbaa`, lower case. */
export const colour = z.string().regex(/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/);

/** Text of one or several lines, at most `max` UTF-16 units. Whatever no database or font can take is refused. */
export const plainText = (max: number) =>
  z.string().max(max).refine(isPlainText, "Control characters and broken characters cannot stand in text.");

/** Degrees, clockwise. */
export const angle = z.number().min(-360).max(360);

/** Identifier of a layer or a sample row inside one document. */
export const localId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Identifier of a stored asset. */
export const assetId = z.string().regex(/^ast_[A-Za-z0-9]{8,40}$/);

/**
 * Key of a field: starts with a letter, then letters, digits and underscores, lower case. Keys that end in
 * 64 are taken by the base64 twins of a link; the rest of the exclusions keep plain objects safe.
 */
export const FIELD_KEY = /^[a-z][a-z0-9_]{0,39}$/;
const RESERVED_KEYS = new Set(["constructor", "prototype"]);
export const fieldKey = z
  .string()
  .regex(
    FIELD_KEY,
    "A key starts with a letter and has at most 40 lower-case letters, digits and underscores, such as first_name.",
  )
  .refine((key) => !key.endsWith("64"), "A key cannot end in 64: links use that ending for base64 values.")
  .refine((key) => !RESERVED_KEYS.has(key), "This key is reserved. Choose another, such as company_name.");

/** Whether the text can be a field's key: what `fieldKey` says, without the cost of a schema. */
export function isFieldKey(text: string): boolean {
  return FIELD_KEY.test(text) && !text.endsWith("64") && !RESERVED_KEYS.has(text);
}

/** A name people give: one line, without characters that turn the direction of what stands around it. */
export const displayName = z
  .string()
  .max(LIMITS.name)
  .refine(isOneLine, "A name is one line without control characters.");

export const gradientStop = z.strictObject({ offset: share, color: colour });
const stops = z.array(gradientStop).min(2).max(LIMITS.gradientStops);

/** What fills an area. Angles are CSS angles: 0 points up, 90 to the right. */
export const fill = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("solid"), color: colour }),
  z.strictObject({ kind: z.literal("linear"), angle, stops }),
  z.strictObject({ kind: z.literal("radial"), stops }),
]);
export type Fill = z.infer<typeof fill>;

/** Line drawn along an outline, centred on it. Width in px. */
export const stroke = z.strictObject({
  color: colour,
  width: z.number().min(0.1).max(200),
  dash: z.enum(["solid", "dashed", "dotted"]),
});
export type Stroke = z.infer<typeof stroke>;

/** Drop shadow of a whole layer. Offsets in canvas px, blur as the CSS blur radius. */
export const shadow = z.strictObject({
  x: coordinate,
  y: coordinate,
  blur: z.number().min(0).max(LIMITS.blur),
  color: colour,
});
export type Shadow = z.infer<typeof shadow>;

/** A property of a layer: names joined by dots, such as `style.color`. */
export const propertyPath = z
  .string()
  .max(60)
  .regex(/^[A-Za-z]+(?:\.[A-Za-z]+)*$/, "A path to a property is names joined by dots, such as style.color.");

/** A time zone by its IANA name. */
export const timeZone = z
  .string()
  .max(60)
  .refine((name) => safeTimeZone(name) === name, "A time zone has a name such as UTC or Europe/Berlin.");

/** What a rule asks of a field; see `rules.ts` for what each means. */
export const ruleTest = z.strictObject({
  key: fieldKey,
  is: z.enum([
    "present",
    "missing",
    "equals",
    "not_equals",
    "contains",
    "not_contains",
    "greater",
    "less",
    "before",
    "after",
  ]),
  /** What the field's value is compared with; `present` and `missing` compare with nothing. */
  value: plainText(LIMITS.testValue),
});
export type RuleTest = z.infer<typeof ruleTest>;

/** A condition on values, and what it does to the layer while it holds. Conditions are flat: none holds another. */
export const rule = z.strictObject({
  when: z.strictObject({
    match: z.enum(["all", "any"]),
    tests: z.array(ruleTest).min(1).max(LIMITS.tests),
  }),
  then: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("show") }),
    z.strictObject({ kind: z.literal("hide") }),
    z.strictObject({
      kind: z.literal("set"),
      path: propertyPath,
      value: plainText(LIMITS.ruleValue),
    }),
  ]),
});
export type Rule = z.infer<typeof rule>;

/** A property that takes the value of a field. */
export const binding = z.strictObject({ path: propertyPath, key: fieldKey });
export type Binding = z.infer<typeof binding>;

/** A line across the canvas that layers snap to: `x` stands upright at `at` px from the left, `y` lies from the top. */
export const guide = z.strictObject({ axis: z.enum(["x", "y"]), at: coordinate });
export type Guide = z.infer<typeof guide>;

/** Identifier of a value in a workspace's brand kit. */
export const brandToken = z.string().regex(/^br_[A-Za-z0-9]{8,40}$/);

/** An aspect of a layer that is kept as it is: where it stands, how it looks, what it says, that it is there. */
export const lock = z.enum(["position", "style", "content", "delete"]);
export type Lock = z.infer<typeof lock>;

/**
 * What every layer has. `x`, `y` are the top left corner of the unrotated box inside the parent (the canvas
 * or a group); `rotation` is in degrees, clockwise, about the centre of the box.
 */
export const layerBase = {
  id: localId,
  name: displayName,
  x: coordinate,
  y: coordinate,
  width: side,
  height: side,
  rotation: angle,
  opacity: share,
  shadow: shadow.nullable(),
  visible: z.boolean(),
  /** Out of reach of the pointer and of every change but unlocking. */
  locked: z.boolean(),
  /** Aspects that are kept as they are. */
  locks: z.array(lock).max(lock.options.length),
  /**
   * Properties that follow the brand kit, by path; `style` follows a text style. The layer holds the value itself as
   * well: the kit is put in when a draft is opened, and a published version needs none.
   */
  tokens: z.record(propertyPath, brandToken),
  /** Field keys; the layer is hidden when any of them has no value. */
  hideWhenMissing: z.array(fieldKey).max(LIMITS.fields),
  /** Conditions that show, hide or change the layer: hiding wins over showing, of two that set a property the later. */
  rules: z.array(rule).max(LIMITS.rules),
  /** Properties that take the values of fields; later ones win, and rules win over them. */
  bindings: z.array(binding).max(LIMITS.bindings),
};

export type LayerBase = z.infer<z.ZodObject<typeof layerBase>>;
