import { ENTRIES } from "@/lib/template/registry";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { openEditor } from "./editor-page";
import { everything } from "./everything";
import { expect, loadDraft, saveDraft, test } from "./fixtures";
import { layerNamed } from "./stage-hand";

test.use({ reducedMotion: "reduce" });

test("axe finds nothing serious in the editor, whatever is open in it", async ({ page, account }) => {
  test.slow();
  const { look, found } = axeLooks(page);
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
    await button("Version history").click();
    const versions = page.getByRole("dialog", { name: "Version history" });
    await expect(versions.getByText(/pixels? differ/)).toBeVisible();
    await look("version history, compared", "[role=dialog]");
    await page.keyboard.press("Escape");
    await button("More: rectangle").click();
    await page.getByRole("menuitem", { name: "Icon" }).click();
    const icons = page.getByRole("dialog", { name: "Icons" });
    await icons.getByRole("searchbox").fill("mail");
    await icons.getByRole("button", { name: "Mail", exact: true }).waitFor();
    await look("icons", "[role=dialog]");
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
    // By hand, unless the editor tries again by itself before.
    const keepMine = page.getByRole("button", { name: "Keep mine" });
    const tryNow = page.getByRole("button", { name: "Try now" });
    await tryNow.press("Enter", { timeout: 1000 }).catch(() => keepMine.waitFor());
    await keepMine.waitFor();
    await look("conflict", "[role=dialog]");
    await keepMine.click();
    await page.getByRole("button", { name: "Switch to it" }).waitFor();
    await look("the other version kept", "main");
    nothingFound();
  });

  expect((await layerNamed(page, "text")).type).toBe("text");
});
