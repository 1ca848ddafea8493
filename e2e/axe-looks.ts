import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

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
    const isNarrow = (page.viewportSize()?.width ?? 0) < WIDE.width;
    for (const colorScheme of isNarrow ? (["light"] as const) : (["light", "dark"] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const axe = new AxeBuilder({ page }).setLegacyMode();
      if (within) axe.include(within);
      const { violations } = await (colorScheme === "light"
        ? axe.withTags(STANDARD).analyze()
        : axe.withRules(COLOUR_RULES).analyze());
      note(screen, colorScheme, violations);
    }
  };
  return { look, found };
}
