import { FALLBACK_FAMILY, type FontFamily } from "@/lib/paint/font-catalogue";

/** What documents call an uploaded family. No family of the catalogue has such a name. */
const USER_FAMILY = /^f_[a-z0-9]{24}$/;

/** Whether a text is what documents call an uploaded family. */
export function isOwnFamily(name: string): boolean {
  return USER_FAMILY.test(name);
}

/**
 * The document as its workspace may paint it, with the families of its own that it names: a family that another
 * workspace uploaded, or that nobody has, becomes the fallback family. A painter serves all workspaces, so what is
 * not its own must never reach it. `load` gives the workspace's families, and is only asked where there is need.
 * `complete` is false where a family was replaced.
 */
export async function withOwnFonts<Doc extends object>(
  document: Doc,
  load: (wanted: ReadonlySet<string>) => Promise<readonly FontFamily[]>,
): Promise<{ document: Doc; families: readonly FontFamily[]; complete: boolean }> {
  const named = new Set<string>();
  collectFamilies(document, named);
  if (named.size === 0) return { document, families: [], complete: true };
  const families = (await load(named)).filter(({ family }) => named.has(family));
  const own = new Set(families.map(({ family }) => family));
  const complete = own.size === named.size;
  return { document: complete ? document : replaceFamilies(document, own), families, complete };
}

function collectFamilies(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === "fontFamily" && typeof inside === "string") {
      if (isOwnFamily(inside)) into.add(inside);
    } else collectFamilies(inside, into);
  }
}

/** A copy in which every uploaded family that is not among `own` is the fallback. */
function replaceFamilies<T>(value: T, own: ReadonlySet<string>): T {
  const copy = structuredClone(value);
  const mend = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, inside] of Object.entries(part)) {
      const isForeign = key === "fontFamily" && typeof inside === "string" && isOwnFamily(inside);
      if (isForeign && !own.has(inside)) Object.assign(part, { [key]: FALLBACK_FAMILY });
      else mend(inside);
    }
  };
  mend(copy);
  return copy;
}
