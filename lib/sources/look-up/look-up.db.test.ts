import { createHash } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LiveLink } from "@/lib/render/picture-maker";
import { db, transaction } from "@/lib/server/db";
import type { LinkSourceRow } from "@/lib/server/picture-reads";
import { takeProcessWide } from "@/lib/server/process-registry";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { deleteRow, putRow } from "../tables/change-row";
import { createTable } from "../tables/create-table";
import { replaceRows } from "../tables/refill-table";
import type { TableOptions } from "../tables/table-input";
import { listOfRows } from "../tables/table-list";
import { lookUp } from "./look-up";
import { REMEMBERED_MS, RowMemory, rowMemory } from "./row-memory";

withTestDatabase();

const ROWS = [
  { Email: " Maria@Example.com", Name: "Maria", Points: "7" },
  { Email: "jorge@example.com", Name: "Jorge", Points: "" },
];
const NOTHING = { values: {}, seconds: null, complete: true };

let owner: Person;
let sourceId: string;
beforeEach(async () => {
  owner = await newPerson();
  takeProcessWide("row-memory");
});
afterEach(() => vi.restoreAllMocks());

async function table(keyKind: TableOptions["keyKind"] = "plain"): Promise<void> {
  const options = { name: "Guests", keyColumn: "Email", param: "id", keyKind };
  ({
    source: { id: sourceId },
  } = await createTable(owner.scope, options, listOfRows(ROWS)));
}

/** What a picture of a link that uses the table is told, with the address `?id=`. */
async function seen(id: string | undefined, mapping = { name: "Name", points: "Points" }, by = owner) {
  const source = await db().dataSource.findUniqueOrThrow({ where: { id: sourceId } });
  const row: LinkSourceRow = { ...source, sourceId, mapping };
  const link: Partial<LiveLink> = { sources: [row], workspaceId: by.scope.workspaceId };
  return lookUp(link as LiveLink, (names) =>
    id === undefined ? {} : Object.fromEntries(names.map((name) => [name, id])),
  );
}

/** Counts the queries for rows that are made from now on. */
function rowQueries(): () => number {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  return () => asked.mock.calls.filter(([query]) => JSON.stringify(query).includes("DataRow")).length;
}

describe("a row", () => {
  test("is found by what stands in the address; empty cells leave the field to its fallback", async () => {
    await table();
    expect(await seen("maria@example.com")).toEqual({
      values: { name: "Maria", points: "7" },
      seconds: 60,
      complete: true,
    });
    expect((await seen("JORGE@example.com ")).values).toEqual({ name: "Jorge" });
    expect(await seen("nobody@example.com")).toEqual({ values: {}, seconds: 60, complete: true });
    expect(await seen(undefined)).toEqual(NOTHING);
  });

  test("is not asked for where nothing, or nothing that could be a key, stands in the address", async () => {
    await table();
    const count = rowQueries();
    expect(await seen(" ")).toEqual(NOTHING);
    expect((await seen("x".repeat(501))).values).toEqual({});
    expect(count()).toBe(0);
  });

  test.each(["md5", "sha1", "sha256"])(
    "of an e-mail table is found by the %s digest senders make, in one query",
    async (kind) => {
      await table("email");
      const digest = createHash(kind).update("maria@example.com").digest("hex");
      const count = rowQueries();
      expect((await seen(digest)).values).toEqual({ name: "Maria", points: "7" });
      expect((await seen(digest.toUpperCase())).values).toEqual({ name: "Maria", points: "7" });
      expect(count()).toBe(1);
      expect((await seen("maria@example.com")).values).toEqual({ name: "Maria", points: "7" });
      expect(count()).toBe(2);
    },
  );

  test("of an e-mail address with a plus is found although a sender did not encode it", async () => {
    await table("email");
    await putRow(owner.scope, sourceId, "maria+news@example.com", { Name: "News" });
    expect((await seen("maria news@example.com")).values).toEqual({ name: "News" });
  });

  test("of a plain table is not found by a digest", async () => {
    await table();
    expect((await seen(createHash("md5").update("maria@example.com").digest("hex"))).values).toEqual({});
  });

  test("is found through an index, however many there are", async () => {
    await table("email");
    const digest = createHash("md5").update("maria@example.com").digest("hex");
    const plan = await transaction(async (tx) => {
      // A table of two rows is read whole otherwise.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<Record<string, string>[]>`
        EXPLAIN SELECT r.cells FROM "DataAlias" a JOIN "DataRow" r USING ("sourceId", filling, "keyHash")
        WHERE a."sourceId" = ${sourceId} AND a.filling = 1 AND a."aliasHash" = ${digest}`;
    });
    const text = plan.map((row) => Object.values(row).join("")).join("\n");
    expect(text).toContain("DataAlias_pkey");
    expect(text).toContain("DataRow_pkey");
    expect(text).not.toContain("Seq Scan");
  });

  test("of another workspace is not there, although its table is named", async () => {
    await table();
    expect((await seen("maria@example.com", undefined, await newPerson())).values).toEqual({});
  });
});

describe("what was read", () => {
  test("a hundred who ask for one row at once cost one query; so does one that is not there", async () => {
    await table();
    const count = rowQueries();
    await Promise.all(Array.from({ length: 100 }, () => seen("maria@example.com")));
    await Promise.all(Array.from({ length: 100 }, () => seen("nobody@example.com")));
    expect(count()).toBe(2);
  });

  test("a changed row is shown at once where it was changed, under every name it has", async () => {
    await table("email");
    const digest = createHash("sha256").update("maria@example.com").digest("hex");
    expect([(await seen("maria@example.com")).values, (await seen(digest)).values]).toEqual(
      Array(2).fill({ name: "Maria", points: "7" }),
    );
    await putRow(owner.scope, sourceId, "maria@example.com", { Name: "Mary" });
    expect([(await seen("maria@example.com")).values, (await seen(digest)).values]).toEqual(
      Array(2).fill({ name: "Mary" }),
    );
    await deleteRow(owner.scope, sourceId, "maria@example.com");
    expect([(await seen("maria@example.com")).values, (await seen(digest)).values]).toEqual([{}, {}]);
    await putRow(owner.scope, sourceId, "maria@example.com", { Name: "Back" });
    expect((await seen(digest)).values).toEqual({ name: "Back" });
  });

  test("another list is shown at once", async () => {
    await table();
    await seen("maria@example.com");
    await replaceRows(owner.scope, sourceId, listOfRows([{ Email: "maria@example.com", Name: "New" }]));
    expect((await seen("maria@example.com")).values).toEqual({ name: "New" });
    expect((await seen("jorge@example.com")).values).toEqual({});
  });

  test("is read anew after some seconds, so that a change elsewhere is seen", async () => {
    let now = 1;
    const memory = new RowMemory(() => now);
    let reads = 0;
    const read = async () => [`${++reads}`];
    expect(await memory.read("a", read)).toEqual(["1"]);
    now += REMEMBERED_MS - 1;
    expect(await memory.read("a", read)).toEqual(["1"]);
    now += 2;
    expect(await memory.read("a", read)).toEqual(["2"]);
  });

  test("is not remembered when it failed, nor when it was forgotten while it was on its way", async () => {
    const memory = new RowMemory();
    await expect(memory.read("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await memory.read("a", async () => ["there"])).toEqual(["there"]);
    let arrive: (cells: string[]) => void = () => undefined;
    const old = memory.read("b", () => new Promise<string[]>((done) => (arrive = done)));
    memory.forget("b");
    const fresh = memory.read("b", async () => ["new"]);
    arrive(["old"]);
    expect([await old, await fresh]).toEqual([["old"], ["new"]]);
    expect(await memory.read("b", async () => ["newer"])).toEqual(["new"]);
  });

  test("takes no more room than it may", async () => {
    const memory = new RowMemory();
    let reads = 0;
    const read = async () => [`${++reads}`.padEnd(1_000_000)];
    for (let at = 0; at < 20; at++) await memory.read(`row ${at}`, read);
    await memory.read("row 19", read);
    expect(reads).toBe(20);
    await memory.read("row 0", read);
    expect(reads).toBe(21);
  });
});

describe("without the database", () => {
  test("the fields keep their fallbacks, and the picture says that a source is missing", async () => {
    await table();
    vi.spyOn(rowMemory(), "read").mockRejectedValue(new Error("connection refused"));
    expect(await seen("maria@example.com")).toEqual({ values: {}, seconds: 0, complete: false });
  });

  test("one that does not answer is waited for a second, and no longer", async () => {
    await table();
    vi.spyOn(rowMemory(), "read").mockReturnValue(new Promise(() => undefined));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const source = {
      sourceId,
      kind: "table",
      config: { keyColumn: "Email" },
      secrets: null,
      columns: [],
      filling: 1,
      mapping: {},
    };
    const link: unknown = { sources: [source], workspaceId: owner.scope.workspaceId };
    let answer: unknown;
    void lookUp(link as LiveLink, () => ({ id: "maria@example.com" })).then((given) => {
      answer = given;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    expect(answer).toEqual({ values: {}, seconds: 0, complete: false });
  });
});
