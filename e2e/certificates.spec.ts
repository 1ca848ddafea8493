import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import Papa from "papaparse";
import { loadBarcodeReader, readBarcode } from "@/lib/paint/testing/read-barcode";
import { rasterPdf, textsOfPdf } from "@/lib/render/pdf/testing/raster-pdf";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { openedEditor } from "./editor-page";
import { expect, test } from "./fixtures";
import { zipFiles } from "./zip-files";

const COURSE = "Service Design Foundations";
const NAMES = [
  "Anna Kowalska",
  "Zoë Ærøskøbing",
  "Nguyễn Phúc Bảo",
  "Jean-Luc de la Cruz",
  "Siobhán O'Neil",
  "Łukasz Żółć",
  "Щёголева Мария",
  "Ronan McDonald",
  "Αλέξανδρος Παππάς",
  "Ana Müller",
  "Bo Li",
  "Maximiliane von Hohenzollern-Sigmaringen",
];
const TABLE = [
  "Full name\tCourse\tCompleted on",
  ...NAMES.map((name, index) => `${name}\t${COURSE}\t2026-11-${String(index + 10)}`),
].join("\n");

/** Marks upon one letter may come in another order, which is the same text. */
const same = (text: string) => text.normalize("NFC");

async function download(page: Page, link: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFile(await (await coming).path());
}

/** A page of somebody who has no account here. */
async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

test("certificates: from a ready design and a pasted list to PDFs that anybody can check", async ({
  page,
  account,
  browser,
}) => {
  test.slow();
  const { look, found } = axeLooks(page);
  const visitor = await stranger(browser);

  await test.step("the ready design is taken and published", async () => {
    await page.goto(`/${account.workspace}`);
    await page.getByRole("button", { name: "New template" }).first().click();
    const gallery = page.getByRole("dialog", { name: "New template" });
    await gallery.locator('[data-starter="course-certificate"]').click();
    await page.waitForURL(/\/templates\/tpl_/);
    await openedEditor(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByRole("button", { name: "Published" })).toBeVisible();
  });

  await test.step("a list is pasted, and its columns are known by their names", async () => {
    await page.goto(`/${account.workspace}/batches`);
    await page.getByRole("link", { name: "New batch" }).click();
    await page.getByRole("link", { name: "Course certificate" }).click();
    await page.getByRole("heading", { name: "New batch" }).click();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, TABLE);
    await expect(page.getByRole("region", { name: "The list" })).toContainText("12 rows · 3 columns");
    await page.getByRole("button", { name: "Next: map columns" }).click();
    for (const label of ["Full name", "Course", "Completed on"]) {
      await expect(page.getByRole("combobox", { name: `Column for ${label}` })).toContainText(label);
    }
    await page.getByRole("button", { name: "Next: check data" }).click();
    await expect(page.getByRole("grid", { name: "Rows" })).toContainText("Anna Kowalska");
  });

  await test.step("PDFs, with a number in order and an address each", async () => {
    await page.getByRole("button", { name: "Next: output" }).click();
    await page.getByRole("radio", { name: "PDF" }).click();
    await page.getByLabel("File names").fill("{{row}}-{{full_name}}");
    await page.getByRole("switch", { name: "Certificates" }).click();
    const section = page.getByRole("region", { name: "Certificates" });
    await expect(section.getByRole("combobox", { name: "The number stands in" })).toContainText(
      "Certificate number",
    );
    await expect(section.getByRole("combobox", { name: "Its address stands in" })).toContainText(
      "Verification address",
    );
    await section.getByRole("textbox", { name: "Numbers begin with" }).fill("acme");
    await section.getByRole("textbox", { name: "What is certified" }).fill(COURSE);
    await section.locator("label", { hasText: "Full name" }).click();
    await expect(section.getByRole("checkbox", { name: "Full name" })).toBeChecked();
    await look("a batch of certificates", "main");
    await page.getByRole("button", { name: "Make 12 pictures" }).click();
    const progress = page.getByRole("region", { name: "Progress" });
    await expect(progress.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
  });

  const certificates = await test.step("the list says each row's file, number and address", async () => {
    const csv = (await download(page, "List as CSV")).toString("utf8").replace(/^\uFEFF/, "");
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(data.map((row) => row["Full name"])).toEqual(NAMES);
    return data.map((row) => ({
      name: row["Full name"] ?? "",
      file: row.picture_file ?? "",
      number: row.certificate_number ?? "",
      address: row.certificate_url ?? "",
    }));
  });
  const year = new Date().getUTCFullYear();
  expect(certificates.map(({ number }) => number)).toEqual(
    NAMES.map((_, index) => `ACME-${year}-${String(index + 1).padStart(6, "0")}`),
  );
  const [first, second] = certificates;
  if (!first || !second) throw new Error("There are no certificates.");

  await test.step("the ZIP holds a PDF of one page for each, which says its values", async () => {
    await loadBarcodeReader();
    const files = await zipFiles(await download(page, "Download ZIP"));
    const pdfs = [...files.keys()].filter((name) => name.endsWith(".pdf"));
    expect(pdfs.sort()).toEqual(certificates.map(({ file }) => file).sort());
    expect(pdfs).toContain("2-Zoë Ærøskøbing.pdf");
    for (const [index, { name, file, number, address }] of certificates.entries()) {
      const pdf = files.get(file) ?? Buffer.alloc(0);
      const pages = await textsOfPdf(pdf);
      expect(pages).toHaveLength(1);
      const said = same(pages[0] ?? "");
      for (const value of [name, COURSE, `${index + 10} November 2026`, `No. ${number}`]) {
        expect(said).toContain(same(value));
      }
      // What a phone reads off the paper, seen at 150 dots an inch, is where this one is checked, and the paper is A4.
      const drawn = await rasterPdf(pdf, { width: 1754, height: 1240 });
      expect(await readBarcode(drawn, "qr")).toBe(address);
      expect(drawn.points.width).toBeCloseTo(841.89, 2);
      expect(drawn.points.height).toBeCloseTo(595.28, 2);
    }
  });

  await test.step("anybody with the address sees that it is valid, and whom it names", async () => {
    await visitor.goto(new URL(first.address).pathname);
    await expect(visitor.getByRole("heading", { name: "This certificate is valid" })).toBeVisible();
    for (const told of [first.number, first.name, COURSE]) {
      await expect(visitor.getByRole("main")).toContainText(told);
    }
    await visitor.goto(`/verify/${"0".repeat(26)}`);
    await expect(visitor.getByRole("heading", { name: "No certificate is known here" })).toBeVisible();
    await expect(visitor.getByRole("main")).not.toContainText(first.name);
  });

  const section = page.getByRole("region", { name: "Certificates" });
  const rows = section.getByRole("list", { name: "Certificates" }).getByRole("listitem");

  await test.step("the batch lists its certificates, and one is found by a part of its number", async () => {
    await expect(rows).toHaveCount(10);
    await section.getByRole("button", { name: "Show more" }).click();
    await expect(rows).toHaveCount(NAMES.length);
    await expect(rows.filter({ hasText: first.number })).toContainText(first.name);
    await look("a batch that made certificates", "main");
    await section.getByRole("searchbox", { name: "Search numbers" }).fill("000001");
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(first.number);
  });

  await test.step("revoked, with a reason: whoever checks it is told, and no longer whom it names", async () => {
    await section.getByRole("button", { name: `Revoke ${first.number}` }).click();
    const dialog = page.getByRole("dialog", { name: "Revoke this certificate?" });
    await expect(dialog).toContainText(first.number);
    await look("a certificate about to be revoked", "[role=dialog]");
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(rows.getByText("Valid", { exact: true })).toBeVisible();
    await section.getByRole("button", { name: `Revoke ${first.number}` }).click();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Given twice.");
    await dialog.getByRole("button", { name: "Revoke certificate" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(rows.getByText("Revoked", { exact: true })).toBeVisible();
    await expect(rows).toContainText("Given twice.");
    // The button that opened the dialog is the one that takes it back, and has the focus again.
    await expect(section.getByRole("button", { name: `Restore ${first.number}` })).toBeFocused();
    await visitor.goto(new URL(first.address).pathname);
    await expect(visitor.getByRole("heading", { name: "This certificate was revoked" })).toBeVisible();
    for (const untold of [first.name, "Given twice."]) {
      await expect(visitor.getByRole("main")).not.toContainText(untold);
    }
    await visitor.goto(new URL(second.address).pathname);
    await expect(visitor.getByRole("heading", { name: "This certificate is valid" })).toBeVisible();
  });

  await test.step("among all of the workspace it is found by its number, and restored by keys alone", async () => {
    await page.getByRole("link", { name: "Certificates", exact: true }).click();
    await expect(page).toHaveURL(/\/certificates$/);
    const all = page.getByRole("list", { name: "Certificates" }).getByRole("listitem");
    await expect(all).toHaveCount(NAMES.length);
    await look("certificates of a workspace", "main");
    await page.setViewportSize(PHONE);
    await look("certificates on a phone", "main");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.setViewportSize(WIDE);
    await page.keyboard.press("/");
    await page.keyboard.type("acme-1999");
    await expect(page.getByRole("heading", { name: "No certificate has this number" })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(first.number.toLowerCase());
    await expect(all).toHaveCount(1);
    await expect(all).toContainText("Given twice.");
    // Past the copying and the checking of the only one that is shown.
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: `Restore ${first.number}` })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(all.getByText("Valid", { exact: true })).toBeVisible();
    await visitor.goto(new URL(first.address).pathname);
    await expect(visitor.getByRole("heading", { name: "This certificate is valid" })).toBeVisible();
  });

  expect(found).toEqual([]);
});
