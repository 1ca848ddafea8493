import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@/lib/errors";

export type Migration = {
  name: string;
  sql: string;
  /** SHA-256 of the file's bytes, hex, as Prisma keeps it. */
  checksum: string;
  /** False for what Postgres runs outside transactions only, such as CREATE INDEX CONCURRENTLY. */
  transaction: boolean;
};

/** In a file's first line: apply it without a transaction. Such a file holds one statement. */
const NO_TRANSACTION = /^-- nameplate: no transaction\s*$/;

/** The migrations of a folder in Prisma's layout, `<timestamp>_<name>/migration.sql`, oldest first. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => readMigration(folder, name));
}

function readMigration(folder: string, name: string): Migration {
  const file = join(folder, name, "migration.sql");
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new AppError(
      "unavailable",
      `The migration ${name} has no migration.sql. Put the file back, or remove the folder.`,
    );
  }
  const bytes = readFileSync(file);
  const sql = bytes.toString("utf8");
  return {
    name,
    sql,
    checksum: createHash("sha256").update(bytes).digest("hex"),
    transaction: !NO_TRANSACTION.test(sql.split("\n", 1)[0] ?? ""),
  };
}
