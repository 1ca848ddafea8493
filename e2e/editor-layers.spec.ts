import { openEditor } from "./editor-page";
import { createTemplate, expect, test } from "./fixtures";
import { editorState, handOn } from "./stage-hand";

test.beforeEach(async ({ page, account }) => {
  const from = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(page, account, { name: "Thank you", from });
  await openEditor(page, account, id);
});

test("layers are dragged into and out of groups, moved by key, searched for, and listed while they are typed", async ({
  page,
}) => {
  const hand = handOn(page);
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name},`) });
  const place = async (name: string) => {
    const box = await row(name).boundingBox();
    if (!box) throw new Error(`there is no row ${name}`);
    return box;
  };
  const tree = async () =>
    (await editorState(page)).document.layers.map((layer) =>
      layer.type === "group" ? { [layer.name]: layer.children.map(({ name }) => name) } : layer.name,
    );
  const grab = async (name: string) => {
    const box = await place(name);
    await page.mouse.move(box.x + 70, box.y + box.height / 2);
    await page.mouse.down();
  };
  await row("Button").click();
  await row("Points").click({ modifiers: ["ControlOrMeta"] });
  await page.keyboard.press("ControlOrMeta+g");
  expect((await tree()).at(-1)).not.toEqual({ Group: ["Points", "Button"] });
  await row("Group").press("ArrowLeft");
  await expect(row("Button")).toHaveCount(0);

  // Two at once, onto a folded group, which opens under them.
  const flat = await tree();
  await row("Kicker").click();
  await row("Headline").click({ modifiers: ["ControlOrMeta"] });
  await grab("Kicker");
  const group = await place("Group");
  await page.mouse.move(group.x + 70, group.y + group.height / 2, { steps: 8 });
  await expect(row("Group")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await tree()).toEqual(flat);
  await grab("Kicker");
  await page.mouse.move(group.x + 70, group.y + group.height / 2, { steps: 8 });
  await page.mouse.up();
  const inside = (await tree()).find((each) => typeof each === "object");
  expect(inside?.Group).toHaveLength(4);
  expect((await editorState(page)).history.undoLabel).toBe("Reorder");

  // Out again: under the last row of the group, drawn to the left.
  const lastInside = inside?.Group?.[0] ?? "";
  await row("Kicker").click();
  await grab("Kicker");
  const under = await place(lastInside);
  await page.mouse.move(under.x + 80, under.y + under.height - 3, { steps: 8 });
  await page.mouse.move(under.x + 12, under.y + under.height - 3, { steps: 3 });
  await expect(page.locator("[data-drop-line]")).toBeVisible();
  await page.mouse.up();
  expect((await tree()).filter((each) => each === "Kicker")).toHaveLength(1);

  // By key: in, out, forward; Enter renames and gives the focus back.
  await row("Kicker").focus();
  await page.keyboard.press("Alt+ArrowRight");
  expect((await tree()).includes("Kicker")).toBe(false);
  await expect(row("Kicker")).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  expect((await tree()).includes("Kicker")).toBe(true);
  await expect(row("Kicker")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Přelom");
  await page.keyboard.press("Enter");
  await expect(row("Přelom")).toBeFocused();

  // Found without its accents, inside its group; the list follows what is typed on the canvas.
  await page.getByRole("searchbox", { name: "Search layers" }).fill("prelom");
  await expect(page.getByRole("treeitem")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search layers" }).press("Escape");
  await page.keyboard.press("Escape");
  await hand.click(20, 610);
  await page.keyboard.press("t");
  await page.keyboard.press("t");
  await expect(page.getByTestId("text-editor")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("While", { delay: 15 });
  await expect(row("While")).toBeVisible();
  expect((await editorState(page)).gesture).not.toBeNull();
});
