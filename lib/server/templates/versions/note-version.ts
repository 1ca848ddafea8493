import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../../db";
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
  const { count } = await db().templateVersion.updateMany({
    where: oneVersion(scope, templateId, number),
    data: { note },
  });
  if (count === 0) throw await missing(scope, templateId, number);
  return { number, note };
}
