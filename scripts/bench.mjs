import { spawn } from "node:child_process";
import { join } from "node:path";
import { BUILD_DIR, ROOT } from "./lib/project.mjs";

// Compiles the benchmark and runs it: npm run bench [-- rounds]
const { build } = await import("esbuild");
const program = join(BUILD_DIR, "paint-bench.mjs");
await build({
  absWorkingDir: ROOT,
  entryPoints: ["bench/paint-bench.ts"],
  outfile: program,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  alias: { "@": ROOT },
  logLevel: "warning",
});
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
