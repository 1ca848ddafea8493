import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "@/lib/server/postgres/free-port";

/** The walk over who gets what, over HTTP: at the server under test, and at the same build without its proxy. */

const ROOT = join(import.meta.dirname, "..");
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

/** The project as it is built, in a folder of its own, with no proxy in its build. */
function withoutProxy(folder: string): void {
  for (const name of ["node_modules", "public", "client", "package.json", "next.config.ts", "scripts"]) {
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  const built = join(ROOT, ".next");
  cpSync(built, join(folder, ".next"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== join(built, "cache"),
  });
  const server = join(folder, ".next/server");
  const functions = join(server, "functions-config-manifest.json");
  const { functions: others, ...rest } = JSON.parse(readFileSync(functions, "utf8"));
  const { "/_middleware": proxy, ...kept } = others;
  const edge = JSON.parse(readFileSync(join(server, "middleware-manifest.json"), "utf8"));
  if (proxy === undefined && Object.keys(edge.middleware).length === 0)
    throw new Error("The build has no proxy where one was looked for.");
  writeFileSync(functions, JSON.stringify({ ...rest, functions: kept }));
  writeFileSync(
    join(server, "middleware-manifest.json"),
    JSON.stringify({ ...edge, middleware: {}, sortedMiddleware: [] }),
  );
  rmSync(join(server, "middleware.js"), { force: true });
}

function run(args: string[], env: NodeJS.ProcessEnv, cwd = ROOT) {
  const child: ChildProcess = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (part: Buffer) => {
      said += part;
    });
  }
  const ended = new Promise<number>((done) => child.once("exit", (code) => done(code ?? -1)));
  return { child, ended, said: () => said };
}

test("who gets what is the same with the proxy and without it", async () => {
  // Thousands of requests beside other tests: only what hangs ends here.
  test.setTimeout(30 * 60_000);
  const folder = mkdtempSync(join(tmpdir(), "nameplate-bare-"));
  const settings: Record<string, string> = JSON.parse(process.env.SERVER_SETTINGS ?? "{}");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  withoutProxy(folder);
  const env = {
    ...process.env,
    ...settings,
    NODE_ENV: "production" as const,
    PORT: String(port),
    LOG_LEVEL: "error",
  };
  const bare = run([NEXT, "start", folder, "--port", String(port), "--hostname", "localhost"], env, folder);
  try {
    await expect(async () => expect((await fetch(`${origin}/sign-in`)).status).toBe(200)).toPass({
      timeout: 60_000,
    });
    const { NODE_OPTIONS: _, ...plain } = process.env;
    const walk = run([VITEST, "run", "--project", "served"], {
      ...plain,
      // BASE_URL is a word of the runner's own.
      BUILT_URL: process.env.BASE_URL,
      BARE_URL: origin,
      NODE_ENV: "test",
    });
    const code = await walk.ended;
    expect(code, `${walk.said().slice(-8000)}\n\n${bare.said().slice(-2000)}`).toBe(0);
    expect(Number(/Tests .*?(\d+) passed/.exec(walk.said())?.[1])).toBeGreaterThan(60);
  } finally {
    bare.child.kill();
    await bare.ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
