import { randomText } from "../ids";
import { workspaceSlug } from "../workspace-slug";

/** How often an address is looked for; one is taken rarely, and then a random ending settles it. */
export const SLUG_ATTEMPTS = 4;

/** The address to try for a new workspace of this name: as near to it as can be, then with a random ending. */
export function slugFor(name: string, attempt: number): string {
  const wanted = workspaceSlug(name);
  if (wanted.length >= 3 && attempt === 0) return wanted;
  return `${wanted || "workspace"}-${randomText(6)}`;
}
