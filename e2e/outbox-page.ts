import { expect, type Page } from "@playwright/test";

/** Opens the newest mail to an address with this subject, and follows its link. */
export async function followMail(page: Page, email: string, subject: string): Promise<void> {
  await openMail(page, email, subject);
  await page.getByRole("region", { name: "As text" }).getByRole("link").click();
}

/** The address in the newest mail with this subject. */
export async function mailedAddress(page: Page, email: string, subject: string): Promise<string> {
  await openMail(page, email, subject);
  const link = page.getByRole("region", { name: "As text" }).getByRole("link");
  return (await link.getAttribute("href")) ?? "";
}

async function openMail(page: Page, email: string, subject: string): Promise<void> {
  const mail = page.getByRole("link", { name: new RegExp(`${subject}.*${email}`) });
  await expect(async () => {
    await page.goto("/outbox");
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.first().click();
}
