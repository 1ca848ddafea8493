import { randomBytes } from "node:crypto";
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
import type { Document } from "@/lib/template/schema";

export { expect };

/** A person with a workspace of their own, signed in in `page`. */
export type Account = { name: string; email: string; password: string; workspace: string };

type Fixtures = { account: Account };

/** Signs a new person up through the interface and leaves the page on their templates. */
export async function signUp(page: Page, name = "Anna Nguyễn"): Promise<Account> {
  const email = `anna-${randomBytes(6).toString("hex")}@example.com`;
  const password = `quiet-harbour-${randomBytes(4).toString("hex")}`;
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Work e-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => /^\/[a-z0-9-]+$/.test(url.pathname) && !url.pathname.startsWith("/sign-"));
  const workspace = new URL(page.url()).pathname.slice(1);
  return { name, email, password, workspace };
}

/** Each test gets its own person and workspace, so that tests run in any order and side by side. */
export const test = base.extend<Fixtures>({
  account: async ({ page }, use) => {
    await use(await signUp(page));
  },
});

/** What the API answered, or a failure that shows what it said. */
async function answered<T>(response: Awaited<ReturnType<APIRequestContext["get"]>>): Promise<T> {
  if (!response.ok())
    throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return JSON.parse(await response.text());
}

export type CreatedTemplate = { id: string; name: string };

/** What a new template begins as. Sizes in px. */
export type TemplateSource =
  | { kind: "blank"; width: number; height: number; displayWidth: number }
  | { kind: "starter"; id: string };

/** Creates a template through the API the pages use. */
export async function createTemplate(
  page: Page,
  account: Account,
  body: { name?: string; from: TemplateSource },
): Promise<CreatedTemplate> {
  const response = await page.request.post(`/api/w/${account.workspace}/templates`, {
    data: body,
    headers: sameOrigin(page),
  });
  return answered<CreatedTemplate>(response);
}

export type Draft = { document: Document; revision: number };

export async function loadDraft(page: Page, account: Account, templateId: string): Promise<Draft> {
  return answered<Draft>(await page.request.get(`/api/w/${account.workspace}/templates/${templateId}/draft`));
}

export type Published = { version: { id: string; number: number; revision: number }; link: { key: string } };

export async function publish(page: Page, account: Account, templateId: string): Promise<Published> {
  const { revision } = await loadDraft(page, account, templateId);
  const response = await page.request.post(`/api/w/${account.workspace}/templates/${templateId}/publish`, {
    data: { revision },
    headers: sameOrigin(page),
  });
  return answered<Published>(response);
}

/** What a browser says of where a request comes from. */
export function sameOrigin(page: Page): Record<string, string> {
  return { origin: new URL(page.url()).origin };
}

/** Stores a document as the draft, as a save of the editor would. */
export async function saveDraft(
  page: Page,
  account: Account,
  templateId: string,
  document: Document,
  baseRevision: number,
): Promise<{ revision: number }> {
  const response = await page.request.put(`/api/w/${account.workspace}/templates/${templateId}/draft`, {
    data: { document, baseRevision, mutationId: randomBytes(12).toString("hex") },
    headers: sameOrigin(page),
  });
  return answered<{ revision: number }>(response);
}

/** Uploads a PNG to the person's workspace and gives the asset's id. */
export async function uploadPicture(page: Page, account: Account, png: Buffer): Promise<string> {
  const response = await page.request.post(`/api/w/${account.workspace}/assets`, {
    multipart: { file: { name: "picture.png", mimeType: "image/png", buffer: png } },
    headers: sameOrigin(page),
  });
  return (await answered<{ id: string }>(response)).id;
}
