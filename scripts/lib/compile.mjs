import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { BUILD_DIR, ROOT } from "./project.mjs";

/** Programs and modules that plain Node runs, by the name they are compiled to. */
export const ENTRIES = {
  serve: "lib/server/serve.ts",
  worker: "lib/server/worker.ts",
  env: "lib/server/env.ts",
  postgres: "lib/server/postgres/start-postgres.ts",
  "free-port": "lib/server/postgres/free-port.ts",
  migrate: "lib/server/migrate.ts",
  seed: "prisma/run-seed.ts",
  plan: "lib/usage/run-plan.ts",
  "decode-child": "lib/render/decode/decode-child.ts",
  "paint-worker": "lib/render/engine/paint-worker.ts",
  "svg-child": "lib/render/decode/svg-child.ts",
  "font-child": "lib/render/decode/font-child.ts",
};

/**
 * Compiles entries, all unless named, to one file each in the build folder. Packages stay where they are installed. A file is
 * replaced whole, and only when it changes, so a running server never reads half of one.
 * @param {string[]} [names]
 */
export async function compileEntries(names = Object.keys(ENTRIES)) {
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => ({ in: ENTRIES[name], out: name })),
    outdir: BUILD_DIR,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT, "server-only": join(ROOT, "scripts", "empty.mjs") },
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "warning",
    write: false,
  });
  await stop();
  mkdirSync(BUILD_DIR, { recursive: true });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
}

/** @param {string} path @param {Uint8Array} contents */
function replaceFile(path, contents) {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    // It is not there yet.
  }
  const draft = join(BUILD_DIR, `.${basename(path)}.${process.pid}`);
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

/** One compiled module. @param {keyof typeof ENTRIES} name */
export function compiled(name) {
  return join(BUILD_DIR, `${name}.mjs`);
}
