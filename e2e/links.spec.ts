import type { Page } from "@playwright/test";
import { type Account, createTemplate, expect, publish, test } from "./fixtures";

/** Seconds within which every process knows what a link may. */
const SOON = { timeout: 15_000 };

async function newLink(page: Page, account: Account): Promise<string> {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  return (await publish(page, account, id)).link.key;
}

/** What the picture of an address says of itself. */
async function statusOf(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  expect(answer.headers()["content-type"]).toContain("image/");
  return answer.headers()["x-render-status"] ?? "";
}

/** Does something and waits for what the server says of it. */
async function answered(page: Page, method: string, path: RegExp, deed: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.request().method() === method && path.test(new URL(response.url()).pathname),
  );
  await deed();
  expect((await answer).ok()).toBe(true);
}

const ONE = /\/links\/lnk_\w+$/;

const choose = async (page: Page, item: string) => {
  await page.getByRole("button", { name: "More for Thank you" }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

const badge = (page: Page, label: string) =>
  page.getByRole("list", { name: "Links" }).getByText(label, { exact: true });

test("a link is paused in its row, resumed by the undo, deleted and brought back", async ({
  page,
  account,
}) => {
  const key = await newLink(page, account);
  const address = `/i/${key}.png?first_name=Maeve`;
  expect(await statusOf(page, address)).toBe("ok");
  await page.goto(`/${account.workspace}`);
  await page.getByRole("link", { name: "Links", exact: true }).click();
  await expect(badge(page, "Live")).toBeVisible();

  await answered(page, "PATCH", ONE, () => choose(page, "Pause"));
  await expect(badge(page, "Paused")).toBeVisible();
  await expect(async () => expect(await statusOf(page, address)).toContain("reason=paused")).toPass(SOON);
  await answered(page, "PATCH", ONE, () => page.getByRole("button", { name: "Undo" }).click());
  await expect(badge(page, "Live")).toBeVisible();
  await expect(async () => expect(await statusOf(page, address)).toBe("ok")).toPass(SOON);

  await answered(page, "DELETE", ONE, () => choose(page, "Delete"));
  await expect(page.getByRole("heading", { name: "No links yet" })).toBeVisible();
  await expect(async () => expect(await statusOf(page, address)).toContain("reason=deleted")).toPass(SOON);
  await answered(page, "POST", /\/restore$/, () => page.getByRole("button", { name: "Undo" }).last().click());
  await expect(badge(page, "Live")).toBeVisible();
  await expect(async () => expect(await statusOf(page, address)).toBe("ok")).toPass(SOON);
});

test("of signed addresses only: what is not signed shows no values, what the dialog signs does", async ({
  page,
  account,
}) => {
  const key = await newLink(page, account);
  const unsigned = `/i/${key}.png?first_name=Maeve`;
  await page.goto(`/${account.workspace}/links`);
  await choose(page, "Settings");
  const settings = page.getByRole("dialog", { name: "Settings of “Thank you”" });
  await settings.getByRole("radio", { name: /^Signed addresses only/ }).check();

  // Refused: said of the line and the field it is about, and nothing typed is lost.
  await settings.getByLabel("Hosts pictures may come from").fill("images.example.com\n\n*.com");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByText(/^Line 3: /)).toBeVisible();
  await expect(page.locator("[data-link]").getByText("signed addresses only")).toHaveCount(0);
  await settings.getByLabel("Hosts pictures may come from").fill("images.example.com");
  await settings.getByLabel("Most pictures it makes").fill("many");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByText(/^Give a whole number/)).toBeVisible();
  await settings.getByLabel("Most pictures it makes").fill("");
  await settings.getByRole("textbox", { name: "Name" }).fill("Thank you, spring");
  await answered(page, "PATCH", ONE, () => settings.getByRole("button", { name: "Save" }).click());
  await expect(settings).toBeHidden();
  await expect(page.locator("[data-link]").getByText("signed addresses only")).toBeVisible();
  await expect(async () => expect(await statusOf(page, unsigned)).toContain("reason=signature")).toPass(SOON);

  await choose(page, "Signed address");
  const signing = page.getByRole("dialog", { name: "Signed address of “Thank you, spring”" });
  for (const isEncrypted of [false, true]) {
    await signing.getByLabel("First name").fill("Nguyễn Thị Hoa");
    if (isEncrypted) await signing.getByRole("switch", { name: "Encrypt the values" }).click();
    await answered(page, "POST", /\/url$/, () =>
      signing.getByRole("button", { name: "Make the address" }).click(),
    );
    const said = (await signing.locator("pre code").textContent()) ?? "";
    const { pathname, search } = new URL(said);
    expect([search.includes("_sig="), search.includes("_t=")]).toEqual([!isEncrypted, isEncrypted]);
    await expect(async () => expect(await statusOf(page, pathname + search)).toBe("ok")).toPass(SOON);
    await expect(signing.getByTestId("signed-picture")).toHaveJSProperty("complete", true);
    if (!isEncrypted)
      expect(await statusOf(page, `${pathname}${search.replace("Hoa", "Lan")}`)).toContain(
        "reason=signature",
      );
  }
});

test("a second link of a template is found by its name, and the share dialog leads to a link's settings", async ({
  page,
  account,
}) => {
  const key = await newLink(page, account);
  await page.goto(`/${account.workspace}/links`);
  await page.getByRole("button", { name: "New link" }).click();
  const making = page.getByRole("dialog", { name: "New link" });
  await making.getByRole("radio", { name: "Thank you" }).check();
  await making.getByRole("textbox", { name: "Name" }).fill("Autumn");
  await answered(page, "POST", /\/links$/, () => making.getByRole("button", { name: "Make link" }).click());
  const list = page.getByRole("list", { name: "Links" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search links" }).fill("autumn");
  await page.waitForURL(/search=autumn/);
  await expect(list.getByRole("listitem")).toHaveCount(1);

  await page.goto(`/${account.workspace}/links?search=${key}`);
  await answered(page, "PATCH", ONE, () => choose(page, "Pause"));
  await page.getByRole("link", { name: "Thank you" }).click();
  await page.getByTestId("stage").waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const share = page.getByRole("dialog", { name: "Share" });
  await expect(share.getByText(/^This link is paused/)).toBeVisible();
  await share.getByRole("link", { name: "Settings of this link" }).click();
  const settings = page.getByRole("dialog", { name: "Settings of “Thank you”" });
  await expect(settings.getByRole("switch", { name: "Paused" })).toBeChecked();
});

test("signing keys: one made, its secret shown, and revoked after a question", async ({ page, account }) => {
  await page.goto(`/${account.workspace}/settings`);
  const section = page.getByRole("region", { name: "Signing keys" });
  await section.getByRole("button", { name: "Make a key" }).click();
  const secret = page.getByRole("dialog", { name: /^Secret of the signing key/ });
  const text = await secret.getByText(/^npsign_/).textContent();
  await secret.getByRole("button", { name: "Done" }).click();
  await section.getByRole("button", { name: /^Show secret of/ }).click();
  await expect(secret.getByText(/^npsign_/)).toHaveText(text ?? "");
  await secret.getByRole("button", { name: "Done" }).click();
  await section.getByRole("button", { name: /^Revoke/ }).click();
  await answered(page, "DELETE", /\/signing-keys\/sgk_\w+$/, () =>
    page.getByRole("button", { name: "Revoke key" }).click(),
  );
  await expect(section.getByText("No key yet.")).toBeVisible();
});
