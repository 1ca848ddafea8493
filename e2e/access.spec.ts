import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { openEditor } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, saveDraft, test, uploadPicture } from "./fixtures";
import { layerNamed } from "./stage-hand";

const BLANK = { kind: "blank", width: 1200, height: 628, displayWidth: 600 } as const;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Rules on what colours do: all that another theme can change. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Rules of the Web Content Accessibility Guidelines, the newest included. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

test.use({ reducedMotion: "reduce" });

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

/** Looks at screens one after the other, each in both themes, and remembers what is wrong with them. */
function inspector(page: Page) {
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

test("axe finds nothing serious on any page, light and dark, wide and narrow", async ({ page, account }) => {
  test.slow();
  const { look, found } = inspector(page);
  const workspace = `/${account.workspace}`;
  const outside = await page.context().browser()?.newContext({ reducedMotion: "reduce" });
  const visitor = await outside?.newPage();
  if (!visitor) throw new Error("no second browser");
  const strange = inspector(visitor);
  await page.route("**/picture.png*", (route) => route.fulfill({ contentType: "image/png", body: DOT }));

  for (const [width, size] of [
    ["wide", WIDE],
    ["narrow", PHONE],
  ] as const) {
    await visitor.setViewportSize(size);
    for (const path of ["/", "/sign-in", "/sign-up", "/nothing/here/at/all"]) {
      await visitor.goto(path);
      await strange.look(`${path}, ${width}`);
    }
    await visitor.goto("/sign-in");
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await expect(visitor.getByText("Enter your e-mail address.")).toBeVisible();
    await strange.look(`sign-in with an error, ${width}`);

    await page.setViewportSize(size);
    if (width === "wide") {
      await page.goto(workspace);
      await page.getByRole("list", { name: "Ready designs" }).waitFor();
      await look(`no templates yet, ${width}`);
      await createTemplate(page, account, { name: "Spring", from: { kind: "starter", id: "vip-pass" } });
    }
    await page.goto(workspace);
    await look(`templates, ${width}`);
    if (width === "wide") {
      await page.getByRole("button", { name: "More for Spring" }).press("Enter");
      await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
      await look("menu of a template", "[role=menu]");
      await page.keyboard.press("Escape");
    } else {
      await page.getByRole("button", { name: "Menu", exact: true }).click();
      await page.getByRole("dialog", { name: "Menu" }).waitFor();
      await look("sidebar on a phone", "[role=dialog]");
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "New template" }).first().click();
    const gallery = page.getByRole("dialog", { name: "New template" });
    await gallery.getByRole("list", { name: "Ready designs" }).waitFor();
    await look(`gallery, ${width}`, "[role=dialog]");
    await gallery.getByRole("searchbox").fill("birthday");
    await gallery.locator('[data-starter="birthday-coupon"]').focus();
    await page.keyboard.press("Space");
    await gallery.getByRole("region", { name: /^Preview of/ }).waitFor();
    await look(`a design shown large, ${width}`, "[role=dialog]");
    await page.goto(`${workspace}?q=nothing+is+called+this`);
    await look(`templates, none found, ${width}`);
    await page.goto(`${workspace}/settings`);
    await look(`settings, ${width}`);
  }
  await outside?.close();
  expect([...strange.found, ...found].join("\n\n")).toBe("");
});

test("axe finds nothing serious in the editor, whatever is open in it", async ({ page, account }) => {
  test.slow();
  const { look, found } = inspector(page);
  const id = await everything(page, account);
  await openEditor(page, account, id);
  const choose = (names: readonly string[]) =>
    page.evaluate((ids) => window.__nameplate?.store.select(ids), names);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  // Told step by step, so that one that fails hides nothing of what came before.
  const nothingFound = () => expect.soft(found.splice(0).join("\n\n")).toBe("");

  await test.step("what is selected", async () => {
    await choose([]);
    await look("nothing selected");
    for (const type of Object.keys(ENTRIES)) {
      await choose([`l-${type}`]);
      await expect(page.getByRole("treeitem", { selected: true })).toHaveCount(1);
      await look(`${type} selected`, "[aria-label=Design]");
    }
    await choose(["l-text", "l-shape"]);
    await look("two selected", "[aria-label=Design]");
    nothingFound();
  });

  await test.step("what is done on the canvas", async () => {
    await page.evaluate(() => window.__nameplate?.store.editText("l-text"));
    await page.getByTestId("text-editor").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Hello {{");
    await page.getByRole("listbox").waitFor();
    await look("typing in a text, fields offered");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await choose(["l-image"]);
    await page.getByTestId("stage").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Choose a picture" }).waitFor();
    await look("choosing a picture", "[role=dialog]");
    await page.keyboard.press("Escape");
    await choose(["l-photo"]);
    await page.getByTestId("stage").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("crop").waitFor();
    await look("crop", "main");
    await page.keyboard.press("Escape");
    await choose(["l-shape"]);
    await page.getByTestId("stage").focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    await look("context menu", "[role=menu]");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Fill: #/ }).click();
    await page.getByRole("textbox", { name: "Hex colour" }).waitFor();
    await look("colour picker", "[role=dialog]");
    await page.keyboard.press("Escape");
    nothingFound();
  });

  await test.step("panels", async () => {
    await page.getByRole("tab", { name: "Fields" }).click();
    await page.getByRole("button", { name: /^First name/ }).click();
    await look("fields", "[aria-label='Layers and fields']");
    await page.getByRole("tab", { name: /^Problems/ }).click();
    await expect(page.getByRole("tabpanel", { name: /^Problems/ })).toContainText("Choose a field");
    await look("problems", "[aria-label=Design]");
    await page.getByRole("tab", { name: "History" }).click();
    await look("history", "[aria-label=Design]");
    await button("Sample values").click();
    await page.getByRole("grid").waitFor();
    await look("samples table", "main");
    await button("Sample values").click();
    await button("Contact sheet").click();
    await page.getByRole("region", { name: "Contact sheet" }).waitFor();
    await look("contact sheet", "main");
    await button("Contact sheet").click();
    await button("Add a size").click();
    await look("size to add", "[role=dialog]");
    await page
      .getByRole("button", { name: /^Square/ })
      .first()
      .click();
    await button("Show all sizes side by side").click();
    await look("sizes side by side", "main");
    await button("Show all sizes side by side").click();
    nothingFound();
  });

  await test.step("what lies over the editor", async () => {
    await page.getByTestId("stage").focus();
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search actions" }).waitFor();
    await look("palette", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await look("shortcuts", "[role=dialog]");
    await page.keyboard.press("Escape");
    await button("Share").click();
    await page.getByRole("dialog", { name: "Share" }).waitFor();
    await look("share, not published", "[role=dialog]");
    await page.keyboard.press("Escape");
    await button("Publish").click();
    const question = page.getByRole("dialog", { name: "Publish with problems?" });
    await question.waitFor();
    await look("publish question", "[role=dialog]");
    await question.getByRole("button", { name: "Publish anyway" }).click();
    await expect(button("Published")).toBeVisible();
    await button("Share").first().click();
    await expect(page.getByRole("button", { name: "Copy URL" })).toBeVisible();
    await look("share", "[role=dialog]");
    await page.keyboard.press("Escape");
    nothingFound();
  });

  await test.step("on a phone", async () => {
    await page.setViewportSize(PHONE);
    await page.getByRole("navigation", { name: "Panels" }).waitFor();
    await look("editor on a phone");
    await choose(["l-text"]);
    for (const sheet of ["Values", "Fields", "Layers", "Design", "Problems"]) {
      await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: sheet }).click();
      await page.getByRole("dialog").waitFor();
      await look(`${sheet} on a phone`, "[role=dialog]");
      await page.keyboard.press("Escape");
    }
    await button("Share").click();
    await look("share on a phone", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.setViewportSize(WIDE);
    nothingFound();
  });

  await test.step("what the system is set to: less motion, colours of its own, large text", async () => {
    await page.keyboard.press("Escape");
    const slow = await page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        const longest = Math.max(
          ...`${transitionDuration},${animationDuration}`.split(",").map(Number.parseFloat),
        );
        return longest > 0.001 ? [element.outerHTML.slice(0, 100)] : [];
      }),
    );
    expect(slow, "moves although less motion is asked for").toEqual([]);

    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await page.getByRole("tab", { name: "Layers" }).click();
    await page.getByRole("tab", { name: "Design", exact: true }).click();
    await choose(["l-shape"]);
    for (const control of [
      page.getByTestId("stage"),
      page.getByRole("treeitem", { selected: true }),
      page.getByRole("spinbutton", { name: "X", exact: true }),
      button("Share"),
      page.getByRole("tab", { selected: true }).first(),
    ]) {
      await control.focus();
      await page.keyboard.press("Shift");
      const { outlineStyle, outlineWidth } = await control.evaluate((element) => getComputedStyle(element));
      expect([outlineStyle, Number.parseFloat(outlineWidth) >= 2], `${control}`).toEqual(["solid", true]);
    }
    const selected = page.getByRole("treeitem", { selected: true });
    await page.getByTestId("stage").focus();
    expect(await selected.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
    await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });

    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
    // A browser without a window tells pages of it with its next change of size.
    await page.setViewportSize({ ...WIDE, height: WIDE.height - 1 });
    await page.getByRole("navigation", { name: "Panels" }).waitFor();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("header button, header a, nav button, main button")].flatMap(
        (element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isOut = left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
          return element.checkVisibility() && isOut ? [element.outerHTML.slice(0, 120)] : [];
        },
      ),
    );
    expect(cut, "cut off with text twice as large").toEqual([]);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
    await page.setViewportSize(WIDE);
    await page.getByRole("tree").waitFor();
    nothingFound();
  });

  await test.step("a conflict", async () => {
    await page.route(/\/(draft|presence)$/, (route) => route.abort());
    await button("Add rectangle").press("Enter");
    await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "offline");
    await look("offline", "header");
    const { document, revision } = await loadDraft(page, account, id);
    await saveDraft(page, account, id, { ...document, alt: "Theirs" }, revision);
    await page.unroute(/\/(draft|presence)$/);
    await page.getByRole("button", { name: "Try now" }).press("Enter");
    await page.getByRole("button", { name: "Keep mine" }).waitFor();
    await look("conflict", "[role=dialog]");
    await page.getByRole("button", { name: "Keep mine" }).click();
    await page.getByRole("button", { name: "Switch to it" }).waitFor();
    await look("the other version kept", "main");
    nothingFound();
  });

  expect((await layerNamed(page, "text")).type).toBe("text");
});

/** Stands for the pictures of ready designs: painting dozens of them is another test's business. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==",
  "base64",
);

/** A template with a layer of every type, a field, a row, and something wrong. */
async function everything(page: Page, account: Account): Promise<string> {
  const { id } = await createTemplate(page, account, { name: "Everything", from: BLANK });
  const { document: blank, revision } = await loadDraft(page, account, id);
  const named = (layer: Layer): Layer => ({ ...layer, name: layer.type });
  const layers = Object.values(ENTRIES).map((entry) => named(entry.create(`l-${entry.type}`, blank)));
  const assetId = await uploadPicture(page, account, DOT);
  const photo: Layer = {
    ...ENTRIES.image.create("l-photo", blank),
    name: "photo",
    source: { kind: "asset", assetId },
  };
  const inner = { ...ENTRIES.shape.create("l-inner", blank), name: "inner" };
  const field: Field = {
    key: "first_name",
    label: "First name",
    type: "text",
    fallback: "friend",
    format: DEFAULT_FORMAT,
  };
  const document: Document = {
    ...blank,
    fields: [field],
    samples: [{ id: "r1", name: "Łukasz", values: { first_name: "Łukasz" } }],
    layers: [...layers, photo].map((layer) => {
      if (layer.type === "text")
        return { ...layer, runs: [{ text: "Hello {{first_name}} {{nope}}", style: {} }] };
      return layer.type === "group" ? { ...layer, children: [inner] } : layer;
    }),
  };
  await saveDraft(page, account, id, document, revision);
  return id;
}
