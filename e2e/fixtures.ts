import { randomBytes } from "node:crypto";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import type { Document } from "@/lib/template/schema";

export { expect };

/** A person with a workspace of their own, signed in in `page`. */
export type Account = { name: string; email: string; password: string; workspace: string };

/** What a browser says of where a request comes from. */
export const SAME_ORIGIN = { origin: new URL(process.env.BASE_URL ?? "http://localhost").origin };

type Fixtures = { account: Account };

/** A person nobody has signed up yet. */
export function stranger(): Pick<Account, "name" | "email" | "password"> {
  return {
    name: "Anna Nguyễn",
    email: `anna-${randomBytes(6).toString("hex")}@example.com`,
    password: `quiet-harbour-${randomBytes(4).toString("hex")}`,
  };
}

/** Signs a new person up and in, by what the forms ask of the server: no page is opened for it. */
async function signUp({ request }: BrowserContext): Promise<Account> {
  const person = stranger();
  const made = await request.post("/api/account/sign-up", { data: person, headers: SAME_ORIGIN });
  const { workspace } = await answered<{ workspace: string }>(made);
  const { csrfToken } = await answered<{ csrfToken: string }>(await request.get("/api/auth/csrf"));
  const { email, password } = person;
  const form = { csrfToken, email, password, json: "true" };
  await answered(await request.post("/api/auth/callback/credentials", { form, headers: SAME_ORIGIN }));
  return { ...person, workspace };
}

/** Each test gets its own person and workspace, so that tests run in any order and side by side. */
export const test = base.extend<Fixtures>({
  account: async ({ context }, use) => {
    await use(await signUp(context));
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
  body: { name?: string; projectId?: string; from: TemplateSource },
): Promise<CreatedTemplate> {
  const response = await page.request.post(`/api/w/${account.workspace}/templates`, {
    data: body,
    headers: SAME_ORIGIN,
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
    headers: SAME_ORIGIN,
  });
  return answered<Published>(response);
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
    headers: SAME_ORIGIN,
  });
  return answered<{ revision: number }>(response);
}

/** Uploads a PNG to the person's workspace and gives the asset's id. */
export async function uploadPicture(page: Page, account: Account, png: Buffer): Promise<string> {
  const response = await page.request.post(`/api/w/${account.workspace}/assets`, {
    multipart: { file: { name: "picture.png", mimeType: "image/png", buffer: png } },
    headers: SAME_ORIGIN,
  });
  return (await answered<{ id: string }>(response)).id;
}
