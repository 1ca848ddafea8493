import { PNG } from "pngjs";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn, layerNamed } from "./stage-hand";

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

test("layers list: rename, hide, lock, reorder with the mouse, walk with the keyboard", async ({ page }) => {
  const order = async () => (await editorState(page)).document.layers.map(({ name }) => name);
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });

  await row("Kicker").dblclick();
  await page.getByRole("textbox", { name: "Name of the layer" }).fill("Łódź, small print");
  await page.keyboard.press("Enter");
  expect(await order()).toContain("Łódź, small print");

  await row("Points").hover();
  await page.getByRole("button", { name: "Hide Points" }).click();
  expect((await layerNamed(page, "Points")).visible).toBe(false);
  await page.getByRole("button", { name: "Lock Headline" }).click({ force: true });
  expect((await layerNamed(page, "Headline")).locked).toBe(true);
  await handOn(page).click(200, 250);
  expect((await editorState(page)).selection).toEqual([]);

  const from = await row("Sun ring").boundingBox();
  const to = await row("Button label").boundingBox();
  if (!from || !to) throw new Error("the rows are not there");
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 3, { steps: 10 });
  await page.mouse.up();
  expect((await order()).at(-1)).toBe("Sun ring");

  await row("Sun").click();
  await page.keyboard.press("ArrowUp");
  await expect(row("Card, back")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  expect((await order())[0]).toBe("Card, back");
});

test("a field key that cannot be is told at the field and changes nothing", async ({ page }) => {
  await page.getByRole("tab", { name: "Fields" }).click();
  await page.getByRole("button", { name: /^First name/ }).click();
  const key = page.getByRole("textbox", { name: "Field key" });
  for (const [typed, sentence] of [
    ["Full Name", /lower-case letters/],
    ["loyalty_points", /taken/],
    ["name64", /cannot end in 64/],
    ["constructor", /reserved/],
  ] as const) {
    await key.fill(typed);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(key).toHaveAttribute("aria-invalid", "true");
    await key.press("Escape");
    await expect(key).toHaveValue("first_name");
  }
  await key.fill("given_name");
  await key.press("Enter");
  const headline = await layerNamed(page, "Headline");
  expect(headline.type === "text" && headline.runs[0]?.text).toBe("Thank you, {{given_name}}!");
  const { document } = await editorState(page);
  expect(document.fields[0]?.key).toBe("given_name");
  expect(document.samples[1]?.values.given_name).toBe("Nguyễn Thị Minh Khai");
});

test("the canvas follows the chosen row and its cells", async ({ page }) => {
  await page.getByRole("radio", { name: "Cyrillic" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Sample values" }).click();
  const before = await page.getByTestId("stage").screenshot();
  await page.getByRole("textbox", { name: "First name, Cyrillic" }).fill("O'Neil");
  await settled(page);
  expect(before.equals(await page.getByTestId("stage").screenshot())).toBe(false);
  await page.getByRole("button", { name: "Add row" }).click();
  const { document, sampleView } = await page.evaluate(() => {
    const state = window.__nameplate?.store.getState();
    return { document: state?.document, sampleView: state?.sampleView };
  });
  expect(sampleView).toEqual({ kind: "row", id: document?.samples.at(-1)?.id });
});

test("pictures come by button, by drop at the pointer and from the clipboard", async ({ page }) => {
  const picture = (shade: number) => {
    const png = new PNG({ width: 120, height: 80 });
    png.data.fill(shade);
    return PNG.sync.write(png);
  };
  const images = async () =>
    (await editorState(page)).document.layers.flatMap((layer) => (layer.type === "image" ? [layer] : []));

  await page.getByRole("button", { name: "Add image" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Upload picture: files")
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture(200) });
  await expect.poll(async () => (await images())[0]?.source.kind).toBe("asset");

  const drop = { x: 300, y: 200 };
  const at = await handOn(page).point(drop.x, drop.y);
  const files = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], "Щёголева.png", { type: "image/png" }));
      return transfer;
    },
    [...picture(120)],
  );
  await page
    .getByTestId("stage")
    .dispatchEvent("drop", { dataTransfer: files, clientX: at.x, clientY: at.y });
  await expect.poll(async () => (await images()).length).toBe(2);
  const dropped = await layerNamed(page, "Щёголева");
  expect(Math.abs(dropped.x + dropped.width / 2 - drop.x)).toBeLessThan(2);
  expect(Math.abs(dropped.y + dropped.height / 2 - drop.y)).toBeLessThan(2);

  await page.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [...picture(60)],
  );
  await expect.poll(async () => (await images()).length).toBe(3);
});

test("a file that is no picture is refused with the server's sentence", async ({ page }) => {
  await page.getByRole("button", { name: "Add image" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Upload picture: files")
    .setInputFiles({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(/PNG|JPEG/);
});

test("colour, font and size of the selection change as single steps", async ({ page }) => {
  await page.getByRole("treeitem", { name: /^Headline,/ }).click();
  await page.getByRole("textbox", { name: "Colour, hex" }).fill("4455e6");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Font family/ }).click();
  await page.getByRole("combobox", { name: "Search fonts" }).fill("bebas");
  await page.keyboard.press("Enter");
  const size = page.getByRole("spinbutton", { name: "Size", exact: true });
  await size.fill("60 + 20");
  await size.press("Enter");
  await size.press("Shift+ArrowUp");
  const headline = await layerNamed(page, "Headline");
  expect(headline.type === "text" && headline.style).toMatchObject({
    color: "#4455e6",
    fontFamily: "Bebas Neue",
    fontSize: 90,
  });
  expect((await editorState(page)).history.canUndo).toBe(true);
});

test("the editor asks for no link picture until something is shared", async ({ page }) => {
  const links: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/i/")) links.push(request.url());
  });
  await page.reload();
  await settled(page);
  await page.getByRole("radio", { name: "Nothing filled" }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("button", { name: "Published" })).toBeVisible();
  expect(links).toEqual([]);
  await page.getByRole("button", { name: "Share", exact: true }).first().click();
  await expect(page.getByText(/cannot reach/)).toBeVisible();
  await expect.poll(() => links.length).toBeGreaterThan(0);
  await page.getByRole("searchbox", { name: "Find a sender" }).fill("hub");
  await page.getByRole("radio", { name: "HubSpot" }).click();
  await expect(page.getByText("{{contact.firstname}}").first()).toBeVisible();
});

test("what is beside a tooltip takes the click, a list its letters, and a number's mark leads to the number", async ({
  page,
}) => {
  const layers = async () => (await editorState(page)).document.layers.length;
  await page.getByRole("button", { name: "More: chart" }).click();
  await page.getByRole("menuitem", { name: "Progress bar" }).click();
  const count = await layers();
  await page.getByRole("textbox", { name: "Value", exact: true }).click();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toHaveCount(1);
  const box = await page.locator("[data-tip]").boundingBox();
  if (!box) throw new Error("the tooltip is not there");
  const beneath = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.closest("[data-radix-popper-content-wrapper]"),
    [box.x + box.width / 2, box.y + box.height / 2],
  );
  expect(beneath).toBeNull();

  await page.keyboard.press("Escape");
  await handOn(page).click(5, 5);
  await page.getByRole("combobox", { name: "Time zone" }).focus();
  for (const key of "rol") await page.keyboard.press(key);
  expect(await layers()).toBe(count);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await layers()).toBe(count - 1);
  await page.keyboard.press("ControlOrMeta+Shift+z");

  await page.getByRole("treeitem", { name: /^Progress bar,/ }).click();
  const x = page.getByRole("spinbutton", { name: "X", exact: true });
  const mark = await x.boundingBox();
  if (!mark) throw new Error("the number is not there");
  await page.mouse.click(mark.x + 12, mark.y + mark.height / 2);
  await expect(x).toBeFocused();
});
