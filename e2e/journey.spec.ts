import { FILLERS } from "@/lib/link/testing/fillers";
import { readPng } from "./compare";
import { openedEditor, settled } from "./editor-page";
import { expect, loadDraft, test } from "./fixtures";
import { inkExtents } from "./ink";
import { browserPicture, ourLayout } from "./text-as-html";

const HEADLINE = "Hello {{first_name}}, welcome aboard";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("from sign-up to a picture made for each recipient, with the mouse", async ({
  page,
  account,
  context,
}) => {
  await page.getByRole("button", { name: "New template" }).first().click();
  await page.getByRole("button", { name: /^E-mail hero/ }).click();
  await page.waitForURL(/\/templates\/tpl_/);
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  await openedEditor(page);

  await test.step("a text with a placeholder", async () => {
    await page.getByRole("button", { name: "Add text", exact: true }).click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(HEADLINE);
    await page.keyboard.press("Escape");
    await settled(page);
  });

  await test.step("its fallback", async () => {
    await page.getByRole("tab", { name: "Fields" }).click();
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByRole("textbox", { name: "Fallback", exact: true }).fill("friend");
    await page.keyboard.press("Tab");
  });

  await test.step("saved, and there after a reload", async () => {
    await expect(page.getByTestId("save-state")).toHaveAccessibleName(/Saved/);
    await page.reload();
    await openedEditor(page);
    const { document } = await loadDraft(page, account, id);
    expect(document.fields.map(({ key, fallback }) => [key, fallback])).toEqual([["first_name", "friend"]]);
  });

  await test.step("publish and copy for a sender", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(
      page.getByRole("status").or(page.getByRole("listitem")).filter({ hasText: "is live" }).first(),
    ).toBeVisible();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: /Klaviyo/ })
      .click();
    await page.getByRole("button", { name: "Copy URL" }).click();
  });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("first_name=");

  await test.step("an independent engine fills the tags; the picture shows the values", async () => {
    const fill = FILLERS.klaviyo?.[0];
    if (!fill) throw new Error("no engine fills Klaviyo's tags");
    const { document } = await loadDraft(page, account, id);
    const layer = document.layers.find((each) => each.type === "text");
    if (layer?.type !== "text") throw new Error("the text is gone");
    for (const name of ["Nguyễn", "O'Neil", "Łódź", "Щёголева", "Rheinisch-Westfälische Papierwerke GmbH"]) {
      const url = await fill(copied, { first_name: name });
      const response = await page.request.get(url, { maxRedirects: 0 });
      expect(response.headers()["x-render-status"]).toBe("ok");
      const ours = await ourLayout(document, { first_name: name });
      const shown = HEADLINE.replace("{{first_name}}", name);
      const html = await browserPicture(context, document, shown, ours.fontSize, ours.lines[0]?.top ?? 0);
      expect(
        ours.lines.map((line) => line.text),
        name,
      ).toEqual(html.lines);
      const bands = ours.lines.map((line) => [layer.y + line.top, layer.y + line.top + line.height] as const);
      const painted = inkExtents(readPng(await response.body()), bands);
      inkExtents(html.picture, bands).forEach((extent, index) => {
        const line = `${name}, line ${index + 1}`;
        expect(Math.abs((painted[index]?.left ?? -99) - (extent?.left ?? 0)), line).toBeLessThanOrEqual(1);
        expect(Math.abs((painted[index]?.right ?? -99) - (extent?.right ?? 0)), line).toBeLessThanOrEqual(1);
      });
    }
  });
});
