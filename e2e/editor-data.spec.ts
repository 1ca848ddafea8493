import type { Locator, Page } from "@playwright/test";
import { type Pixels, readPng, shareThatDiffers } from "./compare";
import { openEditor, settled, setView } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, layerNamed } from "./stage-hand";

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

const viewOf = (page: Page) => page.evaluate(() => window.__nameplate?.store.getState().sampleView);

/** The whole canvas as the stage shows it, at a zoom that makes it `width` px wide. */
async function stageAt(page: Page, width: number): Promise<Pixels> {
  const { document } = await editorState(page);
  const zoom = width / document.width;
  await setView(page, { zoom, x: 100, y: 100 });
  await settled(page);
  const box = await page.getByTestId("stage").boundingBox();
  if (!box) throw new Error("the stage is not there");
  const height = Math.round(document.height * zoom);
  return readPng(await page.screenshot({ clip: { x: box.x + 100, y: box.y + 100, width, height } }));
}

/** Rests until every picture of the contact sheet is painted. */
async function painted(sheet: Locator): Promise<void> {
  await expect(sheet.locator("canvas[data-ready=true]").first()).toBeVisible();
  await expect(sheet.locator("canvas[data-ready=false]")).toHaveCount(0);
}

test("the strip steps through samples and the stress set with mouse and keys, and the canvas follows", async ({
  page,
}) => {
  const strip = page.getByRole("radiogroup", { name: "Preview with" });
  const checked = strip.getByRole("radio", { checked: true });
  await strip.getByRole("radio", { name: "Cyrillic" }).click();
  expect((await viewOf(page))?.kind).toBe("row");
  await page.keyboard.press("ArrowLeft");
  await expect(checked).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("]");
  await expect(checked).toHaveText("No value at all");
  expect(await viewOf(page)).toEqual({ kind: "stress", id: "stress-no-value" });
  await expect(page.getByRole("radio", { name: "Stress set" })).toBeChecked();
  const empty = await stageAt(page, 600);

  await page.getByRole("button", { name: "Next row" }).click();
  await page.getByRole("button", { name: "Next row" }).click();
  await expect(checked).toHaveText("Long surname");
  const long = await stageAt(page, 600);
  expect(shareThatDiffers(empty, long, { x: 0, y: 0, width: 600, height: 400 })).toBeGreaterThan(0.002);

  await checked.focus();
  await page.keyboard.press("End");
  await expect(checked).toBeInViewport({ ratio: 1 });
  await strip.getByRole("radio", { name: "Nothing filled" }).click();
  expect(await viewOf(page)).toEqual({ kind: "empty" });
  await page.getByTestId("stage").click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("Alt+BracketLeft");
  expect(await viewOf(page)).toEqual({ kind: "fields" });
});

test("the contact sheet paints every row as the canvas shows it, filters, and leads to a row", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Contact sheet" }).click();
  const sheet = page.getByRole("region", { name: "Contact sheet" });
  const tiles = sheet.getByRole("option");
  await expect(tiles).toHaveCount(24);
  await painted(sheet);
  await expect(sheet.getByRole("option", { selected: true })).toHaveCount(0);

  // Rows whose pictures are the same are painted once: no value, unfilled tags and the sample without any.
  const shown = new Set(
    await tiles.evaluateAll((all) =>
      all.map((tile) => tile.querySelector("canvas")?.toDataURL() ?? "").filter(Boolean),
    ),
  );
  expect(shown.size).toBeLessThan(24);
  await expect(sheet).toHaveAttribute("data-painted", String(shown.size));

  await sheet.getByRole("radio", { name: "Large" }).click();
  await painted(sheet);
  await sheet.getByRole("option", { name: /^Arabic/ }).click();
  expect(await viewOf(page)).toEqual({ kind: "stress", id: "stress-arabic" });
  const picture = sheet.getByRole("option", { name: /^Arabic/ }).locator("canvas");
  const tile = readPng(await picture.screenshot());
  await page.keyboard.press("ArrowRight");
  await expect(sheet.getByRole("option", { name: /^Hebrew/ })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(sheet).toHaveCount(0);
  const { width } = (await editorState(page)).document;
  const headline = await layerNamed(page, "Headline");
  const [x = 0, y = 0, w = 0, h = 0] = [headline.x, headline.y, headline.width, headline.height].map(
    (length) => (length * tile.width) / width,
  );
  const text = { x, y, width: w, height: h };
  const whole = { x: 0, y: 0, width: tile.width, height: tile.height };
  const canvas = await stageAt(page, tile.width);
  expect(shareThatDiffers(tile, canvas, whole)).toBeLessThan(0.01);
  const same = shareThatDiffers(tile, canvas, text);
  await page.getByRole("radio", { name: "Hebrew" }).click();
  const other = shareThatDiffers(tile, await stageAt(page, tile.width), text);
  expect(other).toBeGreaterThan(Math.max(0.02, same * 3));

  await page.keyboard.press("Shift+C");
  await expect(sheet.getByRole("radio", { name: /^With problems \(\d+\)$/ })).toBeVisible();
  await sheet.getByRole("radio", { name: /^With problems/ }).click();
  await expect(sheet.getByRole("option", { name: /^Hebrew/ })).toHaveCount(0);
  await expect(sheet.getByRole("option", { name: /^No value at all/ })).toContainText("without a value");
  await sheet.getByRole("option", { name: /^No value at all/ }).dblclick();
  await expect(sheet).toHaveCount(0);
  expect(await viewOf(page)).toEqual({ kind: "stress", id: "stress-no-value" });

  await page.keyboard.press("Shift+C");
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
});

test("the table of samples is a spreadsheet: cells, ranges, a paste in one step, rows", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const samples = async () => (await editorState(page)).document.samples;
  const before = await samples();
  await page.getByRole("button", { name: "Sample values" }).click();
  const grid = page.getByRole("grid", { name: "Sample values" });
  const cell = (row: number, column: number) =>
    grid
      .getByRole("row")
      .nth(row + 1)
      .getByRole("gridcell")
      .nth(column);

  // Typing takes the place of the text and shows at once; Escape takes it back, F2 mends, Enter goes down.
  await cell(0, 1).click();
  await settled(page);
  const painted0 = await stageAt(page, 600);
  await page.keyboard.type("Wolfeschlegel");
  const painted1 = await stageAt(page, 600);
  expect(shareThatDiffers(painted0, painted1, { x: 0, y: 0, width: 600, height: 314 })).toBeGreaterThan(
    0.002,
  );
  await page.keyboard.press("Escape");
  expect(await samples()).toEqual(before);
  await page.keyboard.press("F2");
  await page.keyboard.type("!");
  await page.keyboard.press("Enter");
  expect((await samples())[0]?.values.first_name).toBe(`${before[0]?.values.first_name}!`);
  expect(await viewOf(page)).toEqual({ kind: "row", id: before[1]?.id });
  await page.keyboard.press("Tab");
  await page.keyboard.type("twelve");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByText(/^Expected a number .* got "twelve"/).last()).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Loyalty points/ })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await page.keyboard.press("Delete");
  expect((await samples())[1]?.values.loyalty_points).toBeUndefined();

  // Three times three cells over the last row: two rows are made, one step takes all of it back.
  const last = before.length - 1;
  const held = await samples();
  await page.evaluate(() =>
    navigator.clipboard.writeText('One\tŁucja\t100\nTwo\tÁnh\t200\nThree\t"O\'Neil ""Bob"""\t300\n'),
  );
  await cell(last, 0).click();
  await page.keyboard.press("ControlOrMeta+v");
  const pasted = await samples();
  expect(pasted).toHaveLength(before.length + 2);
  expect(
    pasted.slice(last).map(({ name, values }) => [name, values.first_name, values.loyalty_points]),
  ).toEqual([
    ["One", "Łucja", "100"],
    ["Two", "Ánh", "200"],
    ["Three", 'O\'Neil "Bob"', "300"],
  ]);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await samples()).toEqual(held);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  expect(await samples()).toEqual(pasted);

  // A range copied with the keyboard is what a spreadsheet takes; pasted elsewhere it is the same cells.
  await cell(last, 1).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Łucja\t100\nÁnh\t200");

  // Rows: moved by key, dragged by their number, doubled and removed.
  await cell(last, 1).click();
  await page.keyboard.press("Alt+ArrowUp");
  expect((await samples())[last - 1]?.name).toBe("One");
  const grip = await grid.getByRole("row").nth(last).getByRole("rowheader").boundingBox();
  const top = await grid.getByRole("row").nth(1).getByRole("rowheader").boundingBox();
  if (!grip || !top) throw new Error("a row is not in sight");
  await page.mouse.move(grip.x + 10, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(top.x + 10, top.y + 3, { steps: 8 });
  await page.mouse.up();
  expect((await samples())[0]?.name).toBe("One");
  await page.getByRole("button", { name: "Duplicate rows" }).click();
  expect((await samples()).slice(0, 2).map(({ name }) => name)).toEqual(["One", "One"]);
  await page.getByRole("button", { name: "Remove rows" }).click();
  expect((await samples()).map(({ name }) => name)).toEqual([
    "One",
    ...pasted.filter(({ name }) => name !== "One").map(({ name }) => name),
  ]);
  await cell(0, 1).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Sample values" })).toBeFocused();
});

test("a messy CSV file is read, mapped, cut to what fits and taken in one step; samples go out as CSV", async ({
  page,
}) => {
  const before = (await editorState(page)).document.samples;
  await page.getByRole("button", { name: "Sample values" }).click();
  await page.getByRole("button", { name: "Import CSV" }).click();
  const dialog = page.getByRole("dialog", { name: "Import sample rows" });
  // Windows-1252, semicolons, a line of Excel, headers of another language, more rows than fit.
  const lines = Array.from({ length: 250 }, (_, index) => `M\u00fcller ${index};=1+1;${index},5`);
  const text = ["sep=;", "VORNAME;Bemerkung; Loyalty-Points ", ...lines, ";;"].join("\r\n");
  await dialog.getByLabel(/Choose a CSV file/).setInputFiles({
    name: "kunden.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text, "latin1"),
  });
  await expect(dialog.getByRole("combobox", { name: "Encoding" })).toContainText("Windows-1252");
  await expect(dialog.getByRole("combobox", { name: "Columns end with" })).toContainText("Semicolon");
  await expect(dialog.getByRole("combobox", { name: "VORNAME fills" })).toContainText("first_name");
  await expect(dialog.getByRole("combobox", { name: "Bemerkung fills" })).toContainText("Leave out");
  await expect(dialog.getByRole("combobox", { name: "Loyalty-Points fills" })).toContainText(
    "loyalty_points",
  );
  const room = 100 - before.length;
  await expect(dialog.getByText(/^Left out/)).toContainText(`${250 - room} of 250 rows`);
  await dialog.getByRole("combobox", { name: "Bemerkung fills" }).click();
  await page.getByRole("option", { name: "Name of the row" }).click();
  await dialog.getByRole("radio", { name: "Replace them" }).click();
  await dialog.getByRole("radio", { name: "100 spread evenly" }).click();
  await dialog.getByRole("button", { name: "Import 100 rows" }).click();
  await expect(dialog).toHaveCount(0);
  const { samples } = (await editorState(page)).document;
  expect(samples).toHaveLength(100);
  expect(samples[0]).toMatchObject({
    name: "=1+1",
    values: { first_name: "Müller 0", loyalty_points: "0,5" },
  });
  expect(samples[99]?.values.first_name).toBe("Müller 249");
  expect(await viewOf(page)).toEqual({ kind: "row", id: samples[0]?.id });

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk));
  const csv = Buffer.concat(chunks).toString("utf8");
  expect(csv.startsWith("\ufeffRow,first_name,loyalty_points")).toBe(true);
  expect(csv).toContain('"\'=1+1",Müller 0,"0,5"');

  await page.getByTestId("stage").click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("ControlOrMeta+z");
  expect((await editorState(page)).document.samples).toEqual(before);
});
