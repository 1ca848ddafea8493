import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { foldText } from "../fold-text";
import type { Prisma } from "../generated/prisma/client";

const tagRows = z.array(z.object({ tag: z.string() }));

/** Whether two tags are one, accents and case aside. */
export function isSameTag(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}

/**
 * How each of these tags is written on the pictures of the workspace, deleted ones too. Compared here, not in the
 * database: how well that knows other alphabets depends on how it was set up. The different tags of a workspace are few.
 */
export async function spellingsOf(
  client: Pick<Prisma.TransactionClient, "$queryRaw">,
  { workspaceId }: Scope,
  tags: readonly string[],
): Promise<string[][]> {
  if (tags.length === 0) return [];
  const known = tagRows.parse(
    await client.$queryRaw`SELECT DISTINCT unnest("tags") AS tag FROM "Asset" WHERE "workspaceId" = ${workspaceId}`,
  );
  return tags.map((tag) => known.flatMap((each) => (isSameTag(each.tag, tag) ? [each.tag] : [])));
}
