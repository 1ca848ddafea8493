import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./project.mjs";

/** Below these, packages have holes that are known and that we stand in front of. */
const FLOORS = { next: "16.3.4", "next-auth": "4.24.15", sharp: "0.35.5", nodemailer: "7.0.7" };

type Lockfile = { packages: Record<string, { version?: string }> };

/** Every copy of a package that would be installed below its floor, also one that another package brings along. */
function tooOld({ packages }: Lockfile): string[] {
  return Object.entries(FLOORS).flatMap(([name, floor]) => {
    const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    if (copies.length === 0) return [`${name} is not there`];
    return copies
      .filter(([, { version = "" }]) => !isAtLeast(version, floor))
      .map(([path, { version }]) => `${path} is ${version}, and has to be ${floor} or newer`);
  });
}

/** Compares figure by figure. What comes before a release, such as `7.0.7-beta.1`, is older than that release. */
function isAtLeast(version: string, floor: string): boolean {
  const [release = "", before] = version.split("+")[0]?.split(/-(.*)/) ?? [];
  const figures = release.split(".").map(Number);
  if (figures.length !== 3 || figures.some(Number.isNaN)) return false;
  for (const [index, least] of floor.split(".").map(Number).entries()) {
    const difference = (figures[index] ?? 0) - least;
    if (difference !== 0) return difference > 0;
  }
  return before === undefined;
}

const lockfile: Lockfile = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));

describe("package-lock.json", () => {
  test("installs nothing that is older than its floor", () => expect(tooOld(lockfile)).toEqual([]));

  test.each([
    ["one of ours", "node_modules/next", "16.3.3"],
    ["one that another brings along", "node_modules/next/node_modules/sharp", "0.34.9"],
    ["one before its release", "node_modules/nodemailer", "7.0.7-rc.1"],
    ["one of another major", "node_modules/next-auth", "3.99.99"],
    ["one from somewhere else", "node_modules/next", "github:vercel/next.js"],
  ])("%s that is too old is seen", (_, path, version) => {
    expect(tooOld({ packages: { ...lockfile.packages, [path]: { version } } })).toHaveLength(1);
  });

  test.each(["16.3.4", "16.4.0", "17.0.0", "16.3.10"])("next %s will do", (version) => {
    const packages = { ...lockfile.packages, "node_modules/next": { version } };
    expect(tooOld({ packages })).toEqual([]);
  });

  test("one that is gone is seen", () => {
    const packages = Object.fromEntries(
      Object.entries(lockfile.packages).filter(([path]) => !path.endsWith("/sharp")),
    );
    expect(tooOld({ packages })).toEqual(["sharp is not there"]);
  });
});
