import type { Page } from "@playwright/test";
import { openEditor, settled } from "./editor-page";
import { createTemplate, expect, loadDraft, publish, test } from "./fixtures";

const ANNOUNCED = { timeout: 20_000 };

/** Share of the middle row's pixels of a canvas that are mostly red, by its name. */
async function redShare(page: Page, name: string | RegExp): Promise<number> {
  return page
    .getByRole("img", { name })
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return -1;
      const context = canvas.getContext("2d");
      const row = context?.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1).data ?? [];
      let red = 0;
      for (let at = 0; at < row.length; at += 4)
        if ((row[at] ?? 0) > 150 && (row[at + 1] ?? 0) < 100 && (row[at + 2] ?? 0) < 100) red += 1;
      return red / canvas.width;
    });
}

test("versions: published with a note, compared by slider and highlight, noted, restored, undone", async ({
  page,
  account,
}) => {
  const from = { kind: "blank", width: 400, height: 200, displayWidth: 200 } as const;
  const { id } = await createTemplate(page, account, { name: "Spring", from });
  await publish(page, account, id);
  await openEditor(page, account, id);

  await test.step("a red rectangle is published with a note", async () => {
    await page.getByRole("button", { name: "Add rectangle", exact: true }).click();
    await settled(page);
    await page.evaluate(() => {
      const { store } = window.__nameplate ?? {};
      store?.dispatch("Paint", (document) => ({
        ...document,
        layers: document.layers.map((layer) =>
          layer.type === "shape"
            ? { ...layer, x: 100, y: 0, width: 200, height: 200, fill: { kind: "solid", color: "#d00000" } }
            : layer,
        ),
      }));
    });
    await page.getByRole("button", { name: "Publish options" }).click();
    await page.getByLabel("Note for this version").fill("Red for the sale");
    await page.getByRole("button", { name: "Publish with this note" }).click();
    const anyway = page.getByRole("button", { name: "Publish anyway" });
    const live = page.getByText("Version 2 is live").first();
    await expect(anyway.or(live)).toBeVisible(ANNOUNCED);
    if (await anyway.isVisible()) await anyway.click();
    await expect(live).toBeVisible(ANNOUNCED);
  });

  await page.getByRole("button", { name: "Version history", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Version history" });

  await test.step("the list says what was published, and by whom", async () => {
    const rows = dialog.getByRole("list", { name: "Versions" }).getByRole("listitem");
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText(/Version 2.*Live.*Anna Nguyễn.*Red for the sale/);
    await expect(rows.nth(1)).not.toContainText("Live");
    await rows.nth(0).getByRole("button").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("region", { name: "Version 1", exact: true })).toBeVisible();
  });

  await test.step("compared with version 2: in words, in pixels, with the slider, beside each other", async () => {
    await dialog.getByRole("combobox", { name: "Compare with" }).click();
    await page.getByRole("option", { name: "Version 2" }).click();
    await expect(dialog.getByText("Rectangle: added")).toBeVisible();
    await expect(dialog.getByText("50.0% of pixels differ.")).toBeVisible(ANNOUNCED);
    const divide = dialog.getByRole("slider");
    await divide.focus();
    await page.keyboard.press("Home");
    await expect(divide).toHaveValue("0");
    const box = await divide.boundingBox();
    if (!box) throw new Error("the slider is there");
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    expect(Number(await divide.inputValue())).toBeGreaterThan(65);
    expect(await redShare(page, "Version 2")).toBeCloseTo(0.5, 1);
    expect(await redShare(page, "Version 1")).toBe(0);

    await dialog.getByRole("radio", { name: "Highlight" }).click();
    await expect(dialog.getByRole("img", { name: /what differs from Version 1 marked/ })).toBeVisible();
    const marks = await dialog.locator("canvas[aria-hidden]").evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return [];
      const context = canvas.getContext("2d");
      return [50, 200, 350].map((x) => context?.getImageData(x, 100, 1, 1).data[3] ?? -1);
    });
    expect(marks).toEqual([0, 215, 0]);
    await dialog.getByRole("radio", { name: "Side by side" }).click();
    await expect(dialog.getByRole("img", { name: /^Version [12]$/ })).toHaveCount(2);
  });

  await test.step("a note is kept; an older version becomes the draft, and undo brings the other back", async () => {
    const note = dialog.getByRole("textbox", { name: "Note" });
    await note.fill("Not this");
    await page.keyboard.press("Escape");
    await expect(note).toHaveValue("");
    await note.fill("Before the sale");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("list", { name: "Versions" })).toContainText("Before the sale");
    await dialog.getByRole("button", { name: "Restore as draft" }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await loadDraft(page, account, id)).document.layers.length).toBe(0);
    const undo = page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" });
    await expect(undo).toBeVisible();
    // Another step, and that button would take it back instead: it goes.
    await page.keyboard.press("r");
    await page.keyboard.press("r");
    await expect(undo).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Undo restore version 1" }).click();
    await expect.poll(async () => (await loadDraft(page, account, id)).document.layers.length).toBe(1);
  });

  await test.step("the template's menu leads to the versions, also on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto(`/${account.workspace}`);
    await page.getByRole("button", { name: "More for Spring" }).click();
    await page.getByRole("menuitem", { name: "Version history" }).click();
    await dialog.getByRole("button", { name: /Version 1/ }).click();
    await expect(dialog.getByText(/of pixels differ\./)).toBeVisible(ANNOUNCED);
    const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBe(0);
    await dialog.getByRole("button", { name: "Duplicate as template" }).click();
    await expect(page.getByText("Spring, version 1 was made").first()).toBeVisible();
    await dialog.getByRole("button", { name: "All versions" }).click();
    await expect(dialog.getByRole("list", { name: "Versions" })).toBeVisible();
  });
});
