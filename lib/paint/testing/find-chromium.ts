import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium to test with: CHROMIUM_PATH, else Playwright's own, else the system's. Throws when there is none. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  const installed = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)));
  const found = [named, chromium.executablePath(), ...installed].find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    "Expected a Chromium for the browser tests and found none. Install one with `npx playwright install chromium` or from the system's packages, or set CHROMIUM_PATH.",
  );
}
