import type { ResolveContext } from "../layer-entry";
import { placeholderKeys, replacePlaceholders } from "../placeholders";
import { safeTimeZone } from "../safe-time-zone";
import type { CountdownLayer, CountdownShown, ResolvedCountdownLayer } from "./countdown";
import { endOf, momentIn } from "./countdown-moment";
import { countdownParts } from "./countdown-parts";

/**
 * The countdown as it is at the moment of the context; null, so left out, where it is to be hidden once it is over, and
 * where the moment it counts to cannot be read: nothing is said to be over that nobody knows the end of. In the design
 * itself it is there in any case.
 */
export function resolveCountdown(
  layer: CountdownLayer,
  context: ResolveContext,
): ResolvedCountdownLayer | null {
  const { counts, target, timeZone, recipient, lasts, units, labels, digits, ...look } = layer;
  const { whenOver, phrase, overPicture, ...rest } = look;
  const end = endFor(layer, context);
  const left = end === null || context.now === null ? null : end - context.now;
  if (left === null || left <= 0) {
    const shown = context.inDesign ? undefined : left === null ? null : whatIsOver(layer, context);
    if (shown === null) return null;
    if (shown) return { ...rest, shown };
  }
  const { parts, lasts: stays } = countdownParts(left ?? 0, (unit) => units[unit]);
  if (left !== null && left > 0 && context.now !== null) context.changes(context.now + stays);
  const written = parts.map(({ unit, count }) => ({
    unit,
    digits: digits === "two" ? String(count).padStart(2, "0") : String(count),
    label: labels[unit],
  }));
  return { ...rest, shown: { kind: "digits", units: written } };
}

/** What stands there once it is over: undefined for zeros, null for nothing. */
function whatIsOver(
  { whenOver, phrase, overPicture }: CountdownLayer,
  context: ResolveContext,
): CountdownShown | null | undefined {
  switch (whenOver) {
    case "zeros":
      return undefined;
    case "phrase":
      return { kind: "phrase", text: replacePlaceholders(phrase, context.shown) };
    case "picture":
      return overPicture === null ? null : { kind: "picture", assetId: overPicture };
    case "hidden":
      return null;
  }
}

/** The moment it counts to, ms since 1970; null where that is not known. */
function endFor(layer: CountdownLayer, context: ResolveContext): number | null {
  if (layer.counts === "from_open") {
    if (context.now === null) return null;
    const recipient = recipientOf(layer, context);
    const began = recipient === null ? null : context.opened(recipient);
    return endOf(began ?? context.now, layer.lasts);
  }
  let locale = "en-US";
  const target = replacePlaceholders(layer.target, (key, raw) => {
    const plain = context.plain(key, raw);
    locale = plain.locale;
    return plain.text;
  });
  return momentIn(target, locale, zoneFor(layer, context));
}

/** The zone that the layer names, else the document's. */
function zoneFor({ timeZone }: CountdownLayer, context: ResolveContext): string {
  const name = replacePlaceholders(timeZone, (key, raw) => context.plain(key, raw).text).trim();
  return name !== "" && safeTimeZone(name) === name ? name : context.timeZone;
}

/** Who opens the picture, as the layer tells recipients apart; null where a field of it has no value. */
export function recipientOf(
  { counts, recipient }: CountdownLayer,
  context: Pick<ResolveContext, "missing" | "plain">,
): string | null {
  if (counts !== "from_open" || placeholderKeys(recipient).some(context.missing)) return null;
  const name = replacePlaceholders(recipient, (key, raw) => context.plain(key, raw).text).trim();
  return name === "" || placeholderKeys(recipient).length === 0 ? null : name.toLowerCase();
}
