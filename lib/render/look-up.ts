import type { LiveLink } from "./picture-maker";

/** What a link's sources say to an address. */
export type LookedUp = {
  /** By field; they go before values that stand in the address. */
  values: Record<string, string>;
  /** For how long they may be shown, s; null: for as long as anything. */
  seconds: number | null;
  /** Whether every source answered; where one did not, its last good answer or the fields' fallbacks stand. */
  complete: boolean;
};

/**
 * Looks values up in a link's sources. `read` gives what stands in the address under some names. Never rejects, and
 * ends by itself within the time that sources are given.
 */
export type LookUp = (
  link: LiveLink,
  read: (names: readonly string[]) => Readonly<Record<string, string>>,
) => Promise<LookedUp>;
