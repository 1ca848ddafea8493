import { expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { db, transaction } from "./db";
import { withTestDatabase } from "./testing/database";

withTestDatabase();

function newWorkspace(): Promise<{ id: string }> {
  const id = newId("wsp");
  return db().workspace.create({ data: { id, slug: id, name: "x" }, select: { id: true } });
}

const isThere = async (id: string) => (await db().workspace.count({ where: { id } })) === 1;

test("what is asked through db() inside is part of it: seen inside, undone when it throws", async () => {
  let id = "";
  const failed = transaction(async () => {
    ({ id } = await newWorkspace());
    expect(await isThere(id)).toBe(true);
    throw new Error("on purpose");
  });
  await expect(failed).rejects.toThrow("on purpose");
  expect(id).not.toBe("");
  expect(await isThere(id)).toBe(false);
});

test("one inside another ends with the outer one", async () => {
  let id = "";
  const failed = transaction(async () => {
    await transaction(async () => {
      ({ id } = await newWorkspace());
    });
    throw new Error("on purpose");
  });
  await expect(failed).rejects.toThrow("on purpose");
  expect(await isThere(id)).toBe(false);
});

test("others do not see it before it is done, and work outside goes on beside it", async () => {
  let id = "";
  let end = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    end = resolve;
  });
  let running: Promise<void> = Promise.resolve();
  await new Promise<void>((begin) => {
    running = transaction(async () => {
      ({ id } = await newWorkspace());
      begin();
      await mayEnd;
    });
  });
  expect(await isThere(id)).toBe(false);
  end();
  await running;
  expect(await isThere(id)).toBe(true);
});
