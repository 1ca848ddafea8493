/** A list that no host is on, where an empty one would let every host through: RFC 2606 gives `.invalid` to nobody. */
export const NO_HOSTS: readonly string[] = ["none.invalid"];

/** The hosts that are on both lists of patterns, an empty one standing for every host; `NO_HOSTS` where none is. */
export function narrowHosts(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const shared = one.flatMap((first) => other.flatMap((second) => narrower(first, second)));
  return shared.length === 0 ? NO_HOSTS : [...new Set(shared)];
}

/** Of two patterns, the one that the other covers. */
function narrower(one: string, other: string): string[] {
  if (covers(one, other)) return [other];
  return covers(other, one) ? [one] : [];
}

function covers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  return (
    wide.startsWith("*.") && narrow.replace(/^\*\./, "x.").endsWith(wide.slice(1)) && narrow !== wide.slice(2)
  );
}
