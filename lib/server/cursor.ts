import { z } from "zod";

/** Where a page of a list ended: the time it is sorted by, and the id that settles ties. */
export type Cursor = { at: Date; id: string };

const shape = z.tuple([z.number().int().min(0).max(8.64e15), z.string().regex(/^[A-Za-z0-9_]{1,60}$/)]);

/** A cursor as an opaque text for addresses. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString("base64url");
}

/** Reads what `writeCursor` wrote; a text that is no cursor does not pass. */
export const cursorText = z
  .string()
  .max(200)
  .transform((text, context): Cursor => {
    try {
      const [at, id] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
      return { at: new Date(at), id };
    } catch {
      context.addIssue("Take the cursor from the answer before, unchanged.");
      return z.NEVER;
    }
  });
