import { fieldKey } from "@/lib/template/primitives";

/** Longest key, characters. */
const LONGEST = 40;

/** Keys that a new field gets before anybody named it. */
const GIVEN = /^field(?:_\d+)?$/;

/** Whether the key was never chosen by anybody. */
export function isGivenKey(key: string): boolean {
  return GIVEN.test(key);
}

/**
 * A key made of a field's name: `Straße & Nr.` becomes `strasse_nr`. Accents go, other scripts too; null when
 * nothing is left or the key cannot be.
 */
export function keyFromName(name: string): string | null {
  const key = name
    .replaceAll("ß", "ss")
    .replaceAll(/[łŁ]/g, "l")
    .replaceAll(/[øØ]/g, "o")
    .replaceAll(/[đĐ]/g, "d")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/^[_\d]+/, "")
    .slice(0, LONGEST)
    .replace(/_+$/, "");
  return fieldKey.safeParse(key).success ? key : null;
}
