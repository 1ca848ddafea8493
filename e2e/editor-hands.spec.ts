import { PNG } from "pngjs";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

test("what is typed in the panel goes to the layer it was typed for", async ({ page }) => {
  const hand = handOn(page);
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });
  const width = page.getByRole("spinbutton", { name: "Width", exact: true });
  const headline = await layerNamed(page, "Headline");

  await row("Button").click();
  const hex = page.getByRole("textbox", { name: "Fill, hex" });
  expect((await hex.boundingBox())?.width).toBeGreaterThan(64);
  await hex.fill("00aa44");
  await hand.click(20, 600);
  expect(await layerNamed(page, "Button")).toMatchObject({ fill: { kind: "solid", color: "#00aa44" } });
  expect((await editorState(page)).selection).toEqual([]);

  await row("Button").click();
  await width.fill("333");
  await hand.click(200, 250);
  expect((await editorState(page)).selection).toEqual([headline.id]);
  expect((await layerNamed(page, "Button")).width).toBe(333);
  expect((await layerNamed(page, "Headline")).width).toBe(headline.width);

  await width.fill("444");
  await page.evaluate((id) => window.__nameplate?.store.select([id]), (await layerNamed(page, "Button")).id);
  await width.blur();
  expect((await layerNamed(page, "Headline")).width).toBe(444);
  expect((await layerNamed(page, "Button")).width).toBe(333);

  await page.getByRole("button", { name: "Thank you", exact: true }).click();
  await page.getByRole("textbox", { name: "Name of the template" }).fill("Thanks, Łukasz");
  await hand.doubleClick(200, 250);
  await expect(page.getByRole("textbox", { name: "Text of Headline" })).toBeFocused();
  await expect(page.getByText("Thanks, Łukasz")).toBeVisible();
});

test("layers list: a right click acts on its own row, and no name is marked as text", async ({ page }) => {
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });
  const names = async () => (await editorState(page)).document.layers.map(({ name }) => name);
  await row("Headline").click();
  await row("Kicker").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete" }).click();
  expect(await names()).toContain("Headline");
  expect(await names()).not.toContain("Kicker");

  await row("Points").click();
  await row("Button label").click({ modifiers: ["Shift"] });
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("");
  await row("Button").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete" }).click();
  expect(await names()).not.toContain("Points");
  expect(await names()).not.toContain("Button label");
});

test("a text from the menu is typed in at once; its colour is that of all of it", async ({ page }) => {
  const hand = handOn(page);
  await page.getByRole("button", { name: "More: text" }).click();
  await page.getByRole("menuitem", { name: "Subheading" }).click();
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.type("Hello {{first_name}}", { delay: 15 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("treeitem", { name: "Hello {{first_name}}, Text" })).toBeVisible();

  const paint = async (hex: string, name = "Colour, hex") => {
    await page.getByRole("textbox", { name }).fill(hex);
    await hand.click(20, 600);
    const layer = await layerNamed(page, "Headline");
    if (layer.type !== "text") throw new Error("the headline is no text");
    return { whole: layer.style.color, parts: layer.runs.flatMap(({ style }) => style.color ?? []) };
  };
  const markTwo = async () => {
    await hand.doubleClick(200, 250);
    await page.keyboard.press("Home");
    for (let press = 0; press < 2; press += 1) await page.keyboard.press("Shift+ArrowRight");
  };
  await markTwo();
  expect(await paint("112233")).toEqual({ whole: "#3b1d0f", parts: ["#112233"] });

  await markTwo();
  await page.getByTestId("text-editor").blur();
  await page.getByRole("button", { name: "Colour: Mixed" }).click();
  expect(await paint("445566", "Hex colour")).toEqual({ whole: "#445566", parts: [] });

  await markTwo();
  await page.getByRole("textbox", { name: "Content" }).fill("Thank you all, {{first_name}}!");
  expect(await paint("778899")).toEqual({ whole: "#778899", parts: [] });
});

test("colours: a gradient keeps what was typed, mixed says so, swatches are seen in the dark", async ({
  page,
}) => {
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });
  const stops = async () => {
    const layer = await layerNamed(page, "Button");
    return layer.type === "shape" && layer.fill && layer.fill.kind !== "solid" ? layer.fill.stops : [];
  };
  await row("Button").click();
  await page.getByRole("button", { name: "Fill: #3b1d0f" }).click();
  await page.getByRole("radio", { name: "Linear" }).click();
  expect((await stops()).map(({ color }) => color.length)).toEqual([7, 7]);

  const hex = page.getByRole("textbox", { name: "Hex colour" });
  const stop = (index: number) => page.getByRole("button", { name: new RegExp(`^Stop ${index} at`) });
  await hex.fill("00ff00");
  await stop(2).click();
  await expect(stop(2)).toHaveAttribute("aria-pressed", "true");
  expect((await stops())[0]?.color).toBe("#00ff00");
  await page.getByRole("spinbutton", { name: "Stop position" }).fill("70");
  await stop(1).click();
  expect((await stops()).map(({ offset }) => offset)).toEqual([0, 0.7]);
  await page.keyboard.press("Escape");

  await row("Card star").click({ modifiers: ["ControlOrMeta"] });
  await expect(page.getByRole("button", { name: "Add fill" })).toHaveCount(0);
  const before = (await editorState(page)).document;
  await page.getByRole("button", { name: "Fill: Mixed" }).click();
  expect((await editorState(page)).document).toEqual(before);
  await hex.fill("101014");
  await page.keyboard.press("Enter");
  for (const name of ["Button", "Card star"])
    expect(await layerNamed(page, name)).toMatchObject({ fill: { kind: "solid", color: "#101014" } });
  await page.keyboard.press("Escape");

  for (const theme of ["light", "dark"]) {
    await page.evaluate((next) => {
      document.documentElement.dataset.theme = next;
    }, theme);
    const [rings, panel] = await page.getByRole("button", { name: "Fill: #101014" }).evaluate((button) => {
      const top = button.querySelector("span span") ?? button.querySelector("span") ?? button;
      const aside = button.closest("aside") ?? button;
      return [getComputedStyle(top).boxShadow, getComputedStyle(aside).backgroundColor];
    });
    const [ground = [0, 0, 0]] = inksOf(panel);
    expect(Math.max(...inksOf(rings).map((ring) => contrast(ring, ground))), theme).toBeGreaterThanOrEqual(3);
  }
});

test("a selected layer is dragged from under another; a click takes what is on top", async ({ page }) => {
  const hand = handOn(page);
  const [button, label] = [await layerNamed(page, "Button"), await layerNamed(page, "Button label")];
  await page.getByRole("treeitem", { name: /^Button, Shape/ }).click();
  await hand.drag([200, 510], [240, 560]);
  const moved = await layerNamed(page, "Button");
  expect(moved.x).toBeGreaterThan(button.x + 20);
  expect(await layerNamed(page, "Button label")).toEqual(label);
  expect((await editorState(page)).selection).toEqual([button.id]);
  await hand.click(220, 520);
  expect((await editorState(page)).selection).toEqual([label.id]);
});

test("the frame stands still: lines on one level, publishing moves nothing, pictures keep their shape", async ({
  page,
}) => {
  const bottom = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return box && box.y + box.height;
  };
  const tabs = await bottom("aside[aria-label='Layers and fields'] [role=tablist]");
  expect(await bottom("aside[aria-label=Design] [role=tablist]")).toBe(tabs);
  await page.getByRole("treeitem", { name: /^Button, Shape/ }).click();
  expect(await bottom("aside[aria-label=Design] [role=tablist]")).toBe(tabs);

  const left = async () => (await page.locator("header [aria-label=Share]").boundingBox())?.x;
  const start = await left();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("button", { name: "Published" })).toBeVisible();
  expect(await left()).toBe(start);
  await page.getByRole("spinbutton", { name: "X", exact: true }).fill("80");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Publish changes" })).toBeVisible();
  expect(await left()).toBe(start);

  const png = new PNG({ width: 60, height: 180 });
  png.data.fill(120);
  await page.getByRole("button", { name: "Add image" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Upload picture: files")
    .setInputFiles({ name: "tall.png", mimeType: "image/png", buffer: PNG.sync.write(png) });
  const preview = page.getByRole("slider", { name: "Focal point" });
  await expect
    .poll(async () => {
      const box = await preview.locator("img").boundingBox();
      return box && Math.round((box.height / box.width) * 10) / 10;
    })
    .toBe(3);
});

test("on a phone one can add, undo and redo", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await settled(page);
  const count = async () => (await editorState(page)).document.layers.length;
  const start = await count();
  const bar = page.getByRole("navigation", { name: "Panels" });
  await bar.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: "QR code" }).click();
  expect(await count()).toBe(start + 1);
  await page.getByRole("button", { name: /^Undo/ }).click();
  expect(await count()).toBe(start);
  await page.getByRole("button", { name: /^Redo/ }).click();
  expect(await count()).toBe(start + 1);
  await bar.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Heading/ }).click();
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.__nameplate?.store.select([]));
  await bar.getByRole("button", { name: "Design" }).click();
  await expect(page.getByRole("heading", { name: "Canvas" })).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

/** Every colour in a computed style: red, green, blue and, where it is not opaque, its opacity. */
function inksOf(style: string | undefined): number[][] {
  return Array.from((style ?? "").matchAll(/rgba?\(([^)]*)\)/g), ([, numbers = ""]) =>
    (numbers.match(/[\d.]+/g) ?? []).map(Number),
  );
}

/** Contrast of an ink on a ground, as WCAG 2 defines it. */
function contrast([r = 0, g = 0, b = 0, a = 1]: number[], ground: number[]): number {
  const luminance = (channels: number[]) =>
    channels
      .map((channel) => channel / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, share, index) => sum + share * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const over = [r, g, b].map((channel, index) => channel * a + (ground[index] ?? 0) * (1 - a));
  const [low = 0, high = 0] = [luminance(over), luminance(ground)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}
