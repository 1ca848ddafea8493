import type { Locator, Page } from "@playwright/test";
import { STARTERS } from "@/lib/template/starters/starters";
import { readPng, shareThatDiffers } from "./compare";
import { openedEditor } from "./editor-page";
import { type Account, createTemplate, expect, loadDraft, test } from "./fixtures";

/** The dialog with everything to begin from. */
async function openGallery(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "New template" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New template" });
  await expect(dialog.getByRole("list", { name: "Ready designs" })).toBeVisible();
  return dialog;
}

/** The designs in sight, by their names. */
function cards(gallery: Locator): Locator {
  return gallery.locator("[data-starter]");
}

function pictureOf(gallery: Locator, starter: string): Locator {
  return gallery.locator(`[data-starter="${starter}"] img`);
}

/** Waits until the picture is on the page, and gives its address there. */
async function shown(picture: Locator): Promise<URL> {
  await picture.scrollIntoViewIfNeeded();
  // Both in one look: the next picture may take this one's place between two.
  const address = () =>
    picture.evaluate((image) =>
      image instanceof HTMLImageElement && image.naturalWidth > 0 ? image.currentSrc : "",
    );
  let found = "";
  await expect
    .poll(
      async () => {
        found = await address();
        return found;
      },
      { timeout: 60_000 },
    )
    .not.toBe("");
  return new URL(found);
}

async function templateOf(page: Page, account: Account) {
  await page.waitForURL(/\/templates\/tpl_/);
  await openedEditor(page);
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  return (await loadDraft(page, account, id)).document;
}

test("designs are searched, filtered, shown large and used, with the mouse", async ({ page, account }) => {
  await createTemplate(page, account, { from: { kind: "starter", id: "birthday-coupon" } });
  const answer = await page.goto(`/${account.workspace}`);
  const sent = await answer?.text();
  const dialog = await openGallery(page);
  const search = dialog.getByRole("searchbox", { name: "Search ready designs" });
  const status = dialog.getByRole("status");

  await test.step("names, categories and keywords", async () => {
    await expect(cards(dialog)).toHaveCount(STARTERS.length);
    for (const [word, id] of [
      ["birthday", "birthday-coupon"],
      ["QR", "vip-pass"],
      ["points", "points-ring"],
    ] as const) {
      await search.fill(word);
      await expect(dialog.locator(`[data-starter="${id}"]`)).toBeVisible();
      expect(await cards(dialog).count()).toBeLessThan(4);
    }
    await search.fill("");
    await dialog.locator("label", { hasText: "Certificates" }).click();
    await expect(cards(dialog)).toHaveCount(3);
    await expect(status).toContainText("3 designs");
    await dialog.getByRole("combobox", { name: "Size" }).click();
    await page.getByRole("option", { name: "Square" }).click();
    await expect(cards(dialog)).toHaveCount(0);
    await expect(dialog.getByText("No design fits")).toBeVisible();
    await dialog.getByRole("button", { name: "Show all designs" }).click();
    await expect(cards(dialog)).toHaveCount(STARTERS.length);
    await expect(dialog.getByRole("radio", { name: "All" })).toBeChecked();
  });

  await test.step("large, with another row, and back by Escape to where one was", async () => {
    await search.fill("birthday");
    await dialog.locator("[data-starter]").hover();
    await dialog.getByRole("button", { name: "Preview Birthday coupon" }).click();
    const preview = dialog.getByRole("region", { name: "Preview of Birthday coupon" });
    await expect(preview.getByRole("listitem")).toHaveText(["First name", "Coupon code", "Valid until"]);
    const picture = preview.locator("img");
    const usual = (await shown(picture)).searchParams.get("row");
    expect(usual).toBe("row1");
    await preview.locator("label", { hasText: "No values at all" }).click();
    await expect.poll(async () => (await shown(picture)).searchParams.get("row")).toBe("none");
    await page.keyboard.press("Escape");
    await expect(dialog.locator('[data-starter="birthday-coupon"]')).toBeFocused();
    await expect(search).toHaveValue("birthday");
  });

  await test.step("used: named with a number, since the name is taken", async () => {
    await dialog.locator('[data-starter="birthday-coupon"]').click();
    const wanted = STARTERS.find(({ id }) => id === "birthday-coupon")?.document;
    expect(await templateOf(page, account)).toEqual(wanted);
    await page.goto(`/${account.workspace}`);
    await expect(page.getByRole("link", { name: "Birthday coupon 2" })).toHaveCount(1);
  });

  // What a document has and a card has not.
  expect(sent).not.toMatch(/fontFamily|phraseFallback|hideWhenMissing/);
});

test("designs are reached, shown large and used with the keyboard", async ({ page, account }) => {
  await page.goto(`/${account.workspace}`);
  const dialog = await openGallery(page);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-starter"));
  await dialog.getByRole("radio", { name: "All" }).focus();
  await page.keyboard.press("Tab");
  const order = STARTERS.map(({ id }) => id);
  expect(await focused()).toBe(order[0]);
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe(order[1]);
  await page.keyboard.press("ArrowDown");
  const below = order.indexOf((await focused()) ?? "");
  expect(below).toBeGreaterThan(3);
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toBe(order[1]);
  await page.keyboard.press("End");
  expect(await focused()).toBe(order.at(-1));
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(dialog.getByRole("button", { name: "Use this design" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await expect.poll(focused).toBe(order[0]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await templateOf(page, account)).toEqual(STARTERS[1]?.document);
});

test("an empty workspace shows the designs at once, with the visitor's name, and another when it is typed", async ({
  page,
  account,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${account.workspace}`);
  const gallery = page.getByRole("main");
  await gallery.getByRole("searchbox", { name: "Search ready designs" }).fill("points ring");
  await expect(cards(gallery)).toHaveCount(1);
  const name = gallery.getByRole("textbox", { name: /name/i });
  await expect(name).toHaveValue(account.name);
  const picture = pictureOf(gallery, "points-ring");
  const own = await shown(picture);
  expect(own.searchParams.get("name")).toBe(account.name);
  // The page scrolls to what is typed in; the picture keeps its size.
  const sizeOf = async () => {
    const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
    return { width, height };
  };
  const before = await sizeOf();

  await name.fill("Zoë");
  await expect
    .poll(async () => (await shown(picture)).searchParams.get("name"), { timeout: 60_000 })
    .toBe("Zoë");
  expect(await sizeOf()).toEqual(before);
  const pictures = await Promise.all(
    ["Zoë", account.name, ""].map(async (who) => {
      const response = await page.request.get(`${own.pathname}?name=${encodeURIComponent(who)}`);
      expect(response.headers()["cache-control"]).toBe("private, no-cache");
      const again = await page.request.get(response.url(), {
        headers: { "if-none-match": response.headers().etag ?? "" },
      });
      expect(again.status()).toBe(304);
      return readPng(await response.body());
    }),
  );
  const [zoe, visitor, nobody] = pictures;
  if (!zoe || !visitor || !nobody) throw new Error("a picture is missing");
  const headline = { x: 40, y: 76, width: 360, height: 120 };
  expect(shareThatDiffers(zoe, visitor, headline)).toBeGreaterThan(0.01);
  expect(shareThatDiffers(zoe, nobody, headline)).toBeGreaterThan(0.01);

  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
});

test("pictures with a name are for people with an account", async ({ playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const response = await stranger.get("/api/starters/vip-pass/picture.png?name=Anna");
  expect(response.status()).toBe(401);
  await stranger.dispose();
});
