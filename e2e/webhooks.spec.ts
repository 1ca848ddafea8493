import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { Webhook } from "standardwebhooks";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { createTemplate, expect, publish, test } from "./fixtures";

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

/** Where the server under test may send to on this machine. */
const PORT = Number(process.env.RECEIVER_PORT);

let server: Server;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 204;

test.beforeEach(async () => {
  received = [];
  status = 204;
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(PORT, "127.0.0.1", done));
});
test.afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

test("a webhook: made, told of a publish, sent again, tested, switched off, deleted", async ({
  page,
  account,
}) => {
  const template = await createTemplate(page, account, { name: "Spring", from: BLANK });
  await page.goto(`/${account.workspace}`);
  await page.getByRole("link", { name: "Webhooks" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  await page.getByRole("button", { name: "New webhook" }).click();

  // An address inside is said at its field, and nothing else is lost.
  const dialog = page.getByRole("dialog", { name: "New webhook" });
  await dialog.getByLabel("Address").fill("http://169.254.169.254/latest");
  await dialog.getByRole("checkbox", { name: /limit/ }).uncheck();
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await expect(dialog.getByText(/Events cannot be sent to this address/)).toBeVisible();
  await dialog.getByLabel("Address").fill(`http://127.0.0.1:${PORT}/events`);
  await dialog.getByRole("button", { name: "Create webhook" }).click();

  const shown = page.getByRole("dialog", { name: "Signing secret" });
  const secret = (await shown.getByText(/^whsec_/).textContent()) ?? "";
  await shown.getByRole("tab", { name: "Python" }).click();
  await expect(shown.getByText(/from standardwebhooks import Webhook/)).toBeVisible();
  const { look, found } = axeLooks(page);
  await look("secret", '[role="dialog"]');
  await shown.getByRole("button", { name: "Done" }).click();

  await publish(page, account, template.id);
  await expect.poll(() => received.length).toBe(1);
  const [first] = received;
  const headers = Object.fromEntries(
    Object.entries(first?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  expect(new Webhook(secret).verify(first?.body ?? "", headers)).toMatchObject({
    type: "template.published",
    data: { templateId: template.id, name: "Spring", version: 1 },
  });

  await page.getByRole("link", { name: `127.0.0.1:${PORT}/events` }).click();
  const log = page.getByRole("list", { name: "Deliveries" });
  await expect(log.getByText("Delivered")).toBeVisible();
  await page.getByRole("button", { name: "template.published", exact: true }).click();
  await expect(log.getByText(/answered 204/)).toBeVisible();
  await expect(log.getByText(String(headers["webhook-id"]))).toBeVisible();
  await page.getByRole("button", { name: "Resend template.published" }).click();
  await expect.poll(() => received.length).toBe(2);
  expect(received[1]?.headers["webhook-id"]).toBe(headers["webhook-id"]);
  expect(received[1]?.body).toBe(first?.body);
  await expect(log.getByText(/by hand/)).toBeVisible();

  await look("endpoint", "main");

  status = 500;
  await page.getByRole("button", { name: "Send test event" }).click();
  await expect(log.getByText("Trying again: answered 500").first()).toBeVisible();
  await expect(page.getByText("Not arriving")).toBeVisible();

  await page.getByRole("button", { name: "More for this webhook" }).click();
  await page.getByRole("menuitem", { name: "Rotate secret" }).click();
  await page.getByRole("button", { name: "Make the new secret" }).click();
  const next = (await shown.getByText(/^whsec_/).textContent()) ?? "";
  expect(next).not.toBe(secret);
  await shown.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/The secret before signs too until/)).toBeVisible();

  await page.getByRole("switch", { name: "On" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send test event" })).toBeDisabled();

  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await look("endpoint on a phone", "main");
  await page.setViewportSize(WIDE);
  expect(found).toEqual([]);

  await page.getByRole("button", { name: "More for this webhook" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete webhook" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  await page.goto(`/${account.workspace}/activity`);
  await expect(page.getByText(`deleted the webhook “127.0.0.1:${PORT}”`)).toBeVisible();
});
