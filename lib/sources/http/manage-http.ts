import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "@/lib/server/db";
import { openSecrets, sealSecrets } from "../look-up/source-secrets";
import { announceSource, requireSourceRoom } from "../manage-sources";
import { sourceObject } from "../source-item";
import { type ChangeHttpInput, type CreateHttpInput, requireAskable, secretsAfter } from "./http-input";
import { type HttpItem, loadHttp, storedHttp } from "./http-item";

/** Makes a live source. Nothing is asked yet. */
export async function createHttp(
  scope: Scope,
  { name, config, secrets }: CreateHttpInput,
): Promise<HttpItem> {
  requireAskable(config);
  const kept = secretsAfter(config, secrets, null);
  const { workspaceId } = scope;
  return transaction(async (tx) => {
    await requireSourceRoom(tx, scope);
    const id = newId("src");
    await tx.dataSource.create({
      data: {
        id,
        workspaceId,
        name,
        kind: "http",
        config,
        secrets: sealSecrets(id, kept),
        columns: Object.keys(config.values),
        createdById: scope.userId,
      },
      select: { id: true },
    });
    await recordEvent(tx, scope, "source.create", sourceObject({ id, name }), { kind: "http" });
    return loadHttp(scope, id, tx);
  });
}

/**
 * Changes how a live source is asked and what is read from it; pictures follow within seconds, on every process. What
 * was answered before is shown no more where it may be the answer to another question.
 */
export async function changeHttp(scope: Scope, id: string, input: ChangeHttpInput): Promise<HttpItem> {
  requireAskable(input.config);
  const { workspaceId } = scope;
  return transaction(async (tx) => {
    // Two who change the same one take turns.
    await tx.$queryRaw`
      SELECT id FROM "DataSource" WHERE id = ${id} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`;
    const before = await storedHttp(scope, id, tx);
    const stored = { address: before.config.address, secrets: openSecrets(id, before.sealed) };
    const secrets = secretsAfter(input.config, input.secrets, stored);
    const isSameConfig = JSON.stringify(before.config) === JSON.stringify(input.config);
    const isSameSecrets = JSON.stringify(sorted(stored.secrets)) === JSON.stringify(sorted(secrets));
    if (isSameConfig && isSameSecrets) return loadHttp(scope, id, tx);
    await tx.dataSource.updateMany({
      where: { id, workspaceId },
      data: {
        config: input.config,
        // Sealed anew only where they are others: their sealed form is part of what an answer is kept under.
        ...(isSameSecrets ? {} : { secrets: sealSecrets(id, secrets) }),
        columns: Object.keys(input.config.values),
      },
    });
    if (!isSameSecrets || isOtherQuestion(before.config, input.config)) {
      await tx.sourceAnswer.deleteMany({ where: { sourceId: id, workspaceId } });
      await tx.sourceHealth.deleteMany({ where: { sourceId: id, workspaceId } });
    }
    await announceSource(tx, scope, id);
    const changed = [...(isSameConfig ? [] : ["how it is asked"]), ...(isSameSecrets ? [] : ["its secrets"])];
    await recordEvent(tx, scope, "source.edit", sourceObject(before), { changed });
    return loadHttp(scope, id, tx);
  });
}

function isOtherQuestion(a: ChangeHttpInput["config"], b: ChangeHttpInput["config"]): boolean {
  const question = ({ address, headers, format, row, values }: typeof a) =>
    JSON.stringify([address, headers, format, row, values]);
  return question(a) !== question(b);
}

function sorted(secrets: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1));
}
