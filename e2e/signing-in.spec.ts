import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { expect, test } from "./fixtures";
import { followMail } from "./outbox-page";

/** Ways in beside the password: mailed links, read in the outbox, and codes. */

const NEXT = "a quieter harbour, further off";

async function signInWithPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("a forgotten password: a link by mail, a new one, and the old session has ended", async ({
  page,
  account,
  browser,
}) => {
  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  await visitor.goto("/sign-in");
  await visitor.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(visitor.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await visitor.getByLabel("E-mail").fill(account.email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();

  await followMail(visitor, account.email, "Choose a new password");
  await visitor.getByLabel("New password").fill("short");
  await visitor.getByRole("button", { name: "Change password" }).click();
  await expect(visitor.getByText("at least 8 characters", { exact: false })).toBeVisible();
  await visitor.getByLabel("New password").fill(NEXT);
  await visitor.getByRole("button", { name: "Change password" }).click();
  await expect(visitor.getByRole("heading", { name: "Your password is changed" })).toBeVisible();
  await visitor.getByRole("link", { name: "Sign in" }).click();
  await signInWithPassword(visitor, account.email, NEXT);
  await visitor.waitForURL(`/${account.workspace}`);

  await page.goto(`/${account.workspace}`);
  await page.waitForURL(/\/sign-in\?next=/);
  await elsewhere.close();
});

test("confirming the address, then signing in by a link, which opening alone does not use up", async ({
  page,
  account,
  browser,
}) => {
  await page.goto(`/${account.workspace}/settings`);
  const band = page.getByRole("region", { name: "Confirm your e-mail" });
  await band.getByRole("button", { name: "Mail it again" }).click();
  await expect(band.getByText("on its way")).toBeVisible();
  await followMail(page, account.email, "Confirm your e-mail");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("link", { name: "Go on to Nameplate" }).click();
  await page.waitForURL(`/${account.workspace}`);
  await page.goto(`/${account.workspace}/settings`);
  await expect(page.getByRole("heading", { name: "Two-step sign-in" })).toBeVisible();
  await expect(band).toHaveCount(0);

  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  // Where they were on the way to is not lost in the mail.
  await visitor.goto(`/${account.workspace}/images`);
  await visitor.getByRole("link", { name: "Sign in by a link in a mail" }).click();
  await expect(visitor.getByRole("heading", { name: "Sign in by a link" })).toBeVisible();
  await visitor.getByLabel("E-mail").fill(account.email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await followMail(visitor, account.email, "Sign in to Nameplate");
  await expect(visitor.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
  const link = visitor.url();
  // A scanner opens it first.
  await page.request.get(link);
  await visitor.reload();
  await visitor.getByRole("button", { name: "Sign in", exact: true }).click();
  await visitor.waitForURL(`/${account.workspace}/images`);

  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(again.getByText("used already", { exact: false })).toBeVisible();
  await again.context().close();
  await elsewhere.close();
});

test("two-step sign-in: set up with an app, asked for at the door, a recovery code instead, turned off", async ({
  page,
  account,
  browser,
}) => {
  await page.goto(`/${account.workspace}/settings`);
  const section = page.getByRole("region", { name: "Two-step sign-in" });
  await section.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill("wrong");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText("This is not your password.")).toBeVisible();
  await dialog.getByLabel("Your password", { exact: true }).fill(account.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = ((await dialog.getByRole("code").textContent()) ?? "").replaceAll(" ", "");
  const app = new TOTP({ secret });
  await dialog.getByLabel("Code from the app").fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByText("This code is wrong or used up", { exact: false })).toBeVisible();
  await dialog.getByLabel("Code from the app").fill(app.generate());
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const listed = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(listed).toHaveCount(10);
  const codes = await listed.allInnerTexts();
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(section.getByText("10 recovery codes left.")).toBeVisible();

  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  await visitor.goto("/sign-in");
  await signInWithPassword(visitor, account.email, account.password);
  const code = visitor.getByLabel("Code from your app");
  // The code that set it up is used up; the next one is good before its time has come.
  await code.fill(app.generate({ timestamp: Date.now() - 90_000 }));
  await visitor.getByRole("button", { name: "Continue" }).click();
  await expect(visitor.getByText("This code is wrong or used up", { exact: false })).toBeVisible();
  await code.fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await visitor.getByRole("button", { name: "Continue" }).click();
  await visitor.waitForURL(`/${account.workspace}`);
  await elsewhere.close();

  const phoneless = await (await browser.newContext()).newPage();
  await phoneless.goto("/sign-in");
  await signInWithPassword(phoneless, account.email, account.password);
  await phoneless.getByRole("button", { name: "Use a recovery code" }).click();
  await phoneless.getByLabel("Recovery code").fill(codes[0] ?? "");
  await phoneless.getByRole("button", { name: "Continue" }).click();
  await phoneless.waitForURL(`/${account.workspace}`);
  await phoneless.context().close();

  await page.reload();
  await expect(section.getByText("9 recovery codes left.")).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await section.getByRole("button", { name: "Turn off" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(account.password);
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(section.getByRole("button", { name: "Set up" })).toBeVisible();
});
