import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { FILLERS } from "@/lib/link/testing/fillers";
import { readPng } from "./compare";
import { openedEditor, settled } from "./editor-page";
import { expect, loadDraft, stranger, test } from "./fixtures";
import { inkExtents } from "./ink";
import { editorState, handOn, layerNamed } from "./stage-hand";
import { browserPicture, ourLayout } from "./text-as-html";

const HEADLINE = "Hello {{first_name}}, welcome aboard";
const NAMES = ["Nguyễn", "O'Neil", "Łódź", "Щёголева", "Rheinisch-Westfälische Papierwerke GmbH"];
/** Senders whose tags an engine of another project fills: Nunjucks, LiquidJS, Handlebars. */
const SENDERS = [
  { name: "Klaviyo", fill: FILLERS.klaviyo?.[0] },
  { name: "Customer.io", fill: FILLERS["customer-io"]?.[0] },
  { name: "Iterable", fill: FILLERS.iterable?.[0] },
];

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("from sign-up to a picture made for each recipient, with the mouse", async ({ page, context }) => {
  test.slow();
  const hand = handOn(page);
  const person = stranger();
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Work e-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => /^\/[a-z0-9-]+$/.test(url.pathname) && !url.pathname.startsWith("/sign-"));
  const account = { ...person, workspace: new URL(page.url()).pathname.slice(1) };
  await page.getByRole("button", { name: "New template" }).first().click();
  await page.getByRole("button", { name: /^E-mail hero/ }).click();
  await page.waitForURL(/\/templates\/tpl_/);
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  await openedEditor(page);
  const draft = async () => (await loadDraft(page, account, id)).document;

  await test.step("a text with a placeholder", async () => {
    await page.getByRole("button", { name: "Add text", exact: true }).press("Enter");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(HEADLINE);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("textbox", { name: /^Text of/ })).toHaveCount(0);
    await settled(page);
  });

  await test.step("its fallback", async () => {
    await page.getByRole("tab", { name: "Fields" }).click();
    await page.getByRole("button", { name: /^First name/ }).click();
    await page.getByRole("textbox", { name: "Fallback", exact: true }).fill("friend");
    await page.keyboard.press("Tab");
  });

  await test.step("the text is dragged to its place and made wider", async () => {
    const before = (await editorState(page)).document.layers[0];
    if (!before) throw new Error("the text is gone");
    const middle = [before.x + before.width / 2, before.y + before.height / 2] as const;
    await page.keyboard.down("Control");
    await hand.drag(middle, [middle[0] - 60, middle[1] - 120]);
    await page.keyboard.up("Control");
    const moved = (await editorState(page)).document.layers[0];
    expect(moved).toEqual({ ...before, x: before.x - 60, y: before.y - 120 });
    const side = [before.x - 60 + before.width, middle[1] - 120] as const;
    await page.keyboard.down("Control");
    await hand.drag(side, [side[0] + 100, side[1]]);
    await page.keyboard.up("Control");
    const wider = (await editorState(page)).document.layers[0];
    expect(wider).toEqual({ ...moved, width: before.width + 100 });
  });

  await test.step("a picture is uploaded, resized, turned and dragged", async () => {
    await page.getByRole("button", { name: "Add image" }).click();
    await page
      .getByRole("dialog")
      .getByLabel("Upload picture: files")
      .setInputFiles({ name: "Łódź logo.png", mimeType: "image/png", buffer: stripes(240, 160) });
    await expect
      .poll(async () => (await editorState(page)).document.layers.find(({ type }) => type === "image"))
      .toMatchObject({ name: "Łódź logo", source: { kind: "asset" } });
    const before = await layerNamed(page, "Łódź logo");
    const corner = [before.x + before.width, before.y + before.height] as const;
    await page.keyboard.down("Control");
    await hand.drag(corner, [corner[0] - before.width / 2, corner[1] - before.height / 2]);
    const small = await layerNamed(page, "Łódź logo");
    expect(small.width).toBeLessThan(before.width * 0.6);
    const middle = [small.x + small.width / 2, small.y + small.height / 2] as const;
    await hand.drag(middle, [600, 500]);
    await page.keyboard.up("Control");
    const moved = await layerNamed(page, "Łódź logo");
    expect(Math.abs(moved.x + moved.width / 2 - 600)).toBeLessThanOrEqual(2);
    const { view } = await page.evaluate(() => ({ view: window.__nameplate?.store.getState().view }));
    await page.keyboard.down("Shift");
    await hand.drag([600, moved.y - 22 / (view?.zoom ?? 1)], [700, moved.y + moved.height / 2]);
    await page.keyboard.up("Shift");
    expect((await layerNamed(page, "Łódź logo")).rotation).toBe(90);
  });

  await test.step("saved, and there after a reload", async () => {
    await expect(page.getByTestId("save-state")).toHaveAccessibleName(/Saved/);
    const { document } = await editorState(page);
    await page.reload();
    await openedEditor(page);
    expect((await editorState(page)).document).toEqual(document);
    expect(await draft()).toEqual(document);
    expect(document.fields.map(({ key, fallback }) => [key, fallback])).toEqual([["first_name", "friend"]]);
  });

  await test.step("publish", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(
      page.getByRole("status").or(page.getByRole("listitem")).filter({ hasText: "is live" }).first(),
    ).toBeVisible();
  });

  const copied = await test.step("copy for three senders", () =>
    copyFor(
      page,
      SENDERS.map(({ name }) => name),
    ));

  const picture = async (url: string) => {
    const response = await page.request.get(url, { maxRedirects: 0 });
    expect(response.headers()["x-render-status"], url).toBe("ok");
    return response.body();
  };

  await test.step("independent engines fill the tags; the picture shows the values", async () => {
    const document = await draft();
    const layer = document.layers.find((each) => each.type === "text");
    if (layer?.type !== "text") throw new Error("the text is gone");
    for (const name of NAMES) {
      const pictures: Buffer[] = [];
      for (const [index, { name: sender, fill }] of SENDERS.entries()) {
        if (!fill) throw new Error(`no engine fills the tags of ${sender}`);
        pictures.push(
          await picture(await asMailReads(page, fill(copied[index] ?? "", { first_name: name }))),
        );
      }
      const [first] = pictures;
      if (!first) throw new Error("no picture");
      for (const other of pictures) expect(other.equals(first), name).toBe(true);

      const ours = await ourLayout(document, { first_name: name });
      const shown = HEADLINE.replace("{{first_name}}", name);
      const html = await browserPicture(context, document, shown, ours.fontSize, ours.lines[0]?.top ?? 0);
      expect(
        ours.lines.map((line) => line.text),
        name,
      ).toEqual(html.lines);
      const bands = ours.lines.map((line) => [layer.y + line.top, layer.y + line.top + line.height] as const);
      const painted = inkExtents(readPng(first), bands);
      inkExtents(html.picture, bands).forEach((extent, index) => {
        const line = `${name}, line ${index + 1}`;
        expect(Math.abs((painted[index]?.left ?? -99) - (extent?.left ?? 0)), line).toBeLessThanOrEqual(1);
        expect(Math.abs((painted[index]?.right ?? -99) - (extent?.right ?? 0)), line).toBeLessThanOrEqual(1);
      });
    }
  });

  const plain = (copied[0] ?? "").replace(/\?.*$/, "");
  await test.step("tags nobody filled and blanks show the fallback", async () => {
    const expected = await picture(`${plain}?first_name=friend`);
    for (const url of [plain, `${plain}?first_name=`, `${plain}?first_name=%20`, ...copied]) {
      expect((await picture(url)).equals(expected), url).toBe(true);
    }
  });

  await test.step("a later edit changes the link only when it is published", async () => {
    const before = await picture(plain);
    await hand.click(600, 500);
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await draft()).layers.length).toBe(1);
    // Longer than the link cache trusts what it holds.
    await page.waitForTimeout(4_000);
    expect((await picture(plain)).equals(before)).toBe(true);
    await page.getByRole("button", { name: "Publish changes" }).click();
    await expect(async () => expect((await picture(plain)).equals(before)).toBe(false)).toPass({
      timeout: 20_000,
    });
  });
});

/** The addresses that the share panel puts on the clipboard for these senders, in their order. */
async function copyFor(page: Page, senders: readonly string[]): Promise<string[]> {
  const copied: string[] = [];
  await page.getByRole("button", { name: "Share", exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  for (const sender of senders) {
    await dialog.getByRole("radio", { name: new RegExp(`^${sender.replace(".", "\\.")}`) }).click();
    await page.getByRole("button", { name: "Copy URL" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .not.toBe(copied.at(-1) ?? "");
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  for (const url of copied) expect(url).toContain("first_name=");
  return copied;
}

/** The address a mail program asks for when a sender's tool has written this one into an image block. */
function asMailReads(page: Page, address: string): Promise<string> {
  return page.evaluate((src) => {
    const mail = new DOMParser().parseFromString(`<img src="${src}">`, "text/html");
    return mail.querySelector("img")?.src ?? "";
  }, address);
}

/** A picture that is not the same turned or mirrored. */
function stripes(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    png.data.set([(x * 255) / width, (y * 255) / height, x % 20 < 10 ? 200 : 40, 255], at * 4);
  }
  return PNG.sync.write(png);
}
