import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A random secret of 32 bytes (base64url) made once and kept in the folder, readable by its owner only.
 * Two processes that ask at once get the same one: the file appears whole, under its name, or not at all.
 */
export function keptSecret(dataDir: string, name = "secret"): string {
  // The bundler would else take the whole project for this program's data.
  const file = join(/*turbopackIgnore: true*/ dataDir, name);
  const found = read(file);
  if (found !== null) return found;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const kept = read(file);
  if (kept === null) throw new Error(`${file} is empty; remove it, and a new secret is made.`);
  return kept;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
