import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "../../db";
import { templateObject } from "../template-object";
import { missing, oneVersion } from "./find-version";
import { versionNote } from "./version-note";

export const noteVersionInput = z.strictObject({ note: versionNote });

/** Says something else of a version. What it shows never changes. */
export async function noteVersion(
  scope: Scope,
  templateId: string,
  number: number,
  note: string,
): Promise<{ number: number; note: string }> {
  const where = oneVersion(scope, templateId, number);
  const found = await transaction(async (tx) => {
    const version = await tx.templateVersion.findFirst({
      where,
      select: { note: true, template: { select: { id: true, name: true, projectId: true } } },
    });
    await tx.templateVersion.updateMany({ where, data: { note } });
    if (version && version.note !== note) {
      const details = { version: number, from: version.note, to: note };
      await recordEvent(tx, scope, "version.edit", templateObject(version.template), details);
    }
    return version;
  });
  if (!found) throw await missing(scope, templateId, number);
  return { number, note };
}
