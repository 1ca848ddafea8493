import type { Locator, Page } from "@playwright/test";
import { openedEditor } from "./editor-page";
import { expect, loadDraft, test } from "./fixtures";
import { editorState, layerNamed } from "./stage-hand";

/** More stops than any screen has: whoever walks further goes in circles. */
const MOST_STOPS = 120;

test.use({ permissions: ["clipboard-read", "clipboard-write"], reducedMotion: "reduce" });

test("from signing in to a copied address without a pointer", async ({ page, account, context }) => {
  test.slow();
  await context.clearCookies();
  const pointed: string[] = [];
  await page.exposeFunction("pointed", (what: string) => pointed.push(what));
  await page.addInitScript(() => {
    const tell: unknown = Reflect.get(window, "pointed");
    const watch = (event: Event) => {
      // A button that is pressed by key clicks too, as no press of a mouse.
      if (event.type === "click" && event instanceof MouseEvent && event.detail === 0) return;
      if (event.isTrusted && typeof tell === "function") tell(event.type);
    };
    for (const type of ["pointerdown", "mousedown", "mousemove", "touchstart", "click", "dblclick"])
      window.addEventListener(type, watch, { capture: true });
  });
  const keys = page.keyboard;
  const go = (target: Locator, back = false) => walkTo(page, target, back);
  const button = (name: string | RegExp) =>
    page.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) });

  await test.step("sign in", async () => {
    await page.goto("/sign-in");
    await go(page.getByLabel("E-mail"));
    await keys.type(account.email);
    await go(page.getByLabel("Password", { exact: true }));
    await keys.type(account.password);
    await keys.press("Enter");
    await page.waitForURL((url) => url.pathname === `/${account.workspace}`);
  });

  await test.step("a new template from a blank canvas", async () => {
    await go(button("New template"));
    await keys.press("Enter");
    const dialog = page.getByRole("dialog", { name: "New template" });
    await dialog.waitFor();
    await keys.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(button("New template").first()).toBeFocused();
    await keys.press("Enter");
    await go(dialog.getByRole("button", { name: /^E-mail hero/ }));
    await keys.press("Enter");
    await page.waitForURL(/\/templates\/tpl_/);
    await openedEditor(page);
  });
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  const said = page.getByTestId("announced");
  const stage = page.getByTestId("stage");

  await test.step("a text with a field from the menu", async () => {
    await go(button("Add text"));
    await keys.press("Enter");
    await expect(page.getByTestId("text-editor")).toBeFocused();
    await keys.press("ControlOrMeta+a");
    await keys.type("Hello {{");
    await expect(page.getByRole("listbox", { name: "Fields" })).toBeVisible();
    await keys.press("Enter");
    await keys.type(", welcome");
    await keys.press("Escape");
    await expect(stage).toBeFocused();
    await keys.press("F2");
    await keys.press("ControlOrMeta+a");
    await keys.type("Greeting");
    await keys.press("Enter");
    await expect(page.getByRole("treeitem", { name: /^Greeting,/ })).toBeFocused();
    const greeting = await layerNamed(page, "Greeting");
    expect(greeting.type === "text" && greeting.runs.map(({ text }) => text).join("")).toBe(
      "Hello {{first_name}}, welcome",
    );
  });

  await test.step("its fallback", async () => {
    await go(page.getByRole("tab", { name: "Layers" }), true);
    await keys.press("ArrowRight");
    await expect(page.getByRole("tab", { name: "Fields" })).toBeFocused();
    await go(button(/^First name/));
    await keys.press("Enter");
    await go(page.getByRole("textbox", { name: "Fallback", exact: true }));
    await keys.type("friend");
    await keys.press("Enter");
    await expect.poll(async () => (await editorState(page)).document.fields[0]?.fallback).toBe("friend");
    await go(page.getByRole("tab", { name: "Fields" }), true);
    await keys.press("ArrowLeft");
  });

  await test.step("moved and resized by keys, and to exact numbers", async () => {
    await go(stage);
    const before = await layerNamed(page, "Greeting");
    const wide = (width: number) => `Greeting is ${Math.round(width * 10) / 10} by`;
    await keys.press("Shift+ArrowRight");
    await expect(said).toContainText("Greeting moved 10 px right.");
    await keys.press("Shift+ArrowUp");
    await expect(said).toContainText("Greeting moved 10 px up.");
    await keys.press("ControlOrMeta+Shift+ArrowRight");
    await expect(said).toContainText(wide(before.width + 10));
    const moved = await layerNamed(page, "Greeting");
    expect([moved.x - before.x, moved.y - before.y, moved.width - before.width]).toEqual([10, -10, 10]);
    await keys.press("ControlOrMeta+z");
    await expect(said).toContainText(wide(before.width));
    for (const [name, value] of [
      ["X", 100],
      ["Y", 80],
      ["Width", 640],
      ["Rotation", 5],
    ] as const) {
      const box = page.getByRole("spinbutton", { name, exact: true });
      await go(box);
      await keys.press("ControlOrMeta+a");
      await keys.type(`${value}`);
      await expect(box).toHaveValue(`${value}`);
      await keys.press("Enter");
      // Steps that follow each other faster than a person makes them are told as one.
      if (name === "Width") await expect(said).toContainText(wide(value));
    }
    await expect(said).toContainText("Greeting is turned to 5°.");
    expect(await layerNamed(page, "Greeting")).toMatchObject({ x: 100, y: 80, width: 640, rotation: 5 });
  });

  await test.step("a shape, and its place among the layers", async () => {
    await go(button("Add rectangle"));
    await keys.press("Enter");
    await expect(said).toContainText("Rectangle added.");
    await go(page.getByRole("treeitem", { selected: true }));
    await keys.press("Alt+ArrowDown");
    const names = (await editorState(page)).document.layers.map(({ name }) => name);
    expect(names).toEqual(["Rectangle", "Greeting"]);
    await expect(page.getByRole("treeitem", { name: /^Rectangle,/ })).toBeFocused();
    await keys.press("Delete");
    await expect(said).toContainText("Rectangle deleted.");
    await expect(page.locator(":focus")).toHaveCount(1);
    await keys.press("ControlOrMeta+z");
    await expect(said).toContainText("Rectangle added.");
    expect((await editorState(page)).document.layers).toHaveLength(2);
  });

  await test.step("another row, the problems, the palette", async () => {
    await go(button("Next row"));
    const view = async () =>
      page.evaluate(() => JSON.stringify(window.__nameplate?.store.getState().sampleView));
    const before = await view();
    await keys.press("Enter");
    await expect.poll(view).not.toBe(before);
    await go(page.getByRole("tab", { name: "Design", exact: true }));
    await keys.press("ArrowRight");
    await expect(page.getByRole("tab", { name: /^Problems/ })).toBeFocused();
    await keys.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox", { name: "Search actions" })).toBeFocused();
    await keys.press("Escape");
    await expect(page.getByRole("tab", { name: /^Problems/ })).toBeFocused();
    await keys.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await keys.press("Escape");
    await expect(page.getByRole("tab", { name: /^Problems/ })).toBeFocused();
  });

  await test.step("publish", async () => {
    await go(button("Publish"));
    await keys.press("Enter");
    const anyway = page.getByRole("button", { name: "Publish anyway" });
    await expect(anyway.or(button("Published"))).toBeVisible();
    if (await anyway.isVisible()) {
      await go(anyway);
      await keys.press("Enter");
    }
    await expect(button("Published")).toBeVisible();
    await expect(page.locator(":focus")).toHaveCount(1);
  });

  await test.step("share: a sender, and its address", async () => {
    await go(button("Share"));
    await keys.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Share" });
    await dialog.waitFor();
    await go(dialog.getByRole("searchbox", { name: "Find a sender" }));
    await keys.type("klav");
    await keys.press("Enter");
    const klaviyo = dialog.getByRole("radio", { name: "Klaviyo" });
    await expect(klaviyo).toBeChecked();
    await go(klaviyo);
    await keys.press("ArrowDown");
    await expect(dialog.getByRole("radio", { name: "Plain URL" })).toBeFocused();
    await keys.press("ArrowUp");
    await expect(klaviyo).toBeFocused();
    await go(dialog.getByRole("button", { name: "Copy URL" }));
    await keys.press("Enter");
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\/i\/\w+\.png\?first_name=\{\{/);
    await keys.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(button("Share").first()).toBeFocused();
  });

  await expect(page.getByTestId("save-state")).toHaveAccessibleName("Saved");
  expect((await loadDraft(page, account, id)).document).toEqual((await editorState(page)).document);
  expect(pointed).toEqual([]);
});

/** Walks with Tab until the target has the focus; at every stop something has it, and is seen to have it. */
async function walkTo(page: Page, target: Locator, back = false): Promise<void> {
  await target.first().waitFor();
  const unseen: string[] = [];
  let around = 0;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const here = await page.evaluate(focusNow);
    // Past the page's last stop the browser's own bar has its turn.
    if (stop > 0 && here.lost) around += 1;
    if (around > 1) throw new Error(`the focus is lost on the way to ${target}`);
    if (stop > 0 && !here.lost && !here.seen) unseen.push(here.what);
    if (await target.first().evaluate((element) => element === document.activeElement)) {
      expect(unseen, "focus that is not seen").toEqual([]);
      return;
    }
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`${MOST_STOPS} stops and no ${target}`);
}

/**
 * What has the focus, and whether it shows: by an outline, or by a ring in the accent's colour on it or around it.
 * What moves or fades in has some frames for it.
 */
async function focusNow(): Promise<{ lost: boolean; seen: boolean; what: string }> {
  const active = document.activeElement;
  if (!active || active === document.body) return { lost: true, seen: false, what: "body" };
  const probe = document.createElement("i");
  probe.style.color = "var(--accent)";
  document.body.append(probe);
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const shows = (element: Element | null, depth = 0): boolean => {
    if (!element || depth > 3) return false;
    const { outlineStyle, outlineWidth, boxShadow, opacity } = getComputedStyle(element);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    const ringed = boxShadow.includes(accent);
    if ((outlined || ringed) && Number(opacity) > 0) return true;
    return shows(element.parentElement, depth + 1);
  };
  const isSeen = () => {
    const box = active.getBoundingClientRect();
    const inSight = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
    return inSight && shows(active);
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  for (let frames = 0; frames < 30 && !isSeen(); frames += 1) await frame();
  return {
    lost: false,
    seen: isSeen(),
    what: active.outerHTML.slice(0, 200),
  };
}
