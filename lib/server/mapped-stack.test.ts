import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createStackMapper } from "./mapped-stack";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stack-"));
  writeFileSync(
    join(folder, "source.ts"),
    "type A = 1;\n\nexport function fail(): A {\n  throw new Error('x');\n}\n",
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stack of the fault in a file that was built with its map in it, beside it, or without one. */
async function stackOf(name: string, sourcemap: "inline" | "linked" | false): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  const entryPoints = [join(folder, "source.ts")];
  await build({ entryPoints, outfile, format: "esm", sourcemap, minify: true, logLevel: "silent" });
  const column = readFileSync(outfile, "utf8").indexOf("Error(") + 1;
  return `Error: x\n    at r (${pathToFileURL(outfile).href}:1:${column})\n    at node:internal/timers:581:17`;
}

it.each(["inline", "linked"] as const)(
  "tells the line of the source, its map being %s",
  async (sourcemap) => {
    const stack = await stackOf(sourcemap, sourcemap);
    expect(createStackMapper([folder], () => 0)(stack)).toMatch(/source\.ts:4:\d+/);
  },
);

it("leaves alone what has no map, or one that cannot be read", async () => {
  const mapped = createStackMapper([folder], () => 0);
  const stack = await stackOf("bare", false);
  expect(mapped(stack)).toBe(stack);
  await stackOf("broken", "linked");
  writeFileSync(join(folder, "broken.mjs.map"), "{");
  const place = `at x (${join(folder, "broken.mjs")}:1:40)`;
  expect(mapped(place)).toBe(place);
  expect(mapped("at x (node:internal/timers:581:17)\nat /nowhere.js:1:2")).toContain("/nowhere.js:1:2");
});

it("reads nothing that a message only names", async () => {
  const mapped = createStackMapper([folder], () => 0);
  await stackOf("outside", "inline");
  const elsewhere = createStackMapper([join(folder, "deeper")], () => 0);
  const column = readFileSync(join(folder, "outside.mjs")).indexOf("Error(") + 1;
  for (const place of [
    "/dev/zero:1:1",
    `${folder}/../../dev/zero:1:1`,
    `${folder}/deeper/../outside.mjs:1:${column}`,
    "file:///%zz:1:1",
    "file://host/x.js:1:1",
  ]) {
    expect(elsewhere(`Error: ${place}`)).toBe(`Error: ${place}`);
  }
  expect(mapped(`Error: ${folder}/outside.mjs:1:${column}`)).toContain("source.ts:4");
});

it("reads few maps a minute, however many files faults are of", async () => {
  await stackOf("many", "inline");
  const built = readFileSync(join(folder, "many.mjs"));
  const column = built.indexOf("new Error") + 1;
  let now = 0;
  const mapped = createStackMapper([folder], () => now);
  const isMapped = Array.from({ length: 25 }, (_, at) => {
    const file = join(folder, `many-${at}.mjs`);
    writeFileSync(file, built);
    return mapped(`at ${file}:1:${column}`).includes("source.ts:4");
  });
  expect(isMapped).toEqual(Array.from({ length: 25 }, (_, at) => at < 20));
  now = 60_000;
  expect(mapped(`at ${join(folder, "many-24.mjs")}:1:${column}`)).toContain("source.ts:4");
});
