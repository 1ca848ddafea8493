import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeClient } from "./write-client";

const ROOT = join(import.meta.dirname, "../../../..");
const FILE = join(ROOT, "client/api.ts");

/** As the project formats it. */
function formatted(text: string): string {
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "format", `--stdin-file-path=${FILE}`];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { input: text, cwd: ROOT });
  if (status !== 0) throw new Error(`The client could not be formatted: ${stderr}`);
  return stdout.toString("utf8");
}

test("client/api.ts is what the operations say now (RENEW_CLIENT=1 writes it anew)", () => {
  const wanted = formatted(writeClient());
  if (process.env.RENEW_CLIENT === "1") writeFileSync(FILE, wanted);
  expect(readFileSync(FILE, "utf8")).toBe(wanted);
});
