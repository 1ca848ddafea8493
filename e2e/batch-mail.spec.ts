import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { stranger } from "./fixtures";
import { type ServerWithMail, startServerWithMail } from "./server-with-mail";

/** Results of a batch on their way to the people in its list, through a mail server on this machine. */

const PEOPLE = 12;

let server: ServerWithMail;
test.beforeAll(async () => {
  test.setTimeout(5 * 60_000);
  server = await startServerWithMail({ MAIL_PER_MINUTE: "120" });
});
test.afterAll(() => server?.stop());

/** What a page of the product asks, and its answer. */
async function ask<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const headers = { "content-type": "application/json" };
      const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
      const response = await fetch(path, { method, ...sent });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
      return text === "" ? null : JSON.parse(text);
    },
    { method, path, body },
  );
}

/** Somebody who has signed up and shown that mail reaches them. */
async function signUp(page: Page): Promise<{ email: string; workspace: string }> {
  const person = stranger();
  await page.goto(`${server.address}/sign-in`);
  const { workspace } = await ask<{ workspace: string }>(page, "POST", "/api/account/sign-up", person);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(new RegExp(`/${workspace}$`));
  const link = () => {
    const { raw } = server.mail.received.find(({ to }) => to.includes(person.email)) ?? { raw: "" };
    return /https?:\/\/\S+\/sign-in\/confirm#[\w-]+/.exec(
      raw.replace(/=\r\n/g, "").replace(/=3D/g, "="),
    )?.[0];
  };
  await expect.poll(link).toBeTruthy();
  await page.goto(link() ?? "");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("link", { name: "Go on to Nameplate" }).click();
  await page.waitForURL(new RegExp(`/${workspace}$`));
  return { email: person.email, workspace };
}

/** A batch of everybody in the list, the last of whom has no address. */
async function newBatch(page: Page, workspace: string): Promise<string> {
  const root = `/api/w/${workspace}`;
  const from = { kind: "blank", width: 320, height: 120, displayWidth: 160 };
  const { id: templateId } = await ask<{ id: string }>(page, "POST", `${root}/templates`, {
    name: "Award",
    from,
  });
  const { revision } = await ask<{ revision: number }>(page, "GET", `${root}/templates/${templateId}/draft`);
  await ask(page, "POST", `${root}/templates/${templateId}/publish`, { revision });
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const number = at + 1;
    return `Person ${number},${number === PEOPLE ? "" : `person${number}@people.example`}`;
  });
  const text = ["Name,E-mail", ...rows].join("\n");
  const batches = `${root}/batches`;
  const { id } = await ask<{ id: string }>(page, "POST", `${batches}?template=${templateId}&header=yes`, {
    text,
  });
  await ask(page, "POST", `${batches}/${id}/start`);
  return id;
}

const mailsTo = (pattern: RegExp) =>
  server.mail.received.filter(({ to }) => to.some((each) => pattern.test(each)));

test("results are mailed to the addresses of a column, stopped, and the rest is sent", async ({ page }) => {
  test.setTimeout(5 * 60_000);
  const { email, workspace } = await signUp(page);
  const id = await newBatch(page, workspace);
  const { look, found } = axeLooks(page);
  await page.goto(`${server.address}/${workspace}/batches/${id}`);
  const panel = page.getByRole("region", { name: "Send by e-mail" });
  await expect(panel).toBeVisible({ timeout: 90_000 });

  await test.step("the column is guessed, and who gets a mail is said before", async () => {
    await expect(panel.getByRole("combobox", { name: "Addresses" })).toContainText("E-mail");
    await expect(panel.getByRole("status")).toContainText("11 rows get a mail");
    await expect(panel.getByRole("status")).toContainText("1 row without a good address is skipped.");
    await expect(panel.getByRole("button", { name: "Send 11 mails…" })).toBeDisabled();
    await panel.getByLabel("Sender’s name").fill("Acme Academy");
    await panel.getByLabel("Subject").fill("Well done");
    await panel.getByLabel("Message").fill("Dear ");
    await panel.getByRole("button", { name: "Insert Name" }).click();
    await expect(panel.getByLabel("Message")).toHaveValue("Dear {{Name}}");
    await look("a letter", "main");
    await shots(page, "letter");
  });

  await test.step("what does not fit is said at its field", async () => {
    await panel.getByLabel("Subject").fill("Well done, {{nobody}}");
    await panel.getByRole("button", { name: "Send a test to me" }).click();
    await expect(panel.getByText("is neither a column nor a field")).toBeVisible();
    await panel.getByLabel("Subject").fill("Well done, {{Name}}");
  });

  await test.step("a test comes to oneself", async () => {
    await panel.getByRole("button", { name: "Send a test to me" }).click();
    await expect(page.getByText(`The mail of row 1 is sent to ${email}`)).toBeVisible();
    const [, test = { raw: "" }] = mailsTo(new RegExp(`^${email}$`));
    expect(test.raw).toContain("Subject: Well done, Person 1");
  });

  await test.step("asked once, they leave one after the other, and stop when told to", async () => {
    server.mail.refuse("5.1.1 no such user", /person2@/);
    await panel.getByRole("button", { name: "Send 11 mails…" }).click();
    const dialog = page.getByRole("dialog", { name: "Send 11 mails?" });
    await look("asked once", "[role=dialog]");
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => mailsTo(/@people\.example$/).length).toBeGreaterThan(1);
    await panel.getByRole("button", { name: "Stop" }).click();
    await expect(panel.getByText("Stopped", { exact: true })).toBeVisible();
    await expect(panel.getByRole("button", { name: "Send the rest" })).toBeVisible();
    const sent = mailsTo(/@people\.example$/).length;
    expect(sent).toBeLessThan(10);
    await look("stopped", "main");
    await shots(page, "stopped");
  });

  await test.step("the rest is sent, each to its person once", async () => {
    await panel.getByRole("button", { name: "Send the rest" }).click();
    await expect(panel.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
    const to = mailsTo(/@people\.example$/).flatMap((each) => each.to);
    expect(to).toHaveLength(10);
    expect(new Set(to).size).toBe(10);
  });

  await test.step("the log says what became of each row", async () => {
    const log = panel.getByRole("list", { name: "Mails by row" });
    await expect(log.getByRole("listitem")).toHaveCount(PEOPLE);
    const second = log.getByRole("listitem").nth(1);
    await expect(second).toContainText("person2@people.example");
    await expect(second).toContainText("no such user");
    await expect(second).toContainText("Refused");
    await expect(log.getByRole("listitem").last()).toContainText("Skipped");
    await look("a mailing that is done", "main");
    await shots(page, "done");
  });

  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await look("a mailing on a phone", "main");
  await page.setViewportSize(WIDE);
  expect(found).toEqual([]);
});

/** Pictures of the page in both themes and widths, where MAIL_SHOTS names a folder for them. */
async function shots(page: Page, name: string): Promise<void> {
  const folder = process.env.MAIL_SHOTS;
  if (!folder) return;
  for (const [width, size] of Object.entries({ wide: WIDE, phone: PHONE })) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.setViewportSize(WIDE);
}
