/** Characters at the end of a name that tell one sheet from another, and open neither. */
const HINT = 4;

/**
 * What a sheet is called, and what it is told from others by. Its address is kept nowhere: whoever has that may read the
 * sheet.
 */
export function sheetName(address: string): { name: string; sourceName: string } {
  const { hostname, pathname } = new URL(address);
  const isGoogle = hostname === "docs.google.com";
  const steps = pathname.split("/").filter((step) => step !== "");
  // Of a Google Sheet it stands before `pub` or `export`.
  const last = (isGoogle ? steps.at(-2) : steps.at(-1)) ?? "";
  const name = isGoogle ? "Google Sheet" : hostname;
  return { name, sourceName: last.length > 2 * HINT ? `${name} …${last.slice(-HINT)}` : name };
}
