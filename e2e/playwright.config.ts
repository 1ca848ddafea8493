import { defineConfig } from "@playwright/test";

const minute = 60_000;

/**
 * What the browser does without: the runner's own list, which this one takes the place of, and the pages of the browser's
 * own window (what drops down from its address bar among them), which cost each test seconds of a core and are seen by
 * nobody.
 */
const WITHOUT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "PreloadTopChromeWebUI",
  "ThirdPartyStoragePartitioning",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
];

/**
 * Run by `npm run test:e2e`, which starts a server with a database of its own and finds the browser: BASE_URL is
 * the one, CHROMIUM_PATH the other.
 */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  // The server under test shares the machine with the browsers.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // On a strange machine a real mouse may come before its turn. What passes only then is named at the end of the run.
  retries: process.env.CI ? 1 : 0,
  timeout: 2 * minute,
  expect: { timeout: 15_000 },
  use: {
    // A click that waits longer waits for something that never comes.
    actionTimeout: 30_000,
    baseURL: process.env.BASE_URL,
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    // A film and a copy of the page at each step cost two thirds of the machine; the steps alone cost nothing.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        `--disable-features=${WITHOUT.join(",")}`,
        "--font-render-hinting=none",
      ],
    },
  },
});
