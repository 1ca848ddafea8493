import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { copyHtml, findSender } from "@/lib/link/senders";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { createTemplate, expect, publish, SAME_ORIGIN, test } from "./fixtures";
import { mailedAddress } from "./outbox-page";

/** What pictures cost, and pictures on other people's pages. */

const STARTER = { from: { kind: "starter", id: "loyalty-thank-you" } } as const;

test("pictures that were asked for are on the usage page: meters, days, projects, CSV", async ({
  page,
  account,
  browser,
}) => {
  const template = await createTemplate(page, account, STARTER);
  const { link } = await publish(page, account, template.id);
  // The first may meet a server that still compiles, and is a card then, which is nobody's.
  const path = `/i/${link.key}.png?first_name=Maria`;
  await expect(async () => {
    expect((await page.request.get(path)).headers()["x-render-status"]).toBe("ok");
  }).toPass();
  for (let turn = 0; turn < 30; turn += 1) expect((await page.request.get(path)).status()).toBe(200);

  await page.goto(`/${account.workspace}`);
  await page.getByRole("link", { name: "Usage" }).click();
  await expect(page.getByRole("heading", { name: "Usage", level: 1 })).toBeVisible();
  const table = page.getByRole("table", { name: "By project" });
  await expect(async () => {
    await page.reload();
    const row = table.getByRole("row", { name: /First project/ });
    const served = Number(await row.getByRole("cell").first().textContent({ timeout: 1_000 }));
    expect(served).toBeGreaterThanOrEqual(31);
    expect(served).toBeLessThanOrEqual(33);
    expect(await row.getByRole("cell").nth(1).textContent()).toMatch(/^[12]$/);
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText("on the plan Self-hosted")).toBeVisible();
  await expect(page.getByText("no limit")).toHaveCount(5);

  // The chart is told as a table too.
  await page.getByText("Show as a table").click();
  const days = page.getByRole("table", { name: /Pictures of each day/ });
  const today = new Date().toISOString().slice(0, 10);
  const counted = await days.getByRole("row", { name: today }).getByRole("cell").first().textContent();
  expect(Number(counted)).toBeGreaterThanOrEqual(31);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await (await downloading).createReadStream();
  let csv = "";
  for await (const part of file) csv += part;
  expect(csv).toContain(`${today},First project,`);

  const axe = axeLooks(page);
  await axe.look("usage");
  await page.setViewportSize(PHONE);
  await axe.look("usage on a phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.setViewportSize(WIDE);
  expect(axe.found).toEqual([]);

  // A month in which nothing was is a page too, and one that there is not is this month.
  await page.goto(`/${account.workspace}/usage?month=2024-02`);
  await expect(page.getByText("February 2024 on the plan")).toBeVisible();
  await expect(page.getByText("No picture was asked for in this month.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "This month" }).click();
  await expect(table).toBeVisible();
  await page.goto(`/${account.workspace}/usage?month=nonsense`);
  await expect(table).toBeVisible();

  const nobody = await browser.newContext();
  expect((await nobody.request.get(`/api/w/${account.workspace}/usage/export?month=2026-11`)).status()).toBe(
    401,
  );
  await nobody.close();
});

test("another page shows the picture by the copied HTML, fills it from its own query, and draws it on a canvas", async ({
  page,
  account,
  baseURL,
}) => {
  const template = await createTemplate(page, account, STARTER);
  const { link } = await publish(page, account, template.id);
  const origin = new URL(baseURL ?? "").origin;
  const sender = findSender("website");
  if (!sender) throw new Error("websites are senders");
  const fields = [{ key: "first_name" }, { key: "loyalty_points" }];
  const html = copyHtml({
    ...{ sender, origin, linkKey: link.key, format: "png", fields },
    ...{ width: 600, height: 314, alt: "Thank you" },
  }).replace("<img ", '<img crossorigin="anonymous" ');
  const shop = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>Shop</title>${html}`);
  });
  await new Promise<void>((done) => shop.listen(0, "localhost", done));
  const { port } = shop.address() as AddressInfo;

  /** The address that is shown, its tag, and its pixels as the other page reads them. */
  const visit = async (search: string) => {
    await page.goto(`http://localhost:${port}/${search}`);
    const image = page.getByRole("img", { name: "Thank you" });
    await expect
      .poll(() =>
        image.evaluate(
          (node) => (node as HTMLImageElement).complete && (node as HTMLImageElement).naturalWidth,
        ),
      )
      .toBe(1200);
    return image.evaluate(async (node) => {
      const shown = node as HTMLImageElement;
      const canvas = document.createElement("canvas");
      canvas.width = 120;
      canvas.height = 63;
      canvas.getContext("2d")?.drawImage(shown, 0, 0, 120, 63);
      const answer = await fetch(shown.src, { headers: { "x-of-the-shop": "1" } });
      return {
        src: shown.src,
        pixels: canvas.toDataURL(),
        status: answer.headers.get("x-render-status"),
        etag: answer.headers.get("etag"),
      };
    });
  };
  try {
    await expect(async () => expect((await visit("")).status).toBe("ok")).toPass();
    const nobody = await visit("");
    const name = `O'Neil & "Söhne" <b>#1</b>`;
    const known = await visit(`?${new URLSearchParams({ utm: "x", first_name: name, loyalty_points: "0" })}`);
    expect(nobody.src).toBe(`${origin}/i/${link.key}.png`);
    expect(new URL(known.src).searchParams.get("first_name")).toBe(name);
    expect(known.src).not.toContain("utm");
    expect(known.status).toBe("ok");
    expect(known.pixels).not.toBe(nobody.pixels);
    expect(known.etag).not.toBe(nobody.etag);

    // The API is for programs: a page of somebody else's gets no answer, whatever key it has.
    const refused = await page.evaluate(
      (url) =>
        fetch(url, { headers: { authorization: "Bearer x" } }).then(
          () => "answered",
          () => "refused",
        ),
      `${origin}/api/v1/projects`,
    );
    expect(refused).toBe("refused");
  } finally {
    shop.close();
  }
});

test("the share panel has tags for previews of links to a page", async ({ page, account }) => {
  const template = await createTemplate(page, account, STARTER);
  const { link } = await publish(page, account, template.id);
  await page.goto(`/${account.workspace}/templates/${template.id}`);
  await page.getByTestId("stage").waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).first().click();
  const share = page.getByRole("dialog", { name: "Share" });
  await share.getByRole("radio", { name: "Landbot" }).click();
  await expect(share.getByText("first_name=@{name}", { exact: false }).first()).toBeVisible();
  await expect(share.getByRole("heading", { name: "Preview of links to the page" })).toHaveCount(0);
  await share.getByRole("radio", { name: "Website" }).click();
  const tags = share.locator("section", { hasText: "Preview of links to the page" }).locator("code");
  await expect(tags).toContainText(`<meta property="og:image" content="`);
  await expect(tags).toContainText(`/i/${link.key}.png">`);
  await expect(tags).toContainText(`<meta property="og:image:width" content="1200">`);
});

test("a guest sees nothing of usage", async ({ page, account, browser }) => {
  const projects = await page.request.get(`/api/w/${account.workspace}/projects`);
  const body = await projects.json();
  const [project] = Array.isArray(body) ? body : body.projects;
  const invited = {
    email: `guest-${Date.now()}@example.com`,
    role: "guest",
    projectIds: [project.id],
    mail: true,
  };
  const made = await page.request.post(`/api/w/${account.workspace}/invitations`, {
    data: invited,
    headers: SAME_ORIGIN,
  });
  expect(made.status()).toBe(201);
  const url = await mailedAddress(page, invited.email, "invites you to");
  const context = await browser.newContext();
  const guest = await context.newPage();
  const token = url.split("#").at(-1);
  const password = "quiet-harbour-guest";
  const joined = await context.request.post("/api/account/invitations/sign-up", {
    data: { token, name: "Client", password },
    headers: SAME_ORIGIN,
  });
  expect(joined.status()).toBe(201);
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: invited.email, password, json: "true" },
    headers: SAME_ORIGIN,
  });
  await guest.goto(`/${account.workspace}`);
  await expect(guest.getByRole("link", { name: "Settings" })).toBeVisible();
  await expect(guest.getByRole("link", { name: "Usage" })).toHaveCount(0);
  await guest.goto(`/${account.workspace}/usage`);
  await expect(guest.getByRole("heading", { name: "Usage", level: 1 })).toHaveCount(0);
  const csv = await context.request.get(`/api/w/${account.workspace}/usage/export?month=2026-11`);
  expect(csv.status()).toBe(403);
  await context.close();
});
