import { PNG } from "pngjs";
import { ENTRIES } from "@/lib/template/registry";
import { readPng, shareThatDiffers } from "./compare";
import { openEditor, settled, setView, stagePixels } from "./editor-page";
import { createTemplate, expect, loadDraft, publish, saveDraft, test } from "./fixtures";

const SIZE = { width: 240, height: 120 };
const FROM = { kind: "blank", ...SIZE, displayWidth: 120 } as const;

function flat(red: number, green: number, blue: number) {
  const picture = new PNG({ width: 24, height: 12 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([red, green, blue, 255], at);
  return PNG.sync.write(picture);
}

function pixel(picture: { width: number; data: Uint8Array }, x: number, y: number) {
  return [...picture.data.slice((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3)];
}

test("images: uploaded, tagged, searched, replaced in drafts alone, deleted, brought back", async ({
  page,
  account,
}) => {
  await page.goto(`/${account.workspace}/images`);
  const images = page.getByRole("list", { name: "Images", exact: true });
  const names = images.getByRole("article");

  await test.step("three files: two come in, one is refused in words", async () => {
    await page.getByLabel("Upload images: files").setInputFiles([
      { name: "Red.png", mimeType: "image/png", buffer: flat(200, 0, 0) },
      { name: "Blue.png", mimeType: "image/png", buffer: flat(0, 0, 200) },
      { name: "Broken.png", mimeType: "image/png", buffer: Buffer.from("no picture") },
    ]);
    await expect(names).toHaveCount(2, { timeout: 60_000 });
    await expect(page.getByRole("list", { name: "Uploads" })).toContainText(
      /Broken\.png.*was not uploaded\. \S+/,
    );
    await page.getByRole("button", { name: "Put away Broken.png" }).click();
    await expect(page.getByRole("list", { name: "Uploads" })).toHaveCount(0);
  });

  await test.step("both get a tag, one another; tags and words filter; a tag is renamed", async () => {
    await page.getByLabel("Select Red.png").check({ force: true });
    await page.getByLabel("Select Blue.png").check({ force: true });
    const bar = page.getByRole("region", { name: "Selected images" });
    await expect(bar).toContainText("2 selected");
    await bar.getByRole("button", { name: "Tags" }).click();
    await page.getByLabel("Tags that all of them have").fill("Spring");
    await page.keyboard.press("Enter");
    const tags = page.getByRole("list", { name: "Tags", exact: true });
    await expect(tags.getByRole("button", { name: "Spring 2" })).toBeVisible();
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: "Select nothing" }).click();

    await images.getByRole("button", { name: "Open Red.png" }).click();
    const details = page.getByRole("dialog", { name: "Red.png" });
    await expect(details).toContainText("24 × 12 px");
    await details
      .getByRole("textbox", { name: "Tags" })
      .or(details.getByRole("combobox", { name: "Tags" }))
      .fill("Warm");
    await page.keyboard.press("Enter");
    // The second is there before the first is answered.
    await page.keyboard.type("Loud");
    await page.keyboard.press("Enter");
    const chosen = details.getByRole("list", { name: "Chosen tags" }).getByRole("listitem");
    await expect(chosen).toHaveText(["Spring", "Warm", "Loud"]);
    await expect(details).toContainText("In no template.");
    await page.keyboard.press("Escape");
    await tags.getByRole("button", { name: /^Loud/ }).click();
    await expect(names).toHaveCount(1);
    await images.getByRole("button", { name: "Open Red.png" }).click();
    await details.getByRole("button", { name: "Take away Loud" }).click();
    await expect(names).toHaveCount(0);
    await expect(chosen).toHaveText(["Spring", "Warm"]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Show all images" }).click();
    await expect(names).toHaveCount(2);
    await tags.getByRole("button", { name: /^Warm/ }).click();
    await expect(names).toHaveCount(1);
    await tags.getByRole("button", { name: /^Warm/ }).click();
    await page.getByRole("searchbox", { name: "Search images" }).fill("BLUE");
    await expect(names).toHaveCount(1);
    await page.getByRole("searchbox", { name: "Search images" }).fill("");
    await page.getByRole("button", { name: "More for the tag Spring" }).click();
    await page.getByRole("menuitem", { name: "Rename on all images" }).click();
    await page.getByRole("textbox", { name: "New name of the tag Spring" }).fill("Season");
    await page.keyboard.press("Enter");
    await expect(tags.getByRole("button", { name: "Season 2" })).toBeVisible();
  });

  const { id } = await createTemplate(page, account, { name: "Mail", from: FROM });
  const list = await page.request.get(`/api/w/${account.workspace}/assets`);
  const { assets }: { assets: { id: string; name: string }[] } = await list.json();
  const idOf = (name: string) => assets.find((asset) => asset.name === name)?.id ?? "";
  const { document } = await loadDraft(page, account, id);
  const layer = {
    ...ENTRIES.image.create("photo", SIZE),
    ...{ x: 0, y: 0, ...SIZE },
    source: { kind: "asset" as const, assetId: idOf("Red.png") },
  };
  await saveDraft(page, account, id, { ...document, layers: [layer] }, 1);
  const { link } = await publish(page, account, id);
  const live = async () =>
    pixel(readPng(await (await page.request.get(`/i/${link.key}.png`)).body()), 60, 60);
  expect(await live()).toEqual([200, 0, 0]);

  await test.step("replaced everywhere: the draft changes, the live link does not; undone", async () => {
    await images.getByRole("button", { name: "Open Red.png" }).click();
    await expect(page.getByRole("region", { name: "Where it is used" })).toContainText(
      /Mail · draft, version 1, live now/,
    );
    const shown = async () => JSON.stringify((await loadDraft(page, account, id)).document.layers);
    await page.getByRole("button", { name: "Replace everywhere" }).click();
    const replace = page.getByRole("dialog", { name: "Replace everywhere" });
    await expect(replace.getByRole("button", { name: /^Show / })).toHaveCount(1);

    // Closed while the new image is sent: it comes in, and replaces nothing.
    let letIn = () => {};
    const held = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    await page.route("**/assets", async (route) => {
      await held;
      await route.continue();
    });
    await replace
      .getByLabel("Upload the new image: files")
      .setInputFiles({ name: "Green.png", mimeType: "image/png", buffer: flat(0, 200, 0) });
    await expect(replace.getByRole("progressbar", { name: "Upload" })).toBeVisible();
    await expect(replace.getByRole("button", { name: "Show Blue.png instead" })).toBeDisabled();
    await page.keyboard.press("Escape");
    await expect(replace).toBeHidden();
    letIn();
    await expect(page.getByText("“Green.png” is in your library").first()).toBeVisible();
    await page.unroute("**/assets");
    await expect(names).toHaveCount(3);
    expect(await shown()).toContain(idOf("Red.png"));

    await images.getByRole("button", { name: "Open Red.png" }).click();
    await page.getByRole("button", { name: "Replace everywhere" }).click();
    await replace.getByRole("searchbox").fill("blu");
    await expect(replace.getByRole("button", { name: /^Show / })).toHaveCount(1);
    await page.getByRole("button", { name: "Show Blue.png instead" }).click();
    await expect(page.getByText("“Blue.png” is shown in 1 draft now").first()).toBeVisible();
    expect(await shown()).toContain(idOf("Blue.png"));
    expect(await live()).toEqual([200, 0, 0]);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect.poll(shown).toContain(idOf("Red.png"));
  });

  await test.step("deleted, still live, in the list of the deleted, brought back; nothing stands over on a phone", async () => {
    await images.getByRole("button", { name: "Open Red.png" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(names).toHaveCount(2);
    expect(await live()).toEqual([200, 0, 0]);
    await page.getByRole("radio", { name: "Deleted" }).click();
    await images.getByRole("button", { name: "Open Red.png" }).click();
    await page.getByRole("button", { name: "Bring back" }).click();
    await page.getByRole("radio", { name: "Library" }).click();
    await expect(names).toHaveCount(3);
    await page.setViewportSize({ width: 390, height: 780 });
    const over = await page.evaluate(() => window.document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

test("an icon is found, added, recoloured, and sent as it stands on the canvas", async ({
  page,
  account,
}) => {
  const { id } = await createTemplate(page, account, { name: "Icon", from: FROM });
  await openEditor(page, account, id);
  await page.getByRole("button", { name: "More: rectangle" }).click();
  await page.getByRole("menuitem", { name: "Icon" }).click();
  const dialog = page.getByRole("dialog", { name: "Icons" });
  await dialog.getByRole("searchbox", { name: "Search icons" }).fill("envelope");
  await expect(dialog.getByRole("button", { name: "Mail", exact: true })).toBeVisible();
  await dialog.getByRole("searchbox", { name: "Search icons" }).fill("square");
  await dialog.getByRole("button", { name: "Square", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  await page.evaluate(() => {
    const { store } = window.__nameplate ?? {};
    const [layerId = ""] = store?.getState().selection ?? [];
    store?.dispatch("Grow", (document) => ({
      ...document,
      layers: document.layers.map((layer) =>
        layer.id === layerId ? { ...layer, x: 72, y: 12, width: 96, height: 96 } : layer,
      ),
    }));
  });
  const hex = page.getByRole("textbox", { name: "Stroke colour, hex" });
  await hex.fill("#c81e1e");
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => JSON.stringify((await loadDraft(page, account, id)).document.layers))
    .toContain('"color":"#c81e1e"');
  await page.evaluate(() => window.__nameplate?.store.select([]));
  await setView(page, { zoom: 1, x: 40, y: 40 });
  await settled(page);
  const canvas = await stagePixels(page, SIZE);
  // The left side of the square stands an eighth into the icon's box; its middle is empty.
  expect(pixel(canvas, 72 + 12, 60)).toEqual([200, 30, 30]);
  expect(pixel(canvas, 120, 60)).toEqual([255, 255, 255]);
  const { link } = await publish(page, account, id);
  const sent = readPng(await (await page.request.get(`/i/${link.key}.png`)).body());
  expect(shareThatDiffers(canvas, sent, { x: 0, y: 0, ...SIZE })).toBeLessThan(0.01);
});
