/** Whole pixels of a picture; `right` and `bottom` are exclusive. */
export type Region = { left: number; top: number; right: number; bottom: number };

/** What two regions share; null when nothing. */
export function intersection(a: Region, b: Region): Region | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

/** The smallest region around both. */
export function union(a: Region, b: Region): Region {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

export function areaOf({ left, top, right, bottom }: Region): number {
  return (right - left) * (bottom - top);
}

/** Regions that cover at least the same pixels and share none: those that overlap become one. */
export function disjoint(regions: readonly Region[]): Region[] {
  const apart: Region[] = [];
  for (const region of regions) {
    let merged = region;
    // What has grown may reach what it did not reach before.
    for (let index = 0; index < apart.length; ) {
      const other = apart[index];
      if (other && intersection(other, merged)) {
        merged = union(other, merged);
        apart.splice(index, 1);
        index = 0;
      } else index += 1;
    }
    apart.push(merged);
  }
  return apart;
}
