export type Place = { left: number; top: number; width: number };

/**
 * Where a key leads in a grid of places, in reading order; null when the key means nothing here or there is nothing
 * that way. Up and down go to the place of the next row that is nearest.
 */
export function gridStep(places: readonly Place[], from: number, key: string): number | null {
  const last = places.length - 1;
  const here = places[from];
  if (!here) return null;
  const within = (index: number) => (index >= 0 && index <= last ? index : null);
  switch (key) {
    case "ArrowLeft":
      return within(from - 1);
    case "ArrowRight":
      return within(from + 1);
    case "Home":
      return from === 0 ? null : 0;
    case "End":
      return from === last ? null : last;
    case "ArrowUp":
      return nearest(places, here, (top) => top < here.top, Math.max);
    case "ArrowDown":
      return nearest(places, here, (top) => top > here.top, Math.min);
    default:
      return null;
  }
}

function nearest(
  places: readonly Place[],
  here: Place,
  isThatWay: (top: number) => boolean,
  closest: (...tops: number[]) => number,
): number | null {
  const row = closest(...places.filter(({ top }) => isThatWay(top)).map(({ top }) => top));
  const middle = ({ left, width }: Place) => left + width / 2;
  const away = (place: Place) => Math.abs(middle(place) - middle(here));
  let found: number | null = null;
  for (const [index, place] of places.entries()) {
    if (place.top !== row) continue;
    const best = found === null ? undefined : places[found];
    if (best === undefined || away(place) < away(best)) found = index;
  }
  return found;
}
