import { createTemplate, expect, SAME_ORIGIN, test } from "./fixtures";

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

/** A key from its making to its end, asked with as a program would. */

test("a key of one project: made, asked with, rotated, revoked", async ({
  page,
  account,
  playwright,
  baseURL,
}) => {
  const path = `/api/w/${account.workspace}/projects`;
  const made = await page.request.post(path, { data: { name: "Client" }, headers: SAME_ORIGIN });
  const client = await made.json();
  const inside = await createTemplate(page, account, { projectId: client.id, from: BLANK });
  const outside = await createTemplate(page, account, { from: BLANK });
  await page.goto(`/${account.workspace}`);
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByRole("heading", { name: "No keys yet" })).toBeVisible();
  await page.getByRole("button", { name: "New key" }).click();

  // Without a name: said at its field, and nothing else is lost.
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("It reaches").click();
  await page.getByRole("option", { name: "Some projects" }).click();
  await dialog.getByRole("checkbox", { name: "Client" }).check();
  await dialog.getByRole("button", { name: "Make key" }).click();
  await expect(dialog.getByText("Say what the key is for.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Shop");
  await dialog.getByRole("button", { name: "Make key" }).click();

  const shown = page.getByRole("dialog", { name: "Copy your key now" });
  const secret = (await shown.getByText(/^nameplate_live_\w{38}$/).textContent()) ?? "";
  await page.keyboard.press("Escape");
  await expect(shown).toBeVisible();
  await shown.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByText(`nameplate_live_…${secret.slice(-4)}`)).toBeVisible();

  const program = (key: string) =>
    playwright.request.newContext({
      extraHTTPHeaders: { authorization: `Bearer ${key}` },
      ...(baseURL ? { baseURL } : {}),
    });
  const first = await program(secret);
  const { templates } = await (await first.get("/api/v1/templates")).json();
  expect(templates.map(({ id }: { id: string }) => id)).toEqual([inside.id]);
  const paint = (templateId: string) =>
    first.post("/api/v1/images", { data: { templateId, version: "draft" } });
  const picture = await paint(inside.id);
  expect(picture.status()).toBe(200);
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await paint(outside.id)).status()).toBe(404);
  expect((await first.get("/api/v1/members")).status()).toBe(403);

  await page.reload();
  await expect(page.getByText(/last used/)).toBeVisible();
  await page.getByRole("button", { name: "Rotate Shop" }).click();
  await page.getByRole("button", { name: "Make the new key" }).click();
  const next = (await shown.getByText(/^nameplate_live_\w{38}$/).textContent()) ?? "";
  await shown.getByRole("button", { name: "I have copied it" }).click();
  const second = await program(next);
  expect((await first.get("/api/v1/templates")).status()).toBe(200);
  expect((await second.get("/api/v1/templates")).status()).toBe(200);
  await expect(page.getByText(/Replaced, ends in 24 hours/)).toBeVisible();

  await page.getByRole("button", { name: "Revoke Shop" }).last().click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await first.get("/api/v1/templates")).status()).toBe(401);
  expect((await second.get("/api/v1/templates")).status()).toBe(200);
  await Promise.all([first.dispose(), second.dispose()]);
});
