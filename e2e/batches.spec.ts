import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { ENTRIES } from "@/lib/template/registry";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import {
  type Account,
  createTemplate,
  expect,
  loadDraft,
  publish,
  SAME_ORIGIN,
  saveDraft,
  test,
} from "./fixtures";
import { zipFiles } from "./zip-files";

const BLANK = { kind: "blank", width: 320, height: 120, displayWidth: 160 } as const;
const ROWS = 50;

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** A published template that greets by name. */
async function greeting(page: Page, account: Account): Promise<string> {
  const { id } = await createTemplate(page, account, { name: "Greeting", from: BLANK });
  const { document, revision } = await loadDraft(page, account, id);
  const fields: Field[] = [
    { key: "first_name", label: "First name", type: "text", fallback: "there", format: DEFAULT_FORMAT },
    { key: "city", label: "City", type: "text", fallback: "", format: DEFAULT_FORMAT },
  ];
  const text = {
    ...ENTRIES.text.create("t1", document),
    x: 0,
    y: 0,
    width: BLANK.width,
    height: BLANK.height,
    runs: [{ text: "Hello {{first_name}} {{city}}", style: {} }],
  };
  await saveDraft(page, account, id, { ...document, fields, layers: [text] }, revision);
  await publish(page, account, id);
  return id;
}

/** Names as lists have them: in capitals, with stray spaces, blank, twice; one address is none. */
function messyTable(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const number = index + 1;
    const name =
      number === 7
        ? ""
        : number % 5 === 0
          ? `NAME${letters(number)}`
          : `Name${letters(number).toLowerCase()}`;
    const email = number === 9 ? "nobody at example" : `p${number}@example.com`;
    return [number % 4 === 0 ? `  ${name}  ` : name, email, "Łódź"].join("\t");
  });
  // One row stands there twice.
  rows[20] = rows[12] ?? "";
  return ["First name\tE-mail\tCity", ...rows].join("\n");
}

/** Another word for every number. */
function letters(number: number): string {
  return String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26));
}

test("a batch: from a pasted list, mended, to pictures in a ZIP", async ({ page, account }) => {
  test.slow();
  const id = await greeting(page, account);
  const { look, found } = axeLooks(page);
  await page.goto(`/${account.workspace}`);
  await page.getByRole("link", { name: "Batches" }).click();
  await expect(page.getByRole("heading", { name: "No batches yet" })).toBeVisible();
  await look("no batches yet", "main");
  await page.getByRole("link", { name: "New batch" }).click();
  await page.getByRole("link", { name: "Greeting" }).click();
  await expect(page).toHaveURL(new RegExp(`/batches/new\\?template=${id}$`));
  await look("a list wanted", "main");

  await test.step("a file that is no list is refused in words, and another way is open", async () => {
    const picture = PNG.sync.write(new PNG({ width: 4, height: 4 }));
    await page
      .getByLabel(/^Choose a file/)
      .setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: picture });
    await expect(page.getByRole("main").getByText(/Expected/)).toBeVisible();
    await expect(page.getByLabel(/^Choose a file/)).toBeEnabled();
  });

  await test.step("a table is pasted and read", async () => {
    await page.getByRole("heading", { name: "New batch" }).click();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, messyTable());
    const list = page.getByRole("region", { name: "The list" });
    await expect(list).toContainText("50 rows · 3 columns");
    await expect(list).toContainText("columns end with tabs");
    await look("a list that was read", "main");
  });

  await test.step("columns are guessed, and the first row is shown", async () => {
    await page.getByRole("button", { name: "Next: map columns" }).click();
    await expect(page.getByRole("combobox", { name: "Column for First name" })).toContainText("First name");
    await expect(page.getByText("Guessed by its name")).toHaveCount(2);
    await expect(page.getByRole("img", { name: "Row 1", exact: true })).toBeVisible();
    await look("columns", "main");
    await page.reload();
    await expect(page.getByRole("combobox", { name: "Column for City" })).toContainText("City");
  });

  await test.step("what is wrong stands in place; clean-ups mend it and can be undone", async () => {
    await page.getByRole("button", { name: "Next: check data" }).click();
    const grid = page.getByRole("grid", { name: "Rows" });
    const cell = (row: number, column: number) =>
      grid.getByRole("row").nth(row).getByRole("gridcell").nth(column);
    await expect(cell(5, 1)).toContainText("All in capitals.");
    await expect(cell(7, 1)).toContainText("Blank: the fallback shows.");
    await expect(cell(9, 2)).toContainText("This is no e-mail address.");
    const filters = page.getByRole("group", { name: "Rows that are shown" });
    await expect(filters.getByRole("button", { name: "Repeated row 1" })).toBeVisible();
    await filters.getByRole("button", { name: /^All capitals/ }).click();
    await expect(grid.getByRole("row")).toHaveCount(11);
    await filters.getByRole("button", { name: /^All rows/ }).click();
    await look("checked data", "main");
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.setViewportSize(WIDE);

    const cleanUps = page.getByRole("region", { name: "Clean-ups" });
    await cleanUps.getByRole("button", { name: "Do it: Write as names in First name" }).click();
    await expect(filters.getByRole("button", { name: /^All capitals/ })).toHaveCount(0);
    await cleanUps.getByRole("button", { name: "Undo: Written as names in First name" }).click();
    await expect(filters.getByRole("button", { name: /^All capitals/ })).toBeVisible();
    await cleanUps.getByRole("button", { name: /^Do all/ }).click();
    await expect(filters.getByRole("button", { name: /^Stray spaces/ })).toHaveCount(0);

    // By keys alone: to a cell, into it, out of it.
    await cell(1, 1).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Zoë");
    await page.keyboard.press("Enter");
    await expect(cell(2, 1)).toContainText("Zoë");
    await expect(cell(3, 1)).toBeFocused();
    await grid.getByRole("checkbox", { name: "Make a picture of row 21" }).uncheck();
    await expect(grid.getByText("left out")).toHaveCount(1);
  });

  await test.step("names of files are made of fields", async () => {
    await page.getByRole("button", { name: "Next: output" }).click();
    const pattern = page.getByLabel("File names");
    await pattern.fill("hello-");
    await page.getByRole("button", { name: "Insert First name" }).click();
    await expect(pattern).toHaveValue("hello-{{first_name}}");
    await expect(page.getByText("hello-Zoë.png")).toBeVisible();
    await look("output", "main");
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.setViewportSize(WIDE);
    await page.getByRole("button", { name: "Make 49 pictures" }).click();
  });

  await test.step("it runs to its end in sight", async () => {
    await expect(page.getByRole("progressbar", { name: "Progress" })).toBeVisible();
    const progress = page.getByRole("region", { name: "Progress" });
    await expect(progress.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
    await expect(progress.getByText("100 %")).toBeVisible();
    const pictures = page.getByRole("region", { name: "Pictures" });
    await expect(pictures.getByRole("listitem")).toHaveCount(24);
    // It is there, not only its place.
    const first = pictures.locator("img").first();
    await expect
      .poll(() => first.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBe(BLANK.width);
    await look("a batch that is done", "main");
  });

  await test.step("the ZIP holds a picture of each row, and each is its own", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download ZIP" }).click();
    const download = await coming;
    const files = await zipFiles(await readFile(await download.path()));
    const pictures = [...files].filter(([name]) => name.endsWith(".png"));
    expect(pictures).toHaveLength(ROWS - 1);
    const names = pictures.map(([name]) => name);
    expect(names).toContain("hello-Zoë.png");
    expect(names.some((name) => name.includes("NAME"))).toBe(false);
    const looks = new Set<string>();
    for (const [, bytes] of pictures) {
      const { width, height, data } = PNG.sync.read(bytes);
      expect([width, height]).toEqual([BLANK.width, BLANK.height]);
      looks.add(createHash("sha256").update(data).digest("hex"));
    }
    // The name that stands there twice was left out once.
    expect(looks.size).toBe(ROWS - 1);
  });

  await test.step("a picture has an address, and the batch is in the list", async () => {
    const card = page.getByRole("region", { name: "Pictures" });
    await card
      .getByRole("button", { name: /^Copy the address of/ })
      .first()
      .click();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    const answer = await page.request.get(address);
    expect(answer.headers()["content-type"]).toBe("image/png");
    await page.setViewportSize(PHONE);
    await look("a batch on a phone", "main");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.setViewportSize(WIDE);
    await page.getByRole("main").getByRole("link", { name: "Batches" }).click();
    await expect(page.getByRole("list", { name: "Batches" }).getByText("Done")).toBeVisible();
    await look("batches", "main");
    expect(found).toEqual([]);
  });

  await test.step("deleted, it is gone", async () => {
    await page.getByRole("list", { name: "Batches" }).getByRole("link").click();
    await page.getByRole("button", { name: "Delete batch" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete batch" }).click();
    await expect(page.getByRole("heading", { name: "No batches yet" })).toBeVisible();
  });
});

test("a batch that somebody deletes while it is looked at says so, and shows the way back", async ({
  page,
  account,
}) => {
  const template = await greeting(page, account);
  const root = `/api/w/${account.workspace}/batches`;
  const ask = (path: string, data?: unknown) =>
    page.request.post(`${root}${path}`, { data, headers: SAME_ORIGIN }).then((answer) => answer.json());
  const list = (name: string) => ({ rows: Array.from({ length: 3_000 }, () => ({ first_name: name })) });
  const { id } = await ask(`?template=${template}`, list("Ana"));
  await ask(`?template=${template}`, list("Ben"));
  await ask(`/${id}/start`);
  await ask(`/${id}/pause`);
  const { look, found } = axeLooks(page);
  await page.goto(`/${account.workspace}/batches/${id}`);
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress.getByText("Nothing is made until somebody resumes it.")).toBeVisible();
  await page.request.delete(`${root}/${id}`, { headers: SAME_ORIGIN });
  await expect(page.getByRole("heading", { name: "This batch cannot be shown any more" })).toBeVisible();
  await look("a batch that was deleted", "main");
  await page.setViewportSize(PHONE);
  await look("a batch that was deleted, on a phone", "main");
  await page.getByRole("link", { name: "See all batches" }).click();
  await expect(page.getByText("Drafts that nobody changes for 14 days are deleted")).toBeVisible();
  await look("batches with a draft, on a phone", "main");
  expect(found).toEqual([]);
});
