// Makes the README's pictures from a running, seeded server: npm start, then npm run screenshots [-- address]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./lib/find-browser.mjs";
import { ROOT } from "./lib/project.mjs";
import { say } from "./lib/say.mjs";

const address = process.argv[2] ?? `http://localhost:${process.env.PORT ?? 3000}`;
const folder = join(ROOT, "docs", "images");
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, locale: "en-GB" });
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("E-mail").fill("demo@nameplate.example");
  await page.getByLabel("Password", { exact: true }).fill("fern-and-oak-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page
    .getByRole("link", { name: /Loyalty thank-you/ })
    .first()
    .click();
  await page.getByTestId("stage").waitFor();
  await page.getByRole("radio", { name: /Maria/ }).click();
  await page.getByRole("treeitem", { name: /Headline/ }).click();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(2_000);
  await page.screenshot({ path: join(folder, "editor.png") });
  say(`  ${join("docs", "images", "editor.png")}`);
} finally {
  await browser.close();
}
