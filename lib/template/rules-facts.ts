import { type FieldLookup, readValues } from "./field-lookup";
import { LIMITS } from "./limits";
import { localTime } from "./local-time";
import { type Facts, holds } from "./rules";
import type { Document, Layer } from "./schema";

/** What the rules of a document may ask for one picture. `now` is in milliseconds since 1970. */
export function factsOf({ given }: FieldLookup, { timeZone }: Document, now: number | undefined): Facts {
  let left: number = LIMITS.testsAPicture;
  return {
    given,
    clock: now === undefined ? null : { moment: now, local: localTime(now, timeZone) },
    spend() {
      left -= 1;
      return left >= 0;
    },
  };
}

/** Which of a layer's rules hold for a row of values, in their order. */
export function rulesHolding(
  doc: Document,
  layer: Layer,
  values: Readonly<Record<string, string>>,
  now: number,
): boolean[] {
  const facts = factsOf(readValues(doc.fields, values, new Set()), doc, now);
  return layer.rules.map(({ when }) => holds(when, facts));
}
