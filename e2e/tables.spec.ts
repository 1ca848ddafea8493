import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { createTemplate, expect, publish, test } from "./fixtures";

/** Seconds within which every process knows what a link shows. */
const SOON = { timeout: 15_000 };

const LIST = "Email,First name,Points\nmaria@example.com,Maria,120\njorge@example.com,Jorge,7\n";

type Seen = { status: string; bytes: string };

/** A picture as it is made now, whatever was kept on the way. */
async function see(page: Page, address: string): Promise<Seen> {
  const answer = await page.request.get(address);
  expect(answer.headers()["content-type"]).toContain("image/");
  const bytes = createHash("sha256")
    .update(await answer.body())
    .digest("hex");
  return { status: answer.headers()["x-render-status"] ?? "", bytes };
}

const file = (text: string, name = "customers.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test("a list becomes a table, a link looks values up in it, and a changed row changes the picture", async ({
  page,
  account,
}) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id: templateId } = await createTemplate(page, account, { name: "Thank you", from });
  const { key } = (await publish(page, account, templateId)).link;

  await page.goto(`/${account.workspace}`);
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No data yet" })).toBeVisible();
  await page.getByLabel("New table: file").setInputFiles(file(LIST));
  const making = page.getByRole("dialog", { name: "New table" });
  await expect(making.getByRole("columnheader", { name: "First name" })).toBeVisible();
  await expect(making.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("customers");
  await expect(making.getByRole("combobox", { name: "Rows are found by" })).toHaveText("Email");
  await expect(making.getByRole("combobox", { name: "Which is" })).toHaveText("E-mail address");
  // What would stand in the address of a field is refused with a sentence.
  await making.getByRole("textbox", { name: "Name in the address" }).fill("_id");
  await making.getByRole("button", { name: "Create table" }).click();
  await expect(making.getByText(/^A key starts with a letter/)).toBeVisible();
  await making.getByRole("textbox", { name: "Name in the address" }).fill("id");
  await making.getByRole("button", { name: "Create table" }).click();
  await expect(page.getByRole("heading", { name: "customers" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "maria@example.com", exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Links", exact: true }).first().click();
  await page.getByRole("button", { name: "More for Thank you" }).click();
  await page.getByRole("menuitem", { name: "Data" }).click();
  const data = page.getByRole("dialog", { name: "Data of “Thank you”" });
  await data.getByRole("switch", { name: /^customers/ }).click();
  await expect(data.getByRole("combobox", { name: "“First name” is filled from" })).toHaveText("First name");
  await expect(data.locator("pre code")).toContainText(`/i/${key}.png?id={{email|urlencode}}`);
  await data.getByRole("combobox", { name: "Copy for" }).click();
  await page.getByRole("option", { name: "Mailchimp" }).click();
  await data.getByRole("combobox", { name: "“id” is" }).click();
  await page.getByRole("option", { name: "The sender’s own id of the recipient" }).click();
  await expect(data.locator("pre code")).toContainText("?id=*|UNIQID|*");
  await data.getByRole("button", { name: "Save" }).click();
  await expect(data).toBeHidden();

  const address = `/i/${key}.png?id=maria@example.com`;
  const byHand = await see(page, `/i/${key}.png?first_name=Maria`);
  const nobody = await see(page, `/i/${key}.png?id=nobody`);
  await expect(async () => expect((await see(page, address)).bytes).not.toBe(nobody.bytes)).toPass(SOON);
  const maria = await see(page, address);
  expect([maria.status, byHand.status]).toEqual(["ok", "ok"]);
  const digest = createHash("md5").update("maria@example.com").digest("hex");
  expect((await see(page, `/i/${key}.png?id=${digest}`)).bytes).toBe(maria.bytes);
  expect((await see(page, `/i/${key}.png?id=jorge@example.com`)).bytes).not.toBe(maria.bytes);

  await page.getByRole("link", { name: "Data", exact: true }).first().click();
  await page.getByRole("link", { name: "customers" }).click();
  await expect(page.getByRole("link", { name: "Thank you" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a row by “Email”" }).fill("MARIA@example.com");
  await page.getByRole("button", { name: "Find row" }).click();
  const row = page.getByRole("dialog", { name: "Row" });
  await row.getByLabel("First name").fill("Mariana");
  await row.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("cell", { name: "Mariana", exact: true })).toBeVisible();
  await expect(async () => expect((await see(page, address)).bytes).not.toBe(maria.bytes)).toPass(SOON);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("cell", { name: "Mariana", exact: true })).toBeHidden();
  await expect(async () => expect((await see(page, address)).bytes).toBe(maria.bytes)).toPass(SOON);

  // Another list shows nothing before somebody says so, and says what it changes.
  const next = "Email,First name,Points\nmaria@example.com,Ana,120\nlin@example.com,Lin,3\n";
  await page.getByLabel("Upload a new list: file").setInputFiles(file(next, "next.csv"));
  const refill = page.getByRole("dialog", { name: "Upload a new list" });
  await refill.getByRole("button", { name: "Upload" }).click();
  const changes = refill.getByRole("region", { name: "What changes" });
  await expect(changes.getByRole("definition")).toHaveText(["1 row", "1 row", "1 row", "0 rows"]);
  expect((await see(page, address)).bytes).toBe(maria.bytes);
  await refill.getByRole("button", { name: "Show the new list" }).click();
  await expect(page.getByRole("cell", { name: "lin@example.com", exact: true })).toBeVisible();
  await expect(page.getByRole("cell", { name: "jorge@example.com", exact: true })).toBeHidden();
  await expect(async () => expect((await see(page, address)).bytes).not.toBe(maria.bytes)).toPass(SOON);
  const gone = await see(page, `/i/${key}.png?id=jorge@example.com`);
  expect(gone).toEqual(nobody);
});
