import { toVersion2 } from "./migrations/to-2";
import { toVersion3 } from "./migrations/to-3";
import { toVersion4 } from "./migrations/to-4";
import { SCHEMA_VERSION } from "./schema";

/** A stored document of an old version: its shape is known only to the migration that lifts it. */
export type StoredDocument = Readonly<Record<string, unknown>>;

/** Lifts a document from version `to - 1` to `to`. Pure; may meet damaged documents and must not throw on them. */
export type Migration = { to: number; up: (stored: StoredDocument) => StoredDocument };

/** Every step since version 1, in order. Once released, a step never changes. */
export const MIGRATIONS: readonly Migration[] = checkSequence(
  [toVersion2, toVersion3, toVersion4],
  SCHEMA_VERSION,
);

/** The migrations, if they lead from version 1 to `version` without a gap; else an Error that names the gap. */
export function checkSequence(migrations: readonly Migration[], version: number): readonly Migration[] {
  const steps = migrations.map(({ to }) => to);
  const expected = Array.from({ length: version - 1 }, (_, index) => index + 2);
  if (steps.length !== expected.length || steps.some((to, index) => to !== expected[index])) {
    throw new Error(
      `Expected migrations to versions [${expected.join(", ")}] in order, got [${steps.join(", ")}]. ` +
        "Each version from 2 on has exactly one.",
    );
  }
  return migrations;
}

export type Migrated = {
  stored: StoredDocument;
  /** `future` was written by a newer release and is read as far as it is understood; `none` has no readable version. */
  version: "current" | "future" | "none";
};

/** Lifts a stored document to the present version. One without a version is taken as of version 1. */
export function migrate(
  stored: StoredDocument,
  migrations: readonly Migration[] = MIGRATIONS,
  current: number = SCHEMA_VERSION,
): Migrated {
  const found = stored.schemaVersion;
  const isVersion = typeof found === "number" && Number.isInteger(found) && found >= 1;
  const from = isVersion ? found : 1;
  if (from > current) return { stored: { ...stored, schemaVersion: current }, version: "future" };
  const lifted = migrations
    .filter(({ to }) => to > from)
    .reduce<StoredDocument>((document, { to, up }) => ({ ...up(document), schemaVersion: to }), stored);
  return {
    stored: isVersion ? lifted : { ...lifted, schemaVersion: current },
    version: isVersion ? "current" : "none",
  };
}
