import type { CDPSession, Page } from "@playwright/test";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, loadDraft, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };

type Point = { x: number; y: number };

test.use({ hasTouch: true, viewport: TABLET, permissions: ["clipboard-read", "clipboard-write"] });

test("a tablet: tap, drag, resize, pinch, long press, type", async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
  const fingers = await fingersOn(page);
  const { point } = handOn(page);
  const stage = page.getByTestId("stage");
  const view = async () => {
    const now = await page.evaluate(() => window.__nameplate?.store.getState().view);
    if (!now) throw new Error("the editor is not there");
    return now;
  };
  const middleOf = async (name: string) => {
    const { x, y, width, height } = await layerNamed(page, name);
    return point(x + width / 2, y + height / 2);
  };
  const button = await layerNamed(page, "Button label");

  await test.step("a tap selects; a drag of what is not selected moves the view, of what is the layer", async () => {
    const edge = await point(button.x + 24, button.y + button.height / 2);
    await fingers.drag(await middleOf("Headline"), { x: 60, y: 40 });
    expect((await editorState(page)).selection).toEqual([]);
    const now = await point(button.x + 24, button.y + button.height / 2);
    // The first bit of the way decides that it is no tap.
    expect(Math.hypot(now.x - edge.x - 60, now.y - edge.y - 40)).toBeLessThan(20);
    await fingers.tap(now);
    expect((await editorState(page)).selection).toEqual([button.id]);
    await settled(page);
    const before = await stage.screenshot();
    const { zoom } = await view();
    await fingers.drag(now, { x: 90, y: -70 });
    const moved = await layerNamed(page, "Button label");
    expect(Math.abs(moved.x - button.x - 90 / zoom)).toBeLessThan(16 / zoom);
    expect(Math.abs(moved.y - button.y + 70 / zoom)).toBeLessThan(16 / zoom);
    await settled(page);
    expect(before.equals(await stage.screenshot())).toBe(false);
  });

  await test.step("a handle is found by a finger that is not exact", async () => {
    const before = await layerNamed(page, "Button label");
    const corner = await point(before.x + before.width, before.y + before.height);
    await fingers.drag({ x: corner.x + 13, y: corner.y + 11 }, { x: 50, y: 0 });
    const after = await layerNamed(page, "Button label");
    expect(after.width).toBeGreaterThan(before.width + 20);
    expect([after.x, after.y]).toEqual([before.x, before.y]);
  });

  await test.step("two fingers zoom and move the view, and change nothing else", async () => {
    const { document } = await editorState(page);
    const before = await view();
    const box = await stage.boundingBox();
    if (!box) throw new Error("the stage is not there");
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await fingers.pinch(middle, 60, 120);
    const zoomed = await view();
    expect(zoomed.zoom / before.zoom).toBeGreaterThan(1.8);
    expect(zoomed.zoom / before.zoom).toBeLessThan(2.2);
    // What lay between the fingers lies there still.
    const under = (at: { zoom: number; x: number; y: number }) => ({
      x: (middle.x - box.x - at.x) / at.zoom,
      y: (middle.y - box.y - at.y) / at.zoom,
    });
    expect(Math.hypot(under(zoomed).x - under(before).x, under(zoomed).y - under(before).y)).toBeLessThan(3);
    await fingers.pinch(middle, 120, 60);
    expect((await editorState(page)).document).toEqual(document);
  });

  await test.step("a long press opens the menu for what lies under the finger", async () => {
    await fingers.press(await middleOf("Headline"), 700);
    await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeVisible();
    expect((await editorState(page)).selection).toEqual([(await layerNamed(page, "Headline")).id]);
    const layers = (await editorState(page)).document.layers.length;
    await page.getByRole("menuitem", { name: "Duplicate" }).tap();
    await expect.poll(async () => (await editorState(page)).document.layers.length).toBe(layers + 1);
    await page.evaluate(() => window.__nameplate?.store.undo());
  });

  await test.step("two taps type in a text, and the keyboard on the screen leaves the caret in sight", async () => {
    await page.evaluate(() => window.__nameplate?.store.select([]));
    const at = await middleOf("Headline");
    await fingers.tap(at);
    await fingers.tap(at);
    const editor = page.getByTestId("text-editor");
    await expect(editor).toBeFocused();
    await page.keyboard.press("ControlOrMeta+End");
    const caret = () =>
      page.evaluate(() => {
        const range = document.getSelection()?.getRangeAt(0).cloneRange();
        range?.collapse(false);
        return [...(range?.getClientRects() ?? [])].at(-1)?.bottom ?? -1;
      });
    const bottom = async () => {
      const box = await stage.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    // The text lies low on the screen, where the keyboard comes.
    const low = (await bottom()) - (await caret()) - 40;
    await page.evaluate((by) => {
      const { store } = window.__nameplate ?? {};
      const now = store?.getState().view;
      if (now) store?.setView({ ...now, y: now.y + by });
    }, low);
    await page.setViewportSize({ width: TABLET.width, height: 700 });
    await expect.poll(async () => (await bottom()) - (await caret())).toBeGreaterThan(0);
    await page.keyboard.type(" and hello");
    const now = await editorState(page);
    expect(JSON.stringify((now.gesture?.document ?? now.document).layers)).toContain("and hello");
    await expect(editor).toBeFocused();
  });
});

test("a phone: look, change values, publish and share with a thumb", async ({ page, account }) => {
  await page.setViewportSize(PHONE);
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
  const fingers = await fingersOn(page);
  const stage = page.getByTestId("stage");
  const panels = page.getByRole("navigation", { name: "Panels" });

  await test.step("the canvas fits, and is zoomed by two fingers", async () => {
    const box = await stage.boundingBox();
    const { view, width } = await page.evaluate(() => {
      const state = window.__nameplate?.store.getState();
      return { view: state?.view ?? { zoom: 0, x: 0, y: 0 }, width: state?.document.width ?? 0 };
    });
    if (!box) throw new Error("the stage is not there");
    expect(view.x).toBeGreaterThanOrEqual(0);
    expect(view.x + width * view.zoom).toBeLessThanOrEqual(box.width);
    await fingers.pinch({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 40, 80);
    const zoom = await page.evaluate(() => window.__nameplate?.store.getState().view.zoom ?? 0);
    expect(zoom).toBeGreaterThan(view.zoom * 1.6);
  });

  await test.step("a value is changed and seen", async () => {
    await page.getByRole("button", { name: "Next row" }).tap();
    await page.getByRole("button", { name: "Next row" }).tap();
    await settled(page);
    const before = await stage.screenshot();
    await panels.getByRole("button", { name: "Values" }).tap();
    const sheet = page.getByRole("dialog", { name: "Values" });
    const first = sheet.getByRole("textbox", { name: /^First name/ });
    await first.tap();
    await first.fill("Zoë");
    await page.keyboard.press("Enter");
    await sheet.getByRole("button", { name: "Close" }).tap();
    await expect(sheet).toHaveCount(0);
    await settled(page);
    expect(before.equals(await stage.screenshot())).toBe(false);
    await expect
      .poll(async () => JSON.stringify((await loadDraft(page, account, id)).document.samples))
      .toContain("Zoë");
  });

  await test.step("published and shared; every control is large enough for a thumb", async () => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, a[href], input, [role=tab]")].flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isSeen = width > 1 && height > 1 && element.checkVisibility();
        return isSeen && (width < 24 || height < 24) ? [element.outerHTML.slice(0, 120)] : [];
      }),
    );
    expect(small).toEqual([]);
    await page.getByRole("button", { name: "Publish", exact: true }).tap();
    const anyway = page.getByRole("button", { name: "Publish anyway" });
    await expect(anyway.or(page.getByRole("button", { name: "Published" }))).toBeVisible();
    if (await anyway.isVisible()) await anyway.tap();
    await expect(page.getByRole("button", { name: "Published" })).toBeVisible();
    await page.getByRole("button", { name: "Share", exact: true }).first().tap();
    await page.getByRole("radio", { name: "Klaviyo" }).tap();
    await page.getByRole("button", { name: "Copy URL" }).tap();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\/i\/.+first_name=/);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  });
});

/** Fingers on the glass, as the browser itself hears of them. Points in page px. */
async function fingersOn(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  const press = async (at: Point, time: number) => {
    await send("touchStart", [at]);
    // The time a finger rests is what is asked for here.
    if (time > 0) await page.waitForTimeout(time);
    await send("touchEnd", []);
  };
  return {
    press,
    tap: (at: Point) => press(at, 0),
    drag: async (from: Point, by: Point) => {
      await send("touchStart", [from]);
      for (let step = 1; step <= 10; step += 1) {
        await send("touchMove", [{ x: from.x + (by.x * step) / 10, y: from.y + (by.y * step) / 10 }]);
      }
      await send("touchEnd", []);
    },
    /** Two fingers beside a point, moved from one distance to it to another. */
    pinch: async (middle: Point, from: number, to: number) => {
      const pair = (distance: number) => [
        { x: middle.x - distance, y: middle.y },
        { x: middle.x + distance, y: middle.y },
      ];
      await send("touchStart", pair(from));
      for (let step = 1; step <= 10; step += 1)
        await send("touchMove", pair(from + ((to - from) * step) / 10));
      await send("touchEnd", []);
    },
  };
}
