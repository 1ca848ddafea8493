import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Page } from "@playwright/test";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { createTemplate, expect, publish, test } from "./fixtures";

/** Where the server under test may ask on this machine. */
const PORT = Number(process.env.SOURCE_PORT);

/** Seconds within which every process knows what a link shows. */
const SOON = { timeout: 15_000 };

let server: Server;
let asked: { url: string; authorization: string | undefined }[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

const customers = (request: IncomingMessage, response: ServerResponse) => {
  const name = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ customer: { name, points: 120, tags: ["a", "b"] } }));
};

test.beforeEach(async () => {
  asked = [];
  answer = customers;
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(PORT, "127.0.0.1", done));
});
test.afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** A picture as it is made now. */
async function see(page: Page, address: string): Promise<{ status: string; bytes: string }> {
  const reply = await page.request.get(address);
  expect(reply.headers()["content-type"]).toContain("image/");
  const bytes = createHash("sha256")
    .update(await reply.body())
    .digest("hex");
  return { status: reply.headers()["x-render-status"] ?? "", bytes };
}

test("a live source: made by a recipe, tested, its values clicked, shown by a picture, failing without harm", async ({
  page,
  account,
}) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id: templateId } = await createTemplate(page, account, { name: "Thank you", from });
  const { key } = (await publish(page, account, templateId)).link;
  const { look, found } = axeLooks(page);

  await page.goto(`/${account.workspace}/data`);
  await page.getByRole("button", { name: "New live source" }).click();
  const making = page.getByRole("dialog", { name: "New live source" });
  await expect(making.getByRole("radio")).toHaveCount(5);
  await look("recipes", '[role="dialog"]');
  // An address inside is said at its field, and nothing else is lost.
  await making.getByRole("textbox", { name: "Name" }).fill("Customers");
  await making.getByRole("textbox", { name: "Address" }).fill("http://169.254.169.254/latest/{{id}}");
  await making.getByRole("button", { name: "Create live source" }).click();
  await expect(making.getByText(/^Data cannot be asked for at this address/)).toBeVisible();
  await making.getByRole("textbox", { name: "Address" }).fill(`http://127.0.0.1:${PORT}/customers/{{id}}`);
  await making.getByRole("button", { name: "Create live source" }).click();
  await expect(page.getByRole("heading", { name: "Customers" })).toBeVisible();
  await expect(page.getByText("Not asked yet")).toBeVisible();

  // A key is a secret, which is entered once.
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByRole("textbox", { name: "Header 1, name" }).fill("Authorization");
  await page.getByRole("textbox", { name: "Header 1, value" }).fill("Bearer {{secret:api_key}}");
  await page.getByLabel("Secret api_key").fill("open-sesame");

  const panel = page.getByRole("region", { name: "Test" });
  await panel.getByRole("button", { name: "Ask now" }).click();
  await expect(panel.getByText(/^Nothing was asked: id is missing/)).toBeVisible();
  expect(asked).toHaveLength(0);
  await panel.getByRole("textbox", { name: /^id/ }).fill("Maria");
  await panel.getByRole("button", { name: "Ask now" }).click();
  await expect(panel.getByText(/^Answered 200/)).toBeVisible();
  expect(asked).toEqual([{ url: "/customers/Maria", authorization: "Bearer open-sesame" }]);
  await panel.getByText("What was sent").click();
  await expect(panel.getByText("authorization: Bearer ••••••")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("open-sesame");

  await panel.getByRole("button", { name: "name Maria" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Value 1, name" })).toHaveValue("name");
  await expect(page.getByRole("textbox", { name: "Value 1, place in the answer" })).toHaveValue(
    "/customer/name",
  );
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.setViewportSize(WIDE);
  await look("page");
  await page.setViewportSize(PHONE);
  await look("page on a phone");
  await page.setViewportSize(WIDE);

  // A link shows it.
  await page.goto(`/${account.workspace}/links`);
  await page.getByRole("button", { name: "More for Thank you" }).click();
  await page.getByRole("menuitem", { name: "Data" }).click();
  const data = page.getByRole("dialog", { name: "Data of “Thank you”" });
  await data.getByRole("switch", { name: /^Customers/ }).click();
  const field = data.getByRole("combobox", { name: "“First name” is filled from" });
  await field.click();
  await page.getByRole("option", { name: "name", exact: true }).click();
  await data.getByRole("button", { name: "Save" }).click();
  await expect(data).toBeHidden();
  const byHand = await see(page, `/i/${key}.png?first_name=Lin`);
  const nobody = await see(page, `/i/${key}.png`);
  await expect(async () => expect((await see(page, `/i/${key}.png?id=Lin`)).bytes).toBe(byHand.bytes)).toPass(
    SOON,
  );
  expect(byHand.bytes).not.toBe(nobody.bytes);
  expect(asked.at(-1)).toEqual({ url: "/customers/Lin", authorization: "Bearer open-sesame" });
  const times = asked.length;
  await see(page, `/i/${key}.png?id=Lin&again=1`);
  expect(asked).toHaveLength(times);

  // It breaks, and pictures arrive all the same.
  answer = (_request, response) => response.writeHead(500).end("no");
  expect(await see(page, `/i/${key}.png?id=Zoe`)).toEqual({
    bytes: nobody.bytes,
    status: "degraded; reason=source",
  });
  expect(await see(page, `/i/${key}.png?id=Lin`)).toEqual({ bytes: byHand.bytes, status: "ok" });
  await page.goto(`/${account.workspace}/data`);
  await page.getByRole("link", { name: "Customers" }).click();
  await expect(page.getByText("Failing")).toBeVisible();
  await expect(page.getByRole("link", { name: "Thank you" })).toBeVisible();
  await look("failing");

  // Another host gets the key only from whoever has it.
  await page.getByRole("textbox", { name: "Address", exact: true }).fill("https://elsewhere.example/{{id}}");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/was entered for another host/).first()).toBeVisible();
  expect(found).toEqual([]);
});
