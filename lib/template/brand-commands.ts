import { BRAND_LISTS, type BrandItem, type BrandKit, type BrandList, brandKit } from "./brand";
import { withRetired } from "./retired-values";
import { sameValue } from "./same-value";

/** Changes of a brand kit: `(kit, args) => kit`, the same kit when nothing changes or the outcome would be no kit. */
export type KitChange = (kit: BrandKit) => BrandKit;

/** Puts a value at the end of its list, or at an index of it. */
export function addBrandItem(
  kit: BrandKit,
  list: BrandList,
  item: BrandItem,
  at = kit[list].length,
): BrandKit {
  return withList(kit, list, [...kit[list].slice(0, at), item, ...kit[list].slice(at)]);
}

/** Changes a value; a colour goes along into the text styles that follow it. */
export function changeBrandItem(
  kit: BrandKit,
  id: string,
  change: Readonly<Record<string, unknown>>,
): BrandKit {
  const list = listOf(kit, id);
  if (list === null || "id" in change) return kit;
  return withList(
    kit,
    list,
    kit[list].map((item) => (item.id === id ? { ...item, ...change } : item)),
  );
}

/** Takes a value away. What follows it keeps what it shows. */
export function removeBrandItem(kit: BrandKit, id: string): BrandKit {
  const list = listOf(kit, id);
  if (list === null) return kit;
  return withList(
    kit,
    list,
    kit[list].filter((item) => item.id !== id),
  );
}

/** Moves a value to another place in its list; places beyond the ends are the ends. */
export function moveBrandItem(kit: BrandKit, id: string, to: number): BrandKit {
  const list = listOf(kit, id);
  const item = list && kit[list].find((each) => each.id === id);
  if (!list || !item) return kit;
  const others: BrandItem[] = kit[list].filter((each) => each.id !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return withList(kit, list, [...others.slice(0, place), item, ...others.slice(place)]);
}

/**
 * Takes one change back and leaves what was changed since, here or by others: a value that was added goes, one that was
 * taken away comes back to its place, one that was changed is as before unless it was changed again.
 */
export function revertKit(kit: BrandKit, { before, after }: { before: BrandKit; after: BrandKit }): BrandKit {
  return BRAND_LISTS.reduce<BrandKit>((next, list) => {
    const was = new Map<string, BrandItem>(before[list].map((item) => [item.id, item]));
    const became = new Map<string, BrandItem>(after[list].map((item) => [item.id, item]));
    const kept = next[list].flatMap((item): BrandItem[] => {
      const earlier = was.get(item.id);
      if (earlier === undefined) return became.has(item.id) ? [] : [item];
      return [sameValue(item, became.get(item.id)) ? earlier : item];
    });
    const here = new Set(next[list].map(({ id }) => id));
    for (const [index, item] of before[list].entries()) {
      if (!became.has(item.id) && !here.has(item.id)) kept.splice(index, 0, item);
    }
    const isMoved = !sameValue(
      before[list].map(({ id }) => id).filter((id) => became.has(id)),
      after[list].map(({ id }) => id).filter((id) => was.has(id)),
    );
    return withList(next, list, isMoved ? inOrderOf(kept, before[list]) : kept);
  }, kit);
}

/** The items in the order of others; those that are not among them stay at the end. */
function inOrderOf(items: readonly BrandItem[], others: readonly BrandItem[]): BrandItem[] {
  const rank = new Map(others.map(({ id }, index) => [id, index]));
  return items.toSorted((a, b) => (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size));
}

/** The list that holds the value; null when none does. */
export function listOf(kit: BrandKit, id: string): BrandList | null {
  return BRAND_LISTS.find((list) => kit[list].some((item) => item.id === id)) ?? null;
}

/** A name that no other value of the list has: "Colour", "Colour 2". */
export function freeBrandName(kit: BrandKit, list: BrandList, wanted: string): string {
  const taken = new Set(kit[list].map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted} ${number}`)) return `${wanted} ${number}`;
  }
}

/** The kit with a list of other values, if that is a kit; text styles have the colours that they follow. */
function withList(kit: BrandKit, list: BrandList, items: readonly BrandItem[]): BrandKit {
  if (sameValue(kit[list], items)) return kit;
  const next = { ...kit, [list]: items };
  const colors = new Map((list === "colors" ? items : kit.colors).map((item) => [item.id, item]));
  const textStyles = (list === "textStyles" ? items : kit.textStyles).map((item) => {
    if (!("colorToken" in item) || item.colorToken === null) return item;
    const followed = colors.get(item.colorToken);
    if (followed === undefined || !("color" in followed)) return { ...item, colorToken: null };
    return { ...item, color: followed.color };
  });
  const parsed = brandKit.safeParse({ ...next, textStyles });
  return parsed.success ? withRetired(kit, parsed.data) : kit;
}
