import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, loadDraft, publish, SAME_ORIGIN, stranger, test } from "./fixtures";
import { followMail, mailedAddress } from "./outbox-page";
import { editorState } from "./stage-hand";

const BLANK = { kind: "blank", width: 600, height: 400, displayWidth: 600 } as const;

/** Another person's browser. */
async function anotherBrowser(browser: Browser | null): Promise<Page> {
  const context = await browser?.newContext();
  if (!context) throw new Error("no second browser");
  return context.newPage();
}

/** Tries until it does: the server notes which workspace is seen beside showing it. */
async function comesHomeTo(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto("/home");
    expect(new URL(page.url()).pathname).toBe(path);
  }).toPass({ timeout: 20_000 });
}

test("a guest is invited by link, sees one project, changes nothing, and is told kindly when removed", async ({
  page,
  account,
}) => {
  test.slow();
  const workspace = `/${account.workspace}`;
  const made = await page.request.post(`/api/w${workspace}/projects`, {
    data: { name: "Client" },
    headers: SAME_ORIGIN,
  });
  const { id: projectId } = await made.json();
  const shown = await createTemplate(page, account, { name: "For the client", from: BLANK });
  await page.request.patch(`/api/w${workspace}/templates/${shown.id}`, {
    data: { projectId },
    headers: SAME_ORIGIN,
  });
  await publish(page, account, shown.id);
  const hidden = await createTemplate(page, account, { name: "Not for the client", from: BLANK });
  const guestAccount = stranger();
  const guest = await anotherBrowser(page.context().browser());
  let link = "";

  await test.step("the owner makes a link for a guest of one project", async () => {
    await page.goto(workspace);
    await page.getByRole("link", { name: "Members" }).click();
    await page.getByRole("button", { name: "Invite" }).click();
    const dialog = page.getByRole("dialog", { name: /^Invite somebody to/ });
    await dialog.getByLabel("E-mail").fill(guestAccount.email.toUpperCase());
    await dialog.getByLabel("Role").click();
    await page.getByRole("option", { name: "Guest" }).click();
    await dialog.getByRole("button", { name: "Make a link to copy" }).click();
    await expect(dialog.getByText("Choose at least one project")).toBeVisible();
    await dialog.getByRole("checkbox", { name: "Client" }).check();
    await dialog.getByRole("button", { name: "Make a link to copy" }).click();
    const linkDialog = page.getByRole("dialog", { name: "Send them this link" });
    link = (await linkDialog.locator("code").textContent()) ?? "";
    expect(link).toMatch(/\/invite#[\w-]{43}$/);
    await linkDialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText(guestAccount.email, { exact: true })).toBeVisible();
  });

  await test.step("the guest signs up with the address it is bound to, and is in that project", async () => {
    await guest.goto(link);
    await expect(guest.getByRole("heading", { name: /invites you to/ })).toBeVisible();
    await expect(guest.getByText("As guest: you see Client and change nothing.")).toBeVisible();
    // A copied link may have been passed on: the one in the mail shows whose the address is.
    await guest.getByRole("button", { name: "Mail me the link" }).click();
    await expect(guest.getByText(`A link is on its way to ${guestAccount.email}.`)).toBeVisible();
    await followMail(guest, guestAccount.email, "invites you to");
    await expect(guest.getByLabel("E-mail")).toHaveValue(guestAccount.email);
    await expect(guest.getByLabel("E-mail")).not.toBeEditable();
    await guest.getByLabel("Your name").fill("Łukasz Client");
    await guest.getByLabel("Password", { exact: true }).fill(guestAccount.password);
    await guest.getByRole("button", { name: "Create account and join" }).click();
    await guest.waitForURL(new RegExp(`${workspace}$`));
    await expect(guest.getByText("For the client", { exact: true })).toBeVisible();
    await expect(guest.getByText("Not for the client")).toHaveCount(0);
    const places = guest.getByRole("navigation", { name: "Workspace" });
    await expect(places.getByRole("link", { name: /^Client/ })).toBeVisible();
    await expect(places.getByRole("link", { name: "Links" })).toBeVisible();
    for (const name of ["Brand", "Images", "Members", "Activity", "API keys"]) {
      await expect(places.getByRole("link", { name })).toHaveCount(0);
    }
    await expect(guest.getByRole("button", { name: "New template" })).toHaveCount(0);
    await guest.goto(`${workspace}/images`);
    await expect(guest.getByRole("heading", { name: "You cannot see this" })).toBeVisible();
    await guest.goto(`${workspace}/templates/${hidden.id}`);
    await expect(guest.getByRole("heading", { name: "You cannot see this" })).toBeVisible();
  });

  await test.step("the link is used up", async () => {
    const third = await anotherBrowser(page.context().browser());
    await third.goto(link);
    await expect(third.getByRole("heading", { name: "This invitation lets nobody in" })).toBeVisible();
    await third.context().close();
  });

  await test.step("they open a template, look at it, and change nothing", async () => {
    await openEditor(guest, { ...account, ...guestAccount }, shown.id);
    await expect(guest.getByRole("button", { name: "Publish" })).toHaveCount(0);
    await expect(guest.getByRole("button", { name: "Add text", exact: true })).toHaveCount(0);
    const before = JSON.stringify((await editorState(guest)).document);
    await guest.getByTestId("stage").click({ position: { x: 200, y: 150 } });
    await guest.keyboard.type("TRdelete");
    await guest.keyboard.press("Delete");
    await guest.keyboard.press("Control+v");
    await settled(guest);
    expect(JSON.stringify((await editorState(guest)).document)).toBe(before);
    const draft = await loadDraft(guest, account, shown.id);
    const save = await guest.request.put(`/api/w${workspace}/templates/${shown.id}/draft`, {
      data: {
        document: draft.document,
        baseRevision: draft.revision,
        mutationId: randomBytes(12).toString("hex"),
      },
      headers: SAME_ORIGIN,
    });
    expect(save.status()).toBe(403);
    await guest.goto(workspace);
  });

  await test.step("the owner removes them, and their next click says so", async () => {
    await page.reload();
    await page.getByRole("button", { name: "More for Łukasz Client" }).click();
    await page.getByRole("menuitem", { name: "Remove from workspace" }).click();
    await expect(page.getByText("Łukasz Client was removed")).toBeVisible();
    await guest.getByRole("link", { name: "Settings" }).first().click();
    await expect(guest.getByRole("heading", { name: "You cannot see this" })).toBeVisible();
    await guest.getByRole("link", { name: "Go to your workspaces" }).click();
    await expect(guest.getByRole("heading", { name: "You are in no workspace" })).toBeVisible();
  });

  await test.step("an undo lets them in again, as they were", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("button", { name: "Projects of Łukasz Client: Client" })).toBeVisible();
    await guest.goto(workspace);
    await expect(guest.getByText("For the client", { exact: true })).toBeVisible();
  });

  await test.step("all of it stands in the activity", async () => {
    await page.getByRole("link", { name: "Activity" }).click();
    for (const words of [
      "joined as guest",
      "removed Łukasz Client",
      "brought Łukasz Client back",
      `invited ${guestAccount.email} as guest`,
      "published version 1 of “For the client”",
    ]) {
      await expect(page.getByText(words)).toBeVisible();
    }
    await page.getByRole("combobox", { name: "Person" }).click();
    await page.getByRole("option", { name: "Łukasz Client" }).click();
    await expect(page.getByText("joined as guest")).toBeVisible();
    await expect(page.getByText("removed Łukasz Client")).toHaveCount(0);
  });
  await guest.context().close();
});

test("roles and projects change where they stand, and an undo takes it back", async ({ page, account }) => {
  const workspace = `/${account.workspace}`;
  const invited = stranger();
  const made = await page.request.post(`/api/w${workspace}/invitations`, {
    data: { email: invited.email, role: "editor", mail: true },
    headers: SAME_ORIGIN,
  });
  expect(made.status()).toBeLessThan(300);
  const url = await mailedAddress(page, invited.email, "invites you to");
  const joined = await page.request.post("/api/account/invitations/sign-up", {
    data: { token: url.split("#").at(-1), name: "Ngọc", password: invited.password },
    headers: SAME_ORIGIN,
  });
  expect(joined.status()).toBe(201);
  await page.goto(`${workspace}/members`);
  const role = page.getByRole("combobox", { name: "Role of Ngọc" });
  await role.press("Enter");
  await page.getByRole("option", { name: "Guest" }).click();
  await expect(page.getByText("Ngọc is guest now")).toBeVisible();
  const projects = page.getByRole("button", { name: /^Projects of Ngọc/ });
  await projects.press("Enter");
  await page.getByRole("menuitemcheckbox", { name: "First project" }).click();
  await page.keyboard.press("Escape");
  await expect(projects).toHaveAccessibleName("Projects of Ngọc: First project");
  const undone = page.waitForResponse((answer) => answer.request().postData() === '{"role":"editor"}');
  // By the keyboard: toasts lie on one another, and spread out, moving, under a pointer.
  await page
    .getByRole("listitem")
    .filter({ hasText: "Ngọc is guest now" })
    .getByRole("button", { name: "Undo" })
    .press("Enter");
  await expect(role).toHaveText("Editor");
  // What is shown at once has to have arrived before the page goes.
  await undone;
  await page.reload();
  await expect(role).toHaveText("Editor");
  // The only owner stays one.
  await page.getByRole("button", { name: "More for you" }).click();
  await page.getByRole("menuitem", { name: "Leave workspace…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Leave / });
  await dialog.getByRole("button", { name: "Leave workspace" }).click();
  await expect(dialog.getByText("Make somebody else an owner first.")).toBeVisible();
});

test("a second workspace is made, switched to, and opened first the next time", async ({ page, account }) => {
  await page.goto(`/${account.workspace}`);
  await page.getByRole("button", { name: /workspace$/ }).press("Enter");
  await page.getByRole("menuitem", { name: "New workspace" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New workspace" });
  const name = `Häuser ${randomBytes(3).toString("hex")}`;
  await dialog.getByLabel("Name of the workspace").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name })).toBeVisible();
  const second = new URL(page.url()).pathname;
  expect(second).toMatch(/^\/hauser-/);
  await comesHomeTo(page, second);
  await page.getByRole("button", { name }).press("Enter");
  await page.getByRole("menuitemradio").first().press("Enter");
  await page.waitForURL(`**/${account.workspace}`);
  await comesHomeTo(page, `/${account.workspace}`);

  for (let index = 0; index < 6; index += 1) {
    const more = { data: { name: `Team ${index}` }, headers: SAME_ORIGIN };
    expect((await page.request.post("/api/account/workspaces", more)).status()).toBe(201);
  }
  await page.reload();
  await page.getByRole("button", { name: /workspace$/ }).press("Enter");
  const search = page.getByRole("combobox", { name: "Search workspaces" });
  await expect(search).toBeFocused();
  await search.fill("hauser");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${second}`);
});
