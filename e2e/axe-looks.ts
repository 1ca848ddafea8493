import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const here = createRequire(import.meta.url);
/** The rules as the builder brings them, in their short form. */
const AXE = readFileSync(
  createRequire(here.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
  "utf8",
);
/** What the builder is given to put into a page instead: it does so twice a look, which took longer than looking. */
const NOTHING_MORE = "undefined";

/** Puts the rules into what has none yet: a page that was loaded anew, and frames in it. */
async function provideAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(AXE);
  }
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** Rules on what colours do: all that another theme can change. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Rules of the Web Content Accessibility Guidelines, the newest included. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

/** Looks at screens one after the other, each in both themes, and remembers what is wrong with them. */
export function axeLooks(page: Page) {
  const found: string[] = [];
  const note = (screen: string, theme: string, violations: readonly Violation[]) => {
    for (const { id, impact, nodes } of violations) {
      if (impact !== "serious" && impact !== "critical") continue;
      for (const { html, failureSummary } of nodes) {
        found.push(`${screen}, ${theme}: ${id} (${impact})\n  ${html.slice(0, 240)}\n  ${failureSummary}`);
      }
    }
  };
  /**
   * Everything in light; in dark what colours do, as nothing else is another there, and on a wide screen alone, as they
   * are the same on a narrow one. `within` keeps to what is new since the last look.
   */
  const look = async (screen: string, within?: string) => {
    // What is on its way is another screen.
    await page.locator("main[aria-busy=true]").first().waitFor({ state: "detached" });
    const isNarrow = (page.viewportSize()?.width ?? 0) < WIDE.width;
    for (const colorScheme of isNarrow ? (["light"] as const) : (["light", "dark"] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await provideAxe(page);
      const axe = new AxeBuilder({ page, axeSource: NOTHING_MORE }).setLegacyMode();
      if (within) axe.include(within);
      const { violations } = await (colorScheme === "light"
        ? axe.withTags(STANDARD).analyze()
        : axe.withRules(COLOUR_RULES).analyze());
      note(screen, colorScheme, violations);
    }
  };
  /** The screen wide and then narrow, without loading it again. */
  const lookAtBoth = async (screen: string, within?: string) => {
    for (const [width, size] of [
      ["wide", WIDE],
      ["narrow", PHONE],
    ] as const) {
      await page.setViewportSize(size);
      // What asks for the width by itself has drawn what follows from it.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await look(`${screen}, ${width}`, within);
    }
    await page.setViewportSize(WIDE);
  };
  return { look, lookAtBoth, found };
}
