import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Sentence } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser for the browser tests: CHROMIUM_PATH, else the one Playwright installed, else the system's.
 * Throws a sentence that says how to get one.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Sentence(`CHROMIUM_PATH is ${named}, and no program is there.`);
  }
  const { chromium } = await import("@playwright/test");
  const folders = (process.env.PATH ?? "").split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [chromium.executablePath(), ...installed, ...APPLICATIONS].find(runs);
  if (found) return found;
  throw new Sentence(
    "The browser tests need Chromium or Chrome, and none was found. Install one with: npx playwright install chromium\n" +
      "or from the system's packages (Debian, Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH.",
  );
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
