import { PNG } from "pngjs";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { openEditor } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, SAME_ORIGIN, saveDraft, test } from "./fixtures";
import { editorState, layerNamed } from "./stage-hand";

/** What somebody meets who is here for the first time and does not read manuals. */

const BLANK = { kind: "blank", width: 1200, height: 628, displayWidth: 600 } as const;

/** Before a toast goes by itself. */
const SOONER = { timeout: 2_000 };

function field(key: string, label: string): Field {
  return { key, label, type: "text", fallback: "", format: DEFAULT_FORMAT };
}

/** Opens the editor of a new template with this in it. */
async function openWith(
  page: Parameters<typeof openEditor>[0],
  account: Account,
  change: (blank: Document) => Document,
): Promise<void> {
  const { id } = await createTemplate(page, account, { name: "Walk", from: BLANK });
  const { document, revision } = await loadDraft(page, account, id);
  await saveDraft(page, account, id, change(document), revision);
  await openEditor(page, account, id);
}

test("publishing: asked about problems, told of the outcome, led to sharing", async ({
  page,
  account,
  context,
}) => {
  await openWith(page, account, (blank) => ({
    ...blank,
    layers: [
      {
        ...ENTRIES.text.create("t1", blank),
        name: "Greeting",
        runs: [{ text: "Hello {{nope}}", style: {} }],
      },
    ],
  }));
  const publish = page.getByRole("button", { name: "Publish", exact: true });
  const anyway = page.getByRole("button", { name: "Publish anyway" });
  const toast = page.locator("[data-sonner-toast]");

  await publish.click();
  const question = page.getByRole("dialog", { name: "Publish with problems?" });
  await expect(question.getByText("{{nope}} is no field of this template.", { exact: false })).toBeVisible();
  await question.getByRole("button", { name: "Show Greeting" }).click();
  await expect(question).toHaveCount(0);
  expect((await editorState(page)).selection).toEqual(["t1"]);

  await context.setOffline(true);
  await publish.click();
  await anyway.click();
  await expect(toast.filter({ hasText: "Nothing was published" })).toBeVisible();
  await context.setOffline(false);
  await publish.click();
  await anyway.click();
  const done = toast.filter({ hasText: "Version 1 is live" });
  await expect(done).toBeVisible();
  await expect(toast.filter({ hasText: "Nothing was published" })).toHaveCount(0, SOONER);

  // It slides in; what counts is where it comes to rest.
  await expect(async () => {
    const said = await done.boundingBox();
    const bar = await page.getByRole("radiogroup", { name: "Preview with" }).boundingBox();
    if (!said || !bar) throw new Error("the toast or the bar is gone");
    expect(said.y + said.height).toBeLessThanOrEqual(bar.y);
    expect(Math.abs(said.x + said.width / 2 - 720)).toBeLessThan(2);
  }).toPass();

  await done.getByRole("button", { name: "Share" }).click();
  const share = page.getByRole("dialog", { name: "Share" });
  await expect(share.getByText(/The alternative text is empty/)).toContainText('alt=""');
  // It grows in; what counts is where it comes to rest.
  await expect(async () => {
    const dialog = await share.boundingBox();
    const senders = await share.getByRole("region", { name: "Senders" }).boundingBox();
    if (!dialog || !senders) throw new Error("the dialog is not there");
    expect(Math.abs(dialog.y + dialog.height - senders.y - senders.height)).toBeLessThan(2);
  }).toPass();
  await share.getByRole("searchbox", { name: "Find a sender" }).fill("Łódź Mailer 3000");
  await expect(share.getByText(/No sender of that name/)).toBeVisible();
  await share.getByRole("radio", { name: "Plain URL" }).click();
  await expect(share.getByRole("radio", { name: "Plain URL" })).toBeChecked();
  await share.getByRole("button", { name: "Write one" }).click();
  await expect(page.getByRole("textbox", { name: "Alternative text" })).toBeVisible();
});

test("sample rows: the first one is typed into an empty table, and named with several words", async ({
  page,
  account,
}) => {
  const fields = [field("first_name", "First name"), field("company_name", "Company"), field("city", "City")];
  await openWith(page, account, (blank) => ({ ...blank, fields, samples: [] }));
  await expect(page.getByText("Sample values", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Sample values" }).click();
  const cell = (row: number, column: number) =>
    page.getByRole("grid").getByRole("row").nth(row).getByRole("gridcell").nth(column);
  await cell(1, 2).click();
  await expect(page.getByRole("textbox", { name: "Company, row 1" })).toBeFocused();
  await page.keyboard.type("Nguyễn & O'Neil");
  await page.keyboard.press("Enter");
  const samples = async () => (await editorState(page)).document.samples;
  expect(await samples()).toMatchObject([{ name: "Sample 1", values: { company_name: "Nguyễn & O'Neil" } }]);

  await cell(1, 0).click();
  await page.keyboard.type("Empty points ");
  await page.keyboard.press("Tab");
  expect((await samples())[0]?.name).toBe("Empty points");
  const shown = page.getByRole("grid").getByRole("row").nth(1);
  const tint = await shown.evaluate((row) => getComputedStyle(row).backgroundColor);
  expect(tint).not.toBe("rgba(0, 0, 0, 0)");

  await page.getByRole("tab", { name: "Fields" }).click();
  await page.getByRole("button", { name: "Points", exact: true }).click();
  expect((await editorState(page)).document.fields.at(-1)?.key).toBe("loyalty_points");
});

test("pictures: a refusal stays in the dialog, an old one goes, a field is one click away", async ({
  page,
  account,
}) => {
  await openWith(page, account, (blank) => blank);
  const dialog = page.getByRole("dialog", { name: "Choose a picture" });
  const toast = page.locator("[data-sonner-toast]").filter({ hasText: "not uploaded" });
  const broken = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") };

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["no picture"], "broken.png", { type: "image/png" }));
    return transfer;
  });
  await page
    .getByTestId("stage")
    .dispatchEvent("drop", { dataTransfer: dropped, clientX: 700, clientY: 400 });
  await expect(toast).toHaveCount(1);

  await page.getByRole("button", { name: "Add image" }).click();
  await dialog.getByLabel("Upload picture: files").setInputFiles(broken);
  await expect(dialog.getByRole("alert")).toContainText(/PNG|JPEG/);
  await expect(toast).toHaveCount(1);
  const png = new PNG({ width: 20, height: 20 });
  await dialog
    .getByLabel("Upload picture: files")
    .setInputFiles({ ...broken, name: "logo.png", buffer: PNG.sync.write(png) });
  await expect(dialog).toHaveCount(0);
  await expect(toast).toHaveCount(0, SOONER);

  await page.getByRole("button", { name: "Add image" }).click();
  await dialog.getByRole("button", { name: "New field" }).click();
  await page.getByRole("button", { name: "Add image" }).click();
  await dialog.getByRole("button", { name: "Image", exact: true }).click();
  const { document } = await editorState(page);
  expect(document.fields).toMatchObject([{ key: "image_url", type: "image" }]);
  const sources = document.layers.flatMap((layer) => (layer.type === "image" ? [layer.source] : []));
  expect(sources.slice(1)).toEqual([
    { kind: "field", key: "image_url" },
    { kind: "field", key: "image_url" },
  ]);
  expect((await layerNamed(page, "logo")).type).toBe("image");
});

test("the list of templates: facts on one line, even margins, time to undo", async ({ page, account }) => {
  const { id } = await createTemplate(page, account, {
    name: "Thank you",
    from: { kind: "starter", id: "loyalty-thank-you" },
  });
  await page.request.post(`/api/w/${account.workspace}/templates/${id}/publish`, {
    data: { revision: (await loadDraft(page, account, id)).revision },
    headers: SAME_ORIGIN,
  });
  const { document, revision } = await loadDraft(page, account, id);
  await saveDraft(page, account, id, { ...document, alt: "Danke, Łódź" }, revision);
  await page.clock.install();
  await page.goto(`/${account.workspace}`);

  const card = page.getByRole("article");
  const facts = card.locator("p");
  await expect(facts).toContainText("Changed since publish");
  expect(
    await facts.evaluate((line) => [line.scrollWidth > line.clientWidth, line.clientHeight < 20]),
  ).toEqual([false, true]);
  const [left, right] = await page.getByRole("main").evaluate((main) => {
    const frame = main.parentElement?.getBoundingClientRect();
    const own = main.getBoundingClientRect();
    return [own.left - (frame?.left ?? 0), (frame?.right ?? 0) - own.right];
  });
  expect(left).toBe(right);
  const hint = page.locator("kbd", { hasText: "/" });
  const box = await hint.boundingBox();
  const field = await page.getByRole("searchbox", { name: "Search templates" }).boundingBox();
  if (!box || !field) throw new Error("the search is not there");
  expect(Math.abs(box.y + box.height / 2 - field.y - field.height / 2)).toBeLessThanOrEqual(1);

  await card.hover();
  await page.getByRole("button", { name: "More for Thank you" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete template" }).click();
  const toast = page.locator("[data-sonner-toast]").filter({ hasText: "was deleted" });
  await expect(toast).toBeVisible();
  await page.clock.runFor(18_000);
  await toast.hover();
  await page.clock.runFor(60_000);
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(card).toHaveCount(1);
});
