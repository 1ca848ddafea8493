import { z } from "zod";
import { outline } from "@/lib/template/outline";

/** Written by scripts/make-icons.mjs; not asked for before somebody looks for an icon. */
const ADDRESS = "/icons/lucide.json";

const iconFile = z.object({
  licence: z.string(),
  icons: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

export type Icon = {
  /** As the set names it: `shopping-cart`. */
  name: string;
  /** As people read it: "Shopping cart". */
  label: string;
  /** Lines in a square of OUTLINE_SIDE. */
  outline: string;
  /** Everything it is found by, lower case, with a space before each word. */
  words: string;
};

let known: Promise<readonly Icon[]> | null = null;

/** Every icon of the set, loaded once a page. Rejects with a sentence; the next call tries again. */
export function loadIcons(): Promise<readonly Icon[]> {
  known ??= fetchIcons().catch((error) => {
    known = null;
    throw error;
  });
  return known;
}

async function fetchIcons(): Promise<readonly Icon[]> {
  const response = await fetch(ADDRESS).catch(() => null);
  const parsed = iconFile.safeParse(response?.ok ? await response.json().catch(() => null) : null);
  if (!parsed.success) throw new Error("The icons did not load. Check your connection and try again.");
  return iconsOf(parsed.data.icons);
}

/** The icons of the file's rows; what no layer could hold is left out. */
export function iconsOf(rows: readonly (readonly [string, string, string])[]): readonly Icon[] {
  return rows
    .filter(([, data]) => outline.safeParse(data).success)
    .map(([name, data, more]) => ({
      name,
      label: name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " "),
      outline: data,
      words: ` ${name} ${more}`.replaceAll("-", " ").toLowerCase(),
    }));
}

/**
 * The icons that every word of the search begins a word of, those first whose own name begins with it; all of them, in
 * the set's order, for no words.
 */
export function searchIcons(icons: readonly Icon[], search: string): readonly Icon[] {
  const wanted = search
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean);
  const [first] = wanted;
  if (first === undefined) return icons;
  const found = icons.filter(({ words }) => wanted.every((word) => words.includes(` ${word}`)));
  const rank = ({ name }: Icon) => (name === wanted.join("-") ? 0 : name.startsWith(first) ? 1 : 2);
  return found.toSorted((one, other) => rank(one) - rank(other));
}
