import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { ChildName } from "../decode/child-entry";

const ROOT = join(import.meta.dirname, "../../..");

/**
 * Compiles children as the build does, into a folder of their own under the project's run data, from where they find
 * their packages. Answers with the folder and how to take it away.
 */
export async function bundleChildren(
  ...names: ChildName[]
): Promise<{ folder: string; remove: () => Promise<void> }> {
  await mkdir(join(ROOT, ".data"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, ".data", "test-child-"));
  await build({
    entryPoints: names.map((name) => ({ in: join(ROOT, `lib/render/decode/${name}.ts`), out: name })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT },
    logLevel: "error",
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
