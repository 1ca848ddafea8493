import { z } from "zod";
import { seal, unseal } from "@/lib/server/sealed-secret";

const stored = z.record(z.string(), z.string());

/** Secrets for the database, bound to their source. */
export function sealSecrets(sourceId: string, secrets: Readonly<Record<string, string>>): string | null {
  return Object.keys(secrets).length === 0 ? null : seal("source", sourceId, JSON.stringify(secrets));
}

/** Secrets of a source by their names; none where they do not open. */
export function openSecrets(sourceId: string, sealed: string | null): Record<string, string> {
  const plain = sealed === null ? null : unseal("source", sourceId, sealed);
  return plain === null ? {} : stored.parse(JSON.parse(plain));
}
