import { z } from "zod";

/** Parts of our addresses. Anything else in their place is an address where nothing is. */
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);

export const workspaceParams = z.object({ workspace: slug });
export const itemParams = z.object({ workspace: slug, id });
/** A version is named by its number within the template. */
export const versionParams = z.object({
  workspace: slug,
  id,
  number: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .transform(Number),
});
/** A row of a list is named by its number, from 1. */
export const rowParams = versionParams;
export const idParams = z.object({ id });
