import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "./db";
import { lineOfText } from "./line-of-text";

export const workspaceInput = z.strictObject({ name: lineOfText(80, "Enter a name for the workspace.") });

/** Renames the workspace; its address stays, since links to it are in people's bookmarks. */
export async function renameWorkspace(scope: Scope, name: string): Promise<{ slug: string; name: string }> {
  return db().workspace.update({
    where: { id: scope.workspaceId },
    data: { name },
    select: { slug: true, name: true },
  });
}
