import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "../../..");

/**
 * Compiles the decode child as the build does, into a folder of its own under the project's run data, from where
 * it finds its packages. Answers with the folder and how to take it away.
 */
export async function bundleDecodeChild(): Promise<{ folder: string; remove: () => Promise<void> }> {
  await mkdir(join(ROOT, ".data"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, ".data", "test-child-"));
  await build({
    entryPoints: [join(ROOT, "lib/render/decode/decode-child.ts")],
    outfile: join(folder, "decode-child.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
