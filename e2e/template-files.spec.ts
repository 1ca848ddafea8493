import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { createDocument } from "@/lib/template/create-document";
import { imageEntry } from "@/lib/template/layers/image";
import { assetIdsOf } from "@/lib/template/template-file";
import { readPng, shareThatDiffers } from "./compare";
import { openedEditor } from "./editor-page";
import {
  type Account,
  createTemplate,
  expect,
  loadDraft,
  publish,
  SAME_ORIGIN,
  saveDraft,
  stranger,
  test,
  uploadPicture,
} from "./fixtures";

const SIZE = { width: 400, height: 200, displayWidth: 400 };

/** A picture that nobody else has: colours that change from corner to corner. */
function photo(): Buffer {
  const picture = new PNG({ width: SIZE.width, height: SIZE.height });
  for (let at = 0; at < picture.data.length; at += 4) {
    const [x, y] = [(at / 4) % SIZE.width, Math.floor(at / 4 / SIZE.width)];
    picture.data.set([(x * 255) / SIZE.width, (y * 255) / SIZE.height, 90, 255], at);
  }
  return PNG.sync.write(picture);
}

/** A template that shows an uploaded picture. */
async function pictured(page: Page, account: Account, name: string, png: Buffer): Promise<string> {
  const { id } = await createTemplate(page, account, { name, from: { kind: "blank", ...SIZE } });
  const assetId = await uploadPicture(page, account, png);
  const layer = {
    ...imageEntry.create("photo", SIZE),
    x: 0,
    y: 0,
    ...SIZE,
    source: { kind: "asset", assetId },
  };
  const { displayWidth: _width, ...placed } = layer;
  const document = { ...createDocument(SIZE), layers: [placed as ReturnType<typeof imageEntry.create>] };
  await saveDraft(page, account, id, document, 1);
  return id;
}

async function menuOf(page: Page, name: string, item: string): Promise<void> {
  const card = page.getByRole("article").filter({ has: page.getByRole("link", { name, exact: true }) });
  await card.first().hover();
  await card
    .first()
    .getByRole("button", { name: `More for ${name}` })
    .click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

const thumbnail = async (page: Page, account: Account, id: string) =>
  readPng(await (await page.request.get(`/api/w/${account.workspace}/templates/${id}/thumbnail.png`)).body());

/** Lets go of a file over the page, as from a folder of the desktop. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ""], file ?? ""));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent("main", "dragenter", { dataTransfer: transfer });
  await expect(page.getByText("Drop template files to import them")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

test("a template leaves as a file and comes into the workspace of somebody else; a broken file says why", async ({
  page,
  account,
  browser,
}) => {
  const id = await pictured(page, account, "Łódź: launch", photo());
  await page.goto(`/${account.workspace}`);
  const downloading = page.waitForEvent("download");
  await menuOf(page, "Łódź: launch", "Export as file");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Łódź launch.nameplate");
  const file = await readFile(await download.path());

  const context = await browser.newContext();
  const reader = await context.newPage();
  const person = stranger();
  const made = await reader.request.post("/api/account/sign-up", { data: person, headers: SAME_ORIGIN });
  const { workspace }: { workspace: string } = await made.json();
  const { csrfToken }: { csrfToken: string } = await (await reader.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: person.email, password: person.password, json: "true" };
  await reader.request.post("/api/auth/callback/credentials", { form, headers: SAME_ORIGIN });
  const other: Account = { ...person, workspace };
  await reader.goto(`/${workspace}`);
  await reader.getByRole("button", { name: "More for templates" }).click();
  await reader.getByRole("menuitem", { name: "Import from file" }).click();
  const dialog = reader.getByRole("dialog", { name: "Import templates" });
  await dialog.getByLabel("Template files").setInputFiles({
    name: download.suggestedFilename(),
    mimeType: "application/octet-stream",
    buffer: file,
  });
  const open = dialog.getByRole("link", { name: "Open" });
  await expect(open).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(reader.getByRole("link", { name: "Łódź: launch" }).first()).toBeVisible();

  await dropFile(reader, "holiday.nameplate", "<html>Sign in to download</html>");
  await expect(dialog.getByRole("alert")).toHaveText(
    "This is not a template file. Choose a file that ends in .nameplate. Nothing was imported.",
    { timeout: 60_000 },
  );
  await reader.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await reader.getByRole("link", { name: "Łódź: launch", exact: true }).last().click();
  await reader.waitForURL(/\/templates\/tpl_/);
  await openedEditor(reader);
  const imported = new URL(reader.url()).pathname.split("/").pop() ?? "";
  const [mine, theirs] = [await loadDraft(page, account, id), await loadDraft(reader, other, imported)];
  expect(assetIdsOf(theirs.document)).toHaveLength(1);
  expect(assetIdsOf(theirs.document)).not.toEqual(assetIdsOf(mine.document));
  const [before, after] = [await thumbnail(page, account, id), await thumbnail(reader, other, imported)];
  expect(shareThatDiffers(before, after, { x: 0, y: 0, width: before.width, height: before.height })).toBe(0);
  const blank = await createTemplate(page, account, { from: { kind: "blank", ...SIZE } });
  const nothing = await thumbnail(page, account, blank.id);
  expect(
    shareThatDiffers(before, nothing, { x: 0, y: 0, width: before.width, height: before.height }),
  ).toBeGreaterThan(0.1);
  await context.close();
});

test("a template is kept to begin from, copied to another project, and deleted with what that means", async ({
  page,
  account,
}) => {
  const starter = { kind: "starter", id: "vip-pass" } as const;
  const { id } = await createTemplate(page, account, { name: "Pass", from: starter });
  const client = `Client ${randomBytes(2).toString("hex")}`;
  await page.request.post(`/api/w/${account.workspace}/projects`, {
    data: { name: client },
    headers: SAME_ORIGIN,
  });
  await publish(page, account, id);
  await page.goto(`/${account.workspace}`);

  await test.step("saved as a workspace template, found, renamed and used", async () => {
    await menuOf(page, "Pass", "Save as workspace template");
    await expect(page.locator("[data-sonner-toast]")).toContainText("is a workspace template", {
      timeout: 60_000,
    });
    await page.getByRole("button", { name: "New template" }).first().click();
    const dialog = page.getByRole("dialog", { name: "New template" });
    const own = dialog.getByRole("list", { name: "Your workspace" });
    await expect(own.getByRole("listitem")).toContainText(`${account.name}, `);
    await dialog.getByRole("searchbox", { name: "Search ready designs" }).fill("order");
    await expect(own).toHaveCount(0);
    await dialog.getByRole("searchbox", { name: "Search ready designs" }).fill("pass");
    await own.getByRole("listitem").hover();
    await own.getByRole("button", { name: "More for Pass" }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.keyboard.type("House pass");
    await page.keyboard.press("Enter");
    // Large first: Space shows it, Escape leads back to its card.
    const card = own.getByRole("button", { name: "Use House pass" });
    await card.press("Space");
    const preview = dialog.getByRole("region", { name: "Preview of House pass" });
    await expect(preview).toContainText(`Saved by ${account.name}`);
    await expect
      .poll(() => preview.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(400);
    await page.keyboard.press("Escape");
    await expect(card).toBeFocused();
    await own.getByRole("listitem").hover();
    await own.getByRole("button", { name: "Preview House pass" }).click();
    await preview.getByRole("button", { name: "Use this design" }).click();
    await page.waitForURL(/\/templates\/tpl_/);
    await openedEditor(page);
    const made = new URL(page.url()).pathname.split("/").pop() ?? "";
    expect(made).not.toBe(id);
    expect((await loadDraft(page, account, made)).document).toEqual(
      (await loadDraft(page, account, id)).document,
    );
    await page.goto(`/${account.workspace}`);
    await expect(page.getByRole("link", { name: "House pass", exact: true })).toBeVisible();
  });

  await test.step("copied to another project: the toast leads there, the copy is a draft", async () => {
    const card = page
      .getByRole("article")
      .filter({ has: page.getByRole("link", { name: "Pass", exact: true }) });
    await card.hover();
    await card.getByRole("button", { name: "More for Pass" }).click();
    await page.getByRole("menuitem", { name: "Duplicate to" }).click();
    await page.getByRole("menuitem", { name: client }).click();
    const toast = page.locator("[data-sonner-toast]").filter({ hasText: `was copied to ${client}` });
    await expect(toast).toContainText("draft", { timeout: 60_000 });
    await page.getByRole("navigation").getByRole("link", { name: client }).click();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article")).toContainText("Draft");
    await page.goto(`/${account.workspace}`);
  });

  await test.step("a published one asks once; it waits in Recently deleted and comes back published", async () => {
    const published = page.getByRole("article").filter({ hasText: "Published" });
    await published.hover();
    await published.getByRole("button", { name: "More for Pass" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const question = page.getByRole("dialog", { name: "Delete “Pass”?" });
    await expect(question).toContainText("its links show a neutral picture");
    await question.getByRole("button", { name: "Delete template" }).click();
    await expect(page.locator("[data-sonner-toast]").filter({ hasText: "was deleted" })).toContainText(
      "Its links now show a neutral picture.",
      { timeout: 60_000 },
    );
    await expect(published).toHaveCount(0);
    await page.getByRole("button", { name: "More for templates" }).click();
    await page.getByRole("menuitem", { name: "Recently deleted" }).click();
    const deleted = page.getByRole("dialog", { name: "Recently deleted" });
    await deleted.getByRole("button", { name: "Restore Pass" }).click();
    await expect(deleted.getByText("Nothing is deleted")).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press("Escape");
    await expect(published).toHaveCount(1);
  });
});
