import type { APIResponse, Page } from "@playwright/test";
import type { Probe } from "@/components/editor/probe";
import type { Document } from "@/lib/template/schema";

declare global {
  interface Window {
    __nameplate?: Probe;
  }
}

/** Opens the editor of the served product with a document, as somebody who has just signed up, and waits until it is painted. */
export async function openEditor(page: Page, address: string, document: Document): Promise<void> {
  const headers = { origin: address };
  const password = "four unrelated words";
  const email = `bench-${process.pid}-${Date.now()}@example.com`;
  const call = async (path: string, options: Parameters<Page["request"]["fetch"]>[1]) =>
    answerOf(await page.request.fetch(`${address}${path}`, { headers, ...options }));

  const { workspace } = await call("/api/account/sign-up", {
    method: "POST",
    data: { name: "Maeve O'Neil", email, password },
  });
  const { csrfToken } = await call("/api/auth/csrf", {});
  const form = { csrfToken: String(csrfToken), email, password, json: "true" };
  await call("/api/auth/callback/credentials", { method: "POST", form });
  const { width, height } = document;
  const from = { kind: "blank", width, height, displayWidth: width };
  const { id } = await call(`/api/w/${workspace}/templates`, { method: "POST", data: { from } });
  const draft = { document, baseRevision: 1, mutationId: `bench-${process.pid}` };
  await call(`/api/w/${workspace}/templates/${id}/draft`, { method: "PUT", data: draft });

  await page.goto(`${address}/${workspace}/templates/${id}`);
  await page.waitForFunction(() => window.__nameplate !== undefined);
  await page.evaluate(() => window.__nameplate?.ready);
  const painted = () => page.evaluate(() => window.__nameplate?.paints() ?? 0);
  let before = -1;
  while (before !== (await painted())) {
    before = await painted();
    await page.waitForTimeout(1_000);
  }
}

async function answerOf(response: APIResponse): Promise<Record<string, unknown>> {
  if (!response.ok())
    throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return response.json();
}
