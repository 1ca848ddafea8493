import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { axeLooks } from "./axe-looks";
import { type Account, expect, SAME_ORIGIN, test } from "./fixtures";

/** The pages of a workspace, found where they stand, so that a new one is looked at without being listed here. */
const SHELL = join(import.meta.dirname, "../app/(app)/[workspace]/(shell)");
const PAGES = readdirSync(SHELL, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx") && !file.includes("["))
  .map((file) => dirname(file))
  .map((folder) => (folder === "." ? "" : `/${folder}`));

test.use({ reducedMotion: "reduce" });

async function post(page: Page, { workspace }: Account, path: string, data: unknown): Promise<void> {
  const made = await page.request.post(`/api/w/${workspace}/${path}`, { data, headers: SAME_ORIGIN });
  expect([path, made.status()]).toEqual([path, 201]);
}

test("axe finds nothing serious on any page of a workspace with people, keys and a past", async ({
  page,
  account,
}) => {
  test.slow();
  expect(PAGES).toEqual(expect.arrayContaining(["/members", "/activity", "/keys", "/settings"]));
  const { lookAtBoth, found } = axeLooks(page);
  await post(page, account, "projects", { name: "Client" });
  await post(page, account, "invitations", { email: "lucja@example.com", role: "editor", mail: false });
  await post(page, account, "keys", { name: "Shop", scopes: ["templates:read"] });
  for (const path of PAGES) {
    await page.goto(`/${account.workspace}${path}`);
    await page.getByRole("main").waitFor();
    await lookAtBoth(path || "/");
  }
  await page.goto(`/${account.workspace}/members`);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("dialog", { name: /^Invite somebody to/ }).waitFor();
  await lookAtBoth("invite", "[role=dialog]");
  await page.goto("/docs/api");
  await page.getByRole("heading", { name: "A client in TypeScript" }).waitFor();
  await lookAtBoth("reference", "#client");
  expect(found.join("\n\n")).toBe("");
});
