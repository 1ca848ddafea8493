import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { storageUsed } from "@/lib/usage/storage-quota";
import { listSources } from "../manage-sources";
import { deleteRow, putRow } from "./change-row";
import { createTable } from "./create-table";
import { DELETED_KEPT_MS, deleteOldFillings, GRACE_MS, WAITS_MS } from "./delete-old-fillings";
import { exportTable, findRow, listRows } from "./read-rows-of";
import { refillTable, replaceRows } from "./refill-table";
import { dropFilling, showFilling } from "./show-filling";
import { listOfRows, type TableList } from "./table-list";

withTestDatabase();

const OPTIONS = { name: "Guests", keyColumn: "Email", param: "id", keyKind: "plain" } as const;
const ROWS = [
  { Email: "maria@example.com", Name: "Maria" },
  { Email: "jorge@example.com", Name: "Jorge" },
];

let owner: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson();
  ({
    source: { id },
  } = await createTable(owner.scope, OPTIONS, listOfRows(ROWS)));
});

const rowsOf = async (tableId = id) =>
  (await listRows(owner.scope, tableId, { limit: 100 })).rows.map(({ values }) => values);
const fillings = () => db().dataFilling.findMany({ where: { sourceId: id }, orderBy: { filling: "asc" } });
const stored = (filling: number) => db().dataRow.count({ where: { sourceId: id, filling } });

/** A list whose rows come until it breaks. */
function breaking(count: number): TableList {
  async function* rows(): AsyncGenerator<string[]> {
    for (let at = 0; at < count; at++) yield [`n${at}@example.com`, "New"];
    throw new Error("the line broke");
  }
  return { columns: ["Email", "Name"], rows: rows(), notes: () => [] };
}

describe("a list becomes a table", () => {
  test("its rows are found by their keys, whatever case and spaces, and are shown in their order", async () => {
    expect(await rowsOf()).toEqual(ROWS);
    expect(await findRow(owner.scope, id, " MARIA@example.com")).toEqual({
      key: "maria@example.com",
      values: ROWS[0],
    });
    await expect(findRow(owner.scope, id, "nobody@example.com")).rejects.toMatchObject({ code: "not_found" });
    expect(await listSources(owner.scope)).toMatchObject([{ id, rows: 2, columns: ["Email", "Name"] }]);
  });

  test("nothing of what it holds, or is found by, lies open in the database", async () => {
    const content = JSON.stringify(await tenantContent(owner));
    expect(content).toContain("DataRow");
    expect(content).not.toMatch(/maria|jorge/i);
  });

  test("of rows with one key the last stays, over steps too; rows without a key are left out: both are told", async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => ({ Email: `n${at}@example.com`, Name: "Old" }));
    const list = listOfRows([
      ...many,
      { Email: " ", Name: "Nobody" },
      { Email: "N1@example.com ", Name: "New" },
      { Email: "n1400@example.com", Name: "New" },
    ]);
    const { source, notes } = await createTable(owner.scope, { ...OPTIONS, name: "Many" }, list);
    expect(source.rows).toBe(1_500);
    expect(notes).toEqual([
      "1 row (1,501) had nothing to be found by, or something longer than 500 characters, and were left out.",
      "2 rows (1,502 and 1,503) took the place of earlier ones with the same key.",
    ]);
    expect((await findRow(owner.scope, source.id, "n1@example.com")).values.Name).toBe("New");
    expect((await findRow(owner.scope, source.id, "n2@example.com")).values.Name).toBe("Old");
  });

  test("without the key column, without a key, or with too many rows it is refused with a sentence, and nothing stays", async () => {
    const make = (keyColumn: string, mostRows = 10) =>
      createTable(
        owner.scope,
        { ...OPTIONS, keyColumn },
        listOfRows([...ROWS, { Email: "x", Empty: "" }]),
        new Date(),
        {
          mostRows,
        },
      );
    await expect(make("Mail")).rejects.toMatchObject({ code: "invalid", path: "/keyColumn" });
    await expect(make("Empty")).rejects.toMatchObject({
      message: "No row of the list has anything in the column that rows are found by. Choose another column.",
    });
    await expect(make("Email", 2)).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringMatching(/^A table holds at most 2 rows; the list has more\./),
    });
    const { workspaceId } = owner.scope;
    expect(await db().dataSource.count({ where: { workspaceId } })).toBe(1);
    expect(await db().dataRow.count({ where: { workspaceId } })).toBe(2);
  });

  test("past the most tables there may be none is made", async () => {
    const { workspaceId, userId } = owner.scope;
    await db().dataSource.createMany({
      data: Array.from({ length: 99 }, (_, at) => ({
        ...{ id: `${id}${at}`, workspaceId, name: "x", kind: "table" as const, createdById: userId },
        config: { keyColumn: "x" },
      })),
    });
    await expect(createTable(owner.scope, OPTIONS, listOfRows(ROWS))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("its rows count as storage, and what there is no room for is refused with figures", async () => {
    const before = await storageUsed(db(), owner.scope);
    expect(before).toBeGreaterThan(100);
    await db().workspace.update({ where: { id: owner.scope.workspaceId }, data: { plan: "free" } });
    await db().dataFilling.updateMany({ where: { sourceId: id }, data: { bytes: 250_000_000 - 100 } });
    await expect(createTable(owner.scope, OPTIONS, listOfRows(ROWS))).rejects.toMatchObject({
      code: "conflict",
      details: { metric: "storage" },
    });
    await expect(putRow(owner.scope, id, "new@example.com", { Name: "x".repeat(200) })).rejects.toMatchObject(
      { code: "conflict" },
    );
  });
});

describe("another list", () => {
  const NEXT = [
    { Name: "Maria", Email: "maria@example.com" },
    { Name: "George", Email: "jorge@example.com" },
    { Name: "Ana", Email: "ana@example.com" },
  ];

  test("lies beside the shown one with what it changes until it is shown; then the old one is deleted", async () => {
    const now = new Date();
    const refill = await refillTable(owner.scope, id, {}, listOfRows(NEXT.slice(1)), now);
    expect(refill).toMatchObject({ filling: 2, over: 1, rows: 2, added: 1, changed: 1, gone: 1, lost: [] });
    expect(await rowsOf()).toEqual(ROWS);
    expect(await showFilling(owner.scope, id, 2, now, 1)).toMatchObject({
      rows: 2,
      columns: ["Name", "Email"],
    });
    expect(await rowsOf()).toEqual(NEXT.slice(1));
    // Other processes ask the old one for a moment.
    expect(await deleteOldFillings(now)).toBe(0);
    expect(await stored(1)).toBe(2);
    expect(await deleteOldFillings(new Date(now.getTime() + GRACE_MS + 1), 1)).toBe(2);
    expect(await fillings()).toMatchObject([{ filling: 2 }]);
    // Shown already.
    expect(await showFilling(owner.scope, id, 2)).toMatchObject({ rows: 2 });
    const jobs = await db().$queryRaw<{ payload: unknown }[]>`
      SELECT p.payload FROM graphile_worker._private_jobs p JOIN graphile_worker._private_tasks t ON t.id = p.task_id
      WHERE t.identifier = 'delete_filling' AND p.payload ->> 'sourceId' = ${id}`;
    expect(jobs).toEqual([{ payload: { workspaceId: owner.scope.workspaceId, sourceId: id, filling: 1 } }]);
  });

  test("columns in another order change nothing, a further one changes every row that has it", async () => {
    const same = await refillTable(owner.scope, id, {}, listOfRows(NEXT.slice(0, 1)));
    expect(same).toMatchObject({ added: 0, changed: 0, gone: 1 });
    const more = await refillTable(owner.scope, id, {}, listOfRows([{ ...ROWS[0], City: "Porto" }]));
    expect(more).toMatchObject({ added: 0, changed: 1, gone: 1 });
  });

  test("that breaks off, or is given up, leaves the shown one and nothing of itself", async () => {
    await expect(refillTable(owner.scope, id, {}, breaking(2_500))).rejects.toThrow("the line broke");
    let asked = 0;
    const isGivenUp = () => ++asked > 1;
    await expect(
      refillTable(owner.scope, id, {}, breaking(5_000), new Date(), { isGivenUp }),
    ).rejects.toMatchObject({ message: "The upload was given up." });
    expect(await rowsOf()).toEqual(ROWS);
    expect((await fillings()).map(({ filling }) => filling)).toEqual([1]);
    expect(await db().dataRow.count({ where: { sourceId: id } })).toBe(2);
  });

  test("that is given up after it came is deleted; one that nobody shows is, after a day", async () => {
    const now = new Date();
    await refillTable(owner.scope, id, {}, listOfRows(NEXT), now);
    await dropFilling(owner.scope, id, 2, now);
    await dropFilling(owner.scope, id, 2, now);
    await expect(showFilling(owner.scope, id, 2)).rejects.toMatchObject({ code: "not_found" });
    await expect(dropFilling(owner.scope, id, 1)).rejects.toMatchObject({ code: "conflict" });
    await refillTable(owner.scope, id, {}, listOfRows(NEXT), now);
    await deleteOldFillings(new Date(now.getTime() + GRACE_MS + 1));
    expect([await stored(2), await stored(3)]).toEqual([0, 3]);
    await deleteOldFillings(new Date(now.getTime() + WAITS_MS + 1));
    expect([await stored(1), await stored(3)]).toEqual([2, 0]);
  });

  test("is not shown over another than the one it was compared with", async () => {
    await refillTable(owner.scope, id, {}, listOfRows(NEXT));
    await replaceRows(owner.scope, id, listOfRows(NEXT.slice(2)));
    await expect(showFilling(owner.scope, id, 2, new Date(), 1)).rejects.toMatchObject({ code: "conflict" });
    expect(await rowsOf()).toEqual(
      [{ Email: "ana@example.com", Name: "Ana" }].map(({ Email, Name }) => ({ Name, Email })),
    );
  });

  test("of another workspace is shown, given up and filled by nobody else", async () => {
    const stranger = await newPerson();
    await refillTable(owner.scope, id, {}, listOfRows(NEXT));
    const refused = { code: "not_found" };
    await expect(showFilling(stranger.scope, id, 2)).rejects.toMatchObject(refused);
    await expect(dropFilling(stranger.scope, id, 2)).rejects.toMatchObject(refused);
    await expect(refillTable(stranger.scope, id, {}, listOfRows(NEXT))).rejects.toMatchObject(refused);
    await expect(putRow(stranger.scope, id, "a", {})).rejects.toMatchObject(refused);
    await expect(deleteRow(stranger.scope, id, "maria@example.com")).rejects.toMatchObject(refused);
    await expect(findRow(stranger.scope, id, "maria@example.com")).rejects.toMatchObject(refused);
    await expect(exportTable(stranger.scope, id, { raw: true })).rejects.toMatchObject(refused);
  });
});

test("a deleted table goes with its rows after a month, and not before", async () => {
  const now = new Date();
  await db().dataSource.update({ where: { id }, data: { deletedAt: now } });
  await deleteOldFillings(new Date(now.getTime() + DELETED_KEPT_MS));
  expect(await stored(1)).toBe(2);
  await deleteOldFillings(new Date(now.getTime() + DELETED_KEPT_MS + 1));
  expect(await db().dataSource.count({ where: { id } })).toBe(0);
});

describe("a row", () => {
  const events = () => db().auditEvent.count({ where: { objectId: id, action: "source.fill" } });

  test("is added at the end, changed in place, and taken out; the same once more is nothing", async () => {
    await putRow(owner.scope, id, "ana@example.com", { Name: "Ana" });
    await putRow(owner.scope, id, "MARIA@example.com", { Name: "Mary" });
    const before = await events();
    await putRow(owner.scope, id, "maria@example.com", { Name: "Mary", Email: "MARIA@example.com" });
    expect(await events()).toBe(before);
    expect(await rowsOf()).toEqual([
      { Email: "MARIA@example.com", Name: "Mary" },
      ROWS[1],
      { Email: "ana@example.com", Name: "Ana" },
    ]);
    await deleteRow(owner.scope, id, "Ana@example.com");
    await expect(deleteRow(owner.scope, id, "ana@example.com")).rejects.toMatchObject({ code: "not_found" });
    expect(await listSources(owner.scope)).toMatchObject([{ rows: 2 }]);
    expect(await db().dataFilling.findFirst({ where: { sourceId: id } })).toMatchObject({ rows: 2 });
  });

  test("gets another key in its place, unless that is another row's", async () => {
    const was = "maria@example.com";
    await putRow(owner.scope, id, "mary@example.com", { Name: "Mary" }, { was });
    expect(await rowsOf()).toEqual([{ Email: "mary@example.com", Name: "Mary" }, ROWS[1]]);
    await expect(
      putRow(owner.scope, id, "jorge@example.com", { Name: "x" }, { was: "mary@example.com" }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await rowsOf()).toHaveLength(2);
  });

  test("takes no column that is not there, no other key than its own, and no empty one", async () => {
    const put = (key: string, values: Record<string, string>) => putRow(owner.scope, id, key, values);
    await expect(put("a", { City: "Porto" })).rejects.toMatchObject({
      message: "The table has no column “City”. It has: Email, Name.",
    });
    await expect(put("a", { Email: "b" })).rejects.toMatchObject({ code: "invalid" });
    await expect(put(" ", {})).rejects.toMatchObject({ path: "/key" });
    await expect(put("x".repeat(501), {})).rejects.toMatchObject({ path: "/key" });
    expect(await rowsOf()).toEqual(ROWS);
  });

  test("twenty that are put at once are all there and counted", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => putRow(owner.scope, id, `k${at % 10}`, { Name: `${at}` })),
    );
    expect(await rowsOf()).toHaveLength(12);
    expect(await listSources(owner.scope)).toMatchObject([{ rows: 12 }]);
  });
});

test("a page after another gives every row once; the file has them all, with formulas made harmless", async () => {
  await putRow(owner.scope, id, "=1+1", { Name: 'A "quoted", name' });
  const first = await listRows(owner.scope, id, { limit: 2 });
  const second = await listRows(owner.scope, id, { limit: 2, after: Number(first.nextCursor) });
  expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual([
    ROWS[0]?.Email,
    ROWS[1]?.Email,
    "=1+1",
  ]);
  expect(second.nextCursor).toBeNull();
  let file = "";
  for await (const line of await exportTable(owner.scope, id, { raw: false })) file += line;
  expect(file).toBe(
    `Email,Name\r\nmaria@example.com,Maria\r\njorge@example.com,Jorge\r\n'=1+1,"A ""quoted"", name"\r\n`,
  );
});
