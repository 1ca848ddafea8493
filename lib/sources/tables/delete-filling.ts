import { db } from "@/lib/server/db";
import { DELETE_STEP, deleteInSteps } from "@/lib/server/delete-in-steps";
import type { FillingPlace } from "./put-rows";

/** Deletes a filling that nobody reads, a step at a time, and may be begun again. Gives how many rows it had. */
export async function deleteFilling(
  { workspaceId, sourceId, filling }: FillingPlace,
  step = DELETE_STEP,
): Promise<number> {
  const rows = await deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "DataRow" WHERE "sourceId" = ${sourceId} AND filling = ${filling} AND "workspaceId" = ${workspaceId}
        AND "keyHash" IN (
          SELECT "keyHash" FROM "DataRow" WHERE "sourceId" = ${sourceId} AND filling = ${filling} LIMIT ${step})`,
  );
  await deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "DataAlias" WHERE "sourceId" = ${sourceId} AND filling = ${filling} AND "workspaceId" = ${workspaceId}
        AND "aliasHash" IN (
          SELECT "aliasHash" FROM "DataAlias" WHERE "sourceId" = ${sourceId} AND filling = ${filling} LIMIT ${step})`,
  );
  await db().dataFilling.deleteMany({ where: { workspaceId, sourceId, filling } });
  return rows;
}
