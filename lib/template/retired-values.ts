import { type BrandKit, type BrandValue, brandValues } from "./brand";
import { LIMITS } from "./limits";

/**
 * The kit after a change, with what the change took away among its retired values, as it was last. A value that came
 * back is retired no more. Of too many the oldest are forgotten: what follows them keeps what is stored.
 */
export function withRetired(before: BrandKit, after: BrandKit): BrandKit {
  const last = new Map<string, BrandValue>();
  for (const value of [...before.retired, ...brandValues(before).values(), ...after.retired]) {
    last.set(value.id, value);
  }
  for (const id of brandValues(after).keys()) last.delete(id);
  return { ...after, retired: [...last.values()].slice(-LIMITS.brandRetired) };
}
