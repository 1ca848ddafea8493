import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { axeLooks, PHONE, WIDE } from "./axe-looks";
import { DOT } from "./everything";
import { type Account, createTemplate, expect, publish, SAME_ORIGIN, test, uploadPicture } from "./fixtures";

test.use({ reducedMotion: "reduce" });

test("axe finds nothing serious on any page, light and dark, wide and narrow", async ({ page, account }) => {
  test.slow();
  const { look, found } = axeLooks(page);
  const workspace = `/${account.workspace}`;
  const outside = await page.context().browser()?.newContext({ reducedMotion: "reduce" });
  const visitor = await outside?.newPage();
  if (!visitor) throw new Error("no second browser");
  const strange = axeLooks(visitor);
  await twoPictures(page, account);
  // Painting dozens of them is another test's business.
  await page.route("**/picture.png*", (route) => route.fulfill({ contentType: "image/png", body: DOT }));

  for (const path of [
    "/",
    "/sign-in",
    "/sign-in/forgot",
    "/sign-in/reset",
    "/sign-in/link",
    "/sign-up",
    "/outbox",
    "/nothing/here/at/all",
  ]) {
    await visitor.goto(path);
    await strange.lookAtBoth(path);
  }
  await visitor.goto("/sign-in");
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor.getByText("Enter your e-mail address.")).toBeVisible();
  await strange.lookAtBoth("sign-in with an error");
  await outside?.close();

  for (const [width, size] of [
    ["wide", WIDE],
    ["narrow", PHONE],
  ] as const) {
    await page.setViewportSize(size);
    if (width === "wide") {
      await page.goto(workspace);
      await page.getByRole("list", { name: "Ready designs" }).waitFor();
      await look(`no templates yet, ${width}`);
      await createTemplate(page, account, { name: "Spring", from: { kind: "starter", id: "vip-pass" } });
      const blank = { kind: "blank", width: 600, height: 300, displayWidth: 300 } as const;
      const gone = await createTemplate(page, account, { name: "Gone", from: blank });
      await page.request.delete(`/api/w${workspace}/templates/${gone.id}`, { headers: SAME_ORIGIN });
    }
    await page.goto(workspace);
    await look(`templates, ${width}`);
    if (width === "wide") {
      await page.getByRole("button", { name: "More for Spring" }).press("Enter");
      await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
      await look("menu of a template", "[role=menu]");
      await page.keyboard.press("Escape");
      await lookAtFiles(page, look);
    } else {
      await page.getByRole("button", { name: "Menu", exact: true }).click();
      await page.getByRole("dialog", { name: "Menu" }).waitFor();
      await look("sidebar on a phone", "[role=dialog]");
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "New template" }).first().click();
    const gallery = page.getByRole("dialog", { name: "New template" });
    await gallery.getByRole("list", { name: "Ready designs" }).waitFor();
    await look(`gallery, ${width}`, "[role=dialog]");
    await gallery.getByRole("searchbox").fill("birthday");
    await gallery.locator('[data-starter="birthday-coupon"]').focus();
    await page.keyboard.press("Space");
    await gallery.getByRole("region", { name: /^Preview of/ }).waitFor();
    await look(`a design shown large, ${width}`, "[role=dialog]");
    await page.goto(`${workspace}?q=nothing+is+called+this`);
    await look(`templates, none found, ${width}`);
    await page.goto(`${workspace}/settings`);
    await page.getByText("Sign on your own machine").click();
    await look(`settings, ${width}`);
    await page.goto(`${workspace}/links`);
    await lookAtLinks(page, account, width === "wide", (screen, within) =>
      look(`${screen}, ${width}`, within),
    );
    await page.goto(`${workspace}/images`);
    await lookAtImages(page, (screen, within) => look(`${screen}, ${width}`, within));
    await page.goto(`${workspace}/brand`);
    await lookAtBrand(page, width === "wide", (screen, within) => look(`${screen}, ${width}`, within));
  }
  await page.setViewportSize(WIDE);
  await page.goto(workspace);
  await page.evaluate(() => {
    // Stands for any fault of ours: every picture that is watched throws.
    window.IntersectionObserver = class extends IntersectionObserver {
      constructor() {
        super(() => {});
        throw new Error("planted");
      }
    };
  });
  await page.getByRole("button", { name: "New template" }).first().click();
  await page.getByRole("heading", { name: "This page did not load" }).waitFor();
  await look("a page that failed", "main");
  expect([...strange.found, ...found].join("\n\n")).toBe("");
});

type Look = (screen: string, within?: string) => Promise<void>;

/** Two pictures, one of them with a tag. */
async function twoPictures(page: Page, account: Account): Promise<void> {
  const other = new PNG({ width: 2, height: 2 });
  await uploadPicture(page, account, PNG.sync.write(other));
  const ids = [await uploadPicture(page, account, DOT)];
  const tagged = await page.request.patch(`/api/w/${account.workspace}/assets`, {
    data: { ids, tag: "Spring", on: true },
    headers: SAME_ORIGIN,
  });
  expect(tagged.ok()).toBe(true);
}

/** Templates that come from files and that are deleted. */
async function lookAtFiles(page: Page, look: Look): Promise<void> {
  for (const [item, title] of [
    ["Import from file", "Import templates"],
    ["Recently deleted", "Recently deleted"],
  ] as const) {
    await page.getByRole("button", { name: "More for templates" }).press("Enter");
    await page.getByRole("menuitem", { name: item }).click();
    const dialog = page.getByRole("dialog", { name: title });
    await dialog
      .getByText(title === "Recently deleted" ? "Gone" : /file/i)
      .first()
      .waitFor();
    await look(title, "[role=dialog]");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
}

/** The first time there are no links yet. */
async function lookAtLinks(page: Page, account: Account, isFirst: boolean, look: Look): Promise<void> {
  if (isFirst) {
    await page.getByRole("heading", { name: "No links yet" }).waitFor();
    await look("no links yet");
    const path = `/api/w/${account.workspace}/templates?search=Spring&limit=1`;
    const { templates } = await (await page.request.get(path)).json();
    await publish(page, account, templates[0].id);
    await page.reload();
  }
  const more = page.getByRole("list", { name: "Links" }).getByRole("button", { name: "More for Spring" });
  await more.waitFor();
  await look("links");
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Settings" }).click();
  const settings = page.getByRole("dialog", { name: "Settings of “Spring”" });
  await settings.getByRole("radio", { name: /^Signed addresses only/ }).waitFor();
  await look("settings of a link", "[role=dialog]");
  await page.keyboard.press("Escape");
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Signed address" }).click();
  await page.getByRole("button", { name: "Make the address" }).click();
  await page.getByTestId("signed-picture").waitFor();
  await look("a signed address", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New link" }).click();
  const making = page.getByRole("dialog", { name: "New link" });
  await making.getByRole("radio").first().waitFor();
  await making.getByRole("button", { name: "Make link" }).click();
  await making.getByText("Choose a template.").waitFor();
  await look("a new link, nothing chosen", "[role=dialog]");
  await page.keyboard.press("Escape");
}

async function lookAtImages(page: Page, look: Look): Promise<void> {
  const images = page.getByRole("list", { name: "Images", exact: true });
  await expect(images.getByRole("article")).toHaveCount(2);
  // The list may come anew in the moment of the click, with nothing selected.
  await expect(() =>
    page.getByLabel("Select picture.png").first().check({ force: true, timeout: 2_000 }),
  ).toPass();
  await page
    .getByRole("list", { name: "Tags" })
    .getByRole("button", { name: /^Spring/ })
    .waitFor();
  await look("images, one selected");
  await images.getByRole("button", { name: "Open picture.png" }).last().click();
  const details = page.getByRole("dialog", { name: "picture.png" });
  await details.getByText("In no template.").waitFor();
  await look("a picture's details", "[role=dialog]");
  await details.getByRole("button", { name: "Replace everywhere" }).click();
  const replace = page.getByRole("dialog", { name: "Replace everywhere" });
  const tag = replace.getByRole("button", { name: "Spring" });
  await tag.click();
  await expect(tag).toHaveAttribute("aria-pressed", "true");
  await replace.getByRole("button", { name: /^Show picture/ }).waitFor();
  await look("replace everywhere", "[role=dialog]");
  await page.keyboard.press("Escape");
}

/** The first time the kit is empty, and is given one value of each kind. */
async function lookAtBrand(page: Page, isFirst: boolean, look: Look): Promise<void> {
  const logos = page.getByRole("list", { name: "Logos" });
  if (isFirst) {
    for (const add of ["Add colour", "Add gradient", "Add font for headings", "Add text style"])
      await page.getByRole("button", { name: add }).click();
    await page.getByRole("button", { name: "Add logo" }).click();
    const chooser = page.getByRole("dialog", { name: "Choose a logo" });
    const first = chooser
      .getByRole("list", { name: "Pictures of this workspace" })
      .getByRole("button")
      .first();
    await first.waitFor();
    await look("choosing a logo", "[role=dialog]");
    await first.click();
  }
  await expect(logos.getByRole("listitem")).toHaveCount(1);
  await look("brand");
}
