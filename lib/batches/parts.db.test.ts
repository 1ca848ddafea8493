import { beforeAll, expect, test } from "vitest";
import { newId, newPictureKey } from "@/lib/accounts/ids";
import { db, transaction } from "@/lib/server/db";
import { newApiWorld } from "@/lib/server/testing/api-world";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { changeRow, readRows, writeParts } from "./parts";
import { openPart, sealPart } from "./sealed-part";

withTestDatabase();

let owner: Person;
let templateId: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  ({ templateId } = await newApiWorld(owner));
});

async function newBatch(rows: string[][]) {
  const { workspaceId, userId } = owner.scope;
  const template = await db().template.findUniqueOrThrow({ where: { id: templateId } });
  const batch = { id: newId("bat"), workspaceId };
  const source = { kind: "paste", name: "", format: "csv", encoding: null, delimiter: ",", notes: [] };
  const { projectId } = template;
  const rest = { source, columns: ["a"], mapping: {}, cleanUps: [], output: {}, key: newPictureKey() };
  const data = { ...batch, projectId, templateId, name: "B", createdById: userId, ...rest };
  await db().batch.create({ data: { ...data, expiresAt: new Date(Date.now() + 1e9) } });
  return { batch, written: await writeParts(batch, rows) };
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => [`Zxq7 ${at + 1}`]);

test("rows are written in parts of fifty, and read from anywhere", async () => {
  const { batch, written } = await newBatch(numbered(1_234));
  expect(written).toEqual({ rows: 1_234, parts: 25 });
  const rows = await readRows(batch, 498, 5);
  expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual(
    [498, 499, 500, 501, 502].map((row) => [row, `Zxq7 ${row}`]),
  );
  expect(await readRows(batch, 1_234, 50)).toHaveLength(1);
  expect(await readRows(batch, 1_235, 50)).toEqual([]);
  expect(await readRows({ ...batch, workspaceId: "another" }, 1, 5)).toEqual([]);
});

test("what lies in the database says nothing, and opens in its own place only", async () => {
  const { batch } = await newBatch(numbered(60));
  const parts = await db().batchPart.findMany({ where: { batchId: batch.id }, orderBy: { index: "asc" } });
  const [first] = parts;
  if (!first) throw new Error("no part");
  expect(Buffer.from(first.cells).toString("latin1")).not.toContain("Zxq7");
  expect(openPart(batch.id, 0, first.cells)).toHaveLength(50);
  expect(() => openPart(batch.id, 1, first.cells)).toThrow("NEXTAUTH_SECRET");
  expect(() => openPart("bat_other", 0, first.cells)).toThrow("NEXTAUTH_SECRET");
  expect(() => openPart(batch.id, 0, sealPart(batch.id, 0, []).subarray(0, 20))).toThrow("NEXTAUTH_SECRET");
});

test("rows of a part that are changed at once all keep their change", async () => {
  const { batch } = await newBatch(numbered(70));
  const changes = Array.from({ length: 20 }, (_, at) => at + 45);
  const done = await Promise.all(
    changes.map((row) =>
      transaction((tx) =>
        changeRow(tx, batch, row, { cells: new Map([[0, `new ${row}`]]), leftOut: row % 2 === 0 }),
      ),
    ),
  );
  expect(done.reduce((sum, { leftOutMore }) => sum + leftOutMore, 0)).toBe(10);
  const rows = await readRows(batch, 44, 22);
  expect(rows.map(({ cells, leftOut }) => `${cells[0]} ${leftOut}`)).toEqual([
    "Zxq7 44 false",
    ...changes.map((row) => `new ${row} ${row % 2 === 0}`),
    "Zxq7 65 false",
  ]);
  const again = await transaction((tx) => changeRow(tx, batch, 46, { leftOut: true }));
  expect(again.leftOutMore).toBe(0);
  await expect(transaction((tx) => changeRow(tx, batch, 71, {}))).rejects.toMatchObject({
    code: "not_found",
  });
});
