import { randomText } from "@/lib/accounts/ids";
import { db } from "@/lib/server/db";
import { LONGEST_KEY, readTableRow, rowKeyHash } from "@/lib/server/source-reads";
import { isEmailDigest } from "../look-up/email-digests";
import type { TableConfig } from "../look-up/table-config";

type Form = {
  workspaceId: string;
  sourceId: string;
  byAddress: boolean;
  config: TableConfig;
  source: { filling: number };
};

/** What the answers' row is found by: what the address said, where the form goes by that, or a key of its own. */
export async function keyOf(form: Form, said: string): Promise<string> {
  if (said === "") return randomText(24);
  if (form.config.keyKind !== "email" || !isEmailDigest(said)) return said;
  const place = { workspaceId: form.workspaceId, sourceId: form.sourceId, filling: form.source.filling };
  const cells = await readTableRow(place, rowKeyHash(form.sourceId, said), "alias");
  const { columns } = await db().dataSource.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: form.workspaceId, id: form.sourceId } },
    select: { columns: true },
  });
  return cells?.[columns.indexOf(form.config.keyColumn)]?.trim() || said;
}

/** Whose row the address says it is; empty where the form does not go by that. */
export function saidBy(form: Form, id: string): string {
  return form.byAddress ? spelled(id.slice(0, LONGEST_KEY).replaceAll("\0", "").trim(), form.config) : "";
}

/** A sender that encodes nothing writes the plus of an e-mail address as it is, which is read as a space. */
function spelled(id: string, { keyKind }: TableConfig): string {
  return keyKind === "email" && id.includes("@") ? id.replaceAll(" ", "+") : id;
}
