import { readPng } from "./compare";
import { openedEditor } from "./editor-page";
import { expect, loadDraft, test } from "./fixtures";
import { editorState } from "./stage-hand";

/** The most presses of the mouse that it may take somebody new from nothing to an address that works. */
const MOST_CLICKS = 12;
const HEADLINE = "Thank you, {{first_name}}";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("from an empty workspace to a copied address in few clicks, typing the headline alone", async ({
  page,
  context,
  account,
}) => {
  let clicks = 0;
  let typed = "";
  await context.exposeFunction("countedPress", () => {
    clicks += 1;
  });
  await context.exposeFunction("countedKey", (key: string) => {
    typed += key;
  });
  await page.addInitScript(() => {
    const tell = (name: string, ...said: string[]) => Reflect.get(window, name)(...said);
    window.addEventListener("pointerdown", () => tell("countedPress"), { capture: true });
    window.addEventListener("keydown", ({ key }) => tell("countedKey", key), { capture: true });
  });

  await page.goto(`/${account.workspace}`);
  await page.getByRole("button", { name: /^E-mail hero/ }).click();
  await page.waitForURL(/\/templates\/tpl_/);
  await openedEditor(page);
  await page.getByRole("button", { name: "Add text", exact: true }).click();
  await expect(page.getByRole("textbox", { name: /^Text of/ })).toBeFocused();
  for (const letter of HEADLINE) await page.keyboard.press(letter === " " ? "Space" : letter);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish anyway" }).click();
  await page.getByRole("button", { name: "Share", exact: true }).first().click();
  const share = page.getByRole("dialog");
  await share.getByRole("radio", { name: /^Klaviyo/ }).click();
  await share.getByRole("button", { name: "Copy URL" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain("/i/");

  expect(typed.replaceAll("Shift", "")).toBe(HEADLINE);
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  test.info().annotations.push({ type: "clicks", description: String(clicks) });
  console.log(`from an empty workspace to a copied address: ${clicks} clicks`);

  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  const { document } = await loadDraft(page, account, id);
  expect(document).toEqual((await editorState(page)).document);
  expect(document.fields.map(({ key }) => key)).toEqual(["first_name"]);
  expect(document.layers).toMatchObject([{ type: "text", runs: [{ text: HEADLINE }] }]);

  // What was copied is a picture for each recipient.
  const [anna, bao] = await Promise.all(
    ["Anna", "Bảo"].map(async (name) => {
      const answer = await page.request.get(
        (await copied()).replace(/\{\{.*?\}\}/, encodeURIComponent(name)),
      );
      expect(answer.headers()["content-type"]).toBe("image/png");
      expect(answer.headers()["x-render-status"]).toBe("ok");
      return readPng(await answer.body());
    }),
  );
  expect(anna?.data).not.toEqual(bao?.data);
});
