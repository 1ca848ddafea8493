import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "./db";
import { lineOfText } from "./line-of-text";

export const workspaceInput = z.strictObject({ name: lineOfText(80, "Enter a name for the workspace.") });

/** Renames the workspace; its address stays, since links to it are in people's bookmarks. */
export async function renameWorkspace(scope: Scope, name: string): Promise<{ slug: string; name: string }> {
  return transaction(async (tx) => {
    const id = scope.workspaceId;
    const before = await tx.workspace.findUniqueOrThrow({ where: { id }, select: { name: true } });
    const workspace = await tx.workspace.update({
      where: { id },
      data: { name },
      select: { slug: true, name: true },
    });
    if (before.name !== name) {
      const object = { kind: "workspace", id, name };
      await recordEvent(tx, scope, "workspace.edit", object, { from: before.name, to: name });
    }
    return workspace;
  });
}
