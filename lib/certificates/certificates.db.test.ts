import { beforeAll, describe, expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { certificatesQuery } from "./certificate-item";
import { certificateOption } from "./certificate-option";
import { deleteUnissued } from "./delete-unissued";
import { issueCertificates } from "./issue-certificates";
import { listCertificates } from "./list-certificates";
import { type CertifiedBatch, reserveCertificates, withCertificate } from "./reserve-certificates";
import { setRevoked } from "./revoke-certificate";
import { CHECKS_A_MINUTE, countCheck, verifyCertificate } from "./verify-certificate";

withTestDatabase();

const NOW = new Date("2026-11-28T12:00:00Z");
const DAY_MS = 24 * 60 * 60_000;

const field = (key: string, label: string, type: Field["type"] = "text"): Field => ({
  key,
  label,
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});
const FIELDS = [field("name", "Name"), field("number", "Number"), field("check", "Check", "url")];
const OPTION = certificateOption.parse({
  numberField: "number",
  scheme: "sequence",
  prefix: "ACME",
  verificationField: "check",
  title: "Service Design Foundations",
  shownFields: ["name"],
});

let person: Person;
let batches = 0;

beforeAll(async () => {
  person = await newPerson();
});

function newBatch(of: Person = person, more: Partial<typeof OPTION> = {}): CertifiedBatch {
  batches += 1;
  const { workspaceId } = of.scope;
  const batchId = `bat_certificates${batches}`;
  return { workspaceId, batchId, name: "Autumn course", option: { ...OPTION, ...more }, fields: FIELDS };
}

const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    row: first + index,
    values: { name: `Zxq7Canary ${first + index}` },
  }));

const numbersOf = (reserved: Map<number, { number: string }>) =>
  Array.from(reserved.values(), ({ number }) => number);

const codeOf = (url = "") => url.slice(url.lastIndexOf("/") + 1);

async function issue(batch: CertifiedBatch, rows: number[], now = NOW): Promise<void> {
  await transaction((tx) => issueCertificates(tx, batch, rows, now));
}

describe("numbers", () => {
  test("follow each other in a workspace, over batches, and begin anew for a prefix, a year, a workspace", async () => {
    const own = await newPerson();
    const first = await reserveCertificates(newBatch(own), rowsFrom(1, 3), NOW);
    expect(numbersOf(first)).toEqual(["ACME-2026-000001", "ACME-2026-000002", "ACME-2026-000003"]);
    expect(numbersOf(await reserveCertificates(newBatch(own), rowsFrom(1, 1), NOW))).toEqual([
      "ACME-2026-000004",
    ]);
    const other = await reserveCertificates(newBatch(own, { prefix: "B" }), rowsFrom(1, 1), NOW);
    expect(numbersOf(other)).toEqual(["B-2026-000001"]);
    const later = await reserveCertificates(newBatch(own), rowsFrom(1, 1), new Date("2027-01-01T00:00:00Z"));
    expect(numbersOf(later)).toEqual(["ACME-2027-000001"]);
    const stranger = await reserveCertificates(newBatch(await newPerson()), rowsFrom(1, 1), NOW);
    expect(numbersOf(stranger)).toEqual(["ACME-2026-000001"]);
  });

  test("and addresses are those a row had, when its part is made again, with rows beside it and years later", async () => {
    const batch = newBatch();
    const before = await reserveCertificates(batch, rowsFrom(1, 5), NOW);
    const again = await reserveCertificates(batch, rowsFrom(3, 6), new Date("2028-02-02T00:00:00Z"));
    for (const row of [3, 4, 5]) expect(again.get(row)).toEqual(before.get(row));
    expect(new Set([...numbersOf(before), ...numbersOf(again)]).size).toBe(8);
    expect(again.get(8)?.number).toMatch(/^ACME-2028-/);
  });

  test("are given once, however many ask at the same time for the same rows and for others", async () => {
    const own = await newPerson();
    const [one, two] = [newBatch(own), newBatch(own)];
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        reserveCertificates(index % 2 ? one : two, rowsFrom(1 + 5 * Math.floor(index / 6), 10), NOW),
      ),
    );
    const numberOfRow = new Map<string, Set<string>>();
    for (const [index, reserved] of asked.entries()) {
      for (const [row, { number }] of reserved) {
        const key = `${index % 2} ${row}`;
        numberOfRow.set(key, (numberOfRow.get(key) ?? new Set()).add(number));
      }
    }
    expect(numberOfRow.size).toBe(30);
    const all = Array.from(numberOfRow.values(), (numbers) => [...numbers]);
    expect(all.every((numbers) => numbers.length === 1)).toBe(true);
    expect(new Set(all.flat()).size).toBe(30);
  });

  test("are not given again when nothing came of a row", async () => {
    const own = await newPerson();
    await reserveCertificates(newBatch(own), rowsFrom(1, 2), NOW);
    const later = new Date(NOW.getTime() + 91 * DAY_MS);
    expect(await deleteUnissued(later)).toBeGreaterThanOrEqual(2);
    expect(await db().certificate.count({ where: { workspaceId: own.scope.workspaceId } })).toBe(0);
    const next = await reserveCertificates(newBatch(own), rowsFrom(1, 1), NOW);
    expect(numbersOf(next)).toEqual(["ACME-2026-000003"]);
  });

  test("of a hash say nothing of each other", async () => {
    const reserved = await reserveCertificates(newBatch(person, { scheme: "hash" }), rowsFrom(1, 200), NOW);
    const numbers = numbersOf(reserved);
    expect(new Set(numbers).size).toBe(200);
    for (const number of numbers)
      expect(number).toMatch(/^ACME(-[0-9A-HJKMNP-TV-Z]{5}){4}-[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test("stand in the row's values before it is painted, with the address", async () => {
    const batch = newBatch();
    const reserved = (await reserveCertificates(batch, rowsFrom(1, 1), NOW)).get(1);
    if (!reserved) throw new Error("Row 1 got nothing.");
    const values = withCertificate({ name: "Ada", number: "mine", check: "" }, batch.option, reserved);
    expect(values).toEqual({ name: "Ada", number: reserved.number, check: reserved.url });
    expect(reserved.url).toMatch(/\/verify\/[0-9a-hjkmnp-tv-z]{26}$/);
    const without = withCertificate({}, { ...batch.option, verificationField: null }, reserved);
    expect(Object.keys(without)).toEqual(["number"]);
  });
});

describe("who has the address", () => {
  test("is told whom it names, what for, by whom and when; nobody is before the picture was made", async () => {
    const batch = newBatch();
    const reserved = (await reserveCertificates(batch, rowsFrom(7, 1), NOW)).get(7);
    const code = codeOf(reserved?.url);
    expect(await verifyCertificate(code)).toEqual({ state: "unknown" });
    await issue(batch, [7]);
    const expected = {
      state: "valid",
      number: reserved?.number,
      workspace: (await db().workspace.findUniqueOrThrow({ where: { id: batch.workspaceId } })).name,
      issuedAt: NOW,
      shown: { title: "Service Design Foundations", values: [{ label: "Name", value: "Zxq7Canary 7" }] },
    };
    expect(await verifyCertificate(code)).toEqual(expected);
    expect(await verifyCertificate(code.toUpperCase())).toEqual(expected);
    await issue(batch, [7], new Date(NOW.getTime() + DAY_MS));
    expect(await verifyCertificate(code)).toEqual(expected);
  });

  test("is told that it was taken back, and no longer whom it named, until it counts again", async () => {
    const batch = newBatch();
    const reserved = (await reserveCertificates(batch, rowsFrom(1, 1), NOW)).get(1);
    await issue(batch, [1]);
    const code = codeOf(reserved?.url);
    const number = reserved?.number ?? "";
    const revokedAt = new Date(NOW.getTime() + DAY_MS);
    const { certificates } = await listCertificates(person.scope, { number });
    const id = certificates[0]?.id ?? "";
    expect(certificates).toMatchObject([{ number, batchId: batch.batchId, row: 1, revokedAt: null }]);
    expect(
      await setRevoked(person.scope, id, { revoked: true, reason: "Zxq7Canary cheated" }, revokedAt),
    ).toMatchObject({
      revokedAt,
      revokedReason: "Zxq7Canary cheated",
    });
    await setRevoked(person.scope, id, { revoked: true, reason: "" }, new Date(NOW.getTime() + 2 * DAY_MS));
    expect(JSON.stringify(await db().certificate.findUnique({ where: { id } }))).not.toContain("Canary");
    const told = await verifyCertificate(code);
    expect(told).toMatchObject({ state: "revoked", number, revokedAt });
    expect(JSON.stringify(told)).not.toContain("Canary");
    const restored = await setRevoked(person.scope, id, { revoked: false, reason: "" });
    expect(restored).toMatchObject({ revokedAt: null, revokedReason: null, url: reserved?.url });
    expect(await verifyCertificate(code)).toMatchObject({ state: "valid", number });
    const events = await db().auditEvent.findMany({
      where: { workspaceId: batch.workspaceId, action: { startsWith: "certificate." } },
      orderBy: { at: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["certificate.revoke", "certificate.restore"]);
  });

  test("is told once, by whom it was taken back first, however many do at once", async () => {
    const batch = newBatch();
    await reserveCertificates(batch, rowsFrom(1, 1), NOW);
    await issue(batch, [1]);
    const { id } = await db().certificate.findFirstOrThrow({ where: { batchId: batch.batchId } });
    const events = (action: string) => db().auditEvent.count({ where: { objectId: id, action } });
    const at = (revoked: boolean) =>
      Promise.all(
        ["one", "two", "three", "four"].map((reason) => setRevoked(person.scope, id, { revoked, reason })),
      );
    const revoked = await at(true);
    expect(new Set(revoked.map(({ revokedReason }) => revokedReason)).size).toBe(1);
    expect(await events("certificate.revoke")).toBe(1);
    await at(false);
    expect(await events("certificate.restore")).toBe(1);
  });

  test("is told nothing of a code that was never given", async () => {
    for (const code of ["", "x", "0".repeat(26), "../../etc", "%00", "é".repeat(26)]) {
      expect(await verifyCertificate(code)).toEqual({ state: "unknown" });
    }
  });

  test("may look sixty times a minute, whoever else looks", async () => {
    const address = "203.0.113.77";
    for (let count = 0; count < CHECKS_A_MINUTE; count += 1) expect(await countCheck(address)).toBe(0);
    expect(await countCheck(address)).toBeGreaterThan(0);
    expect(await countCheck("198.51.100.9")).toBe(0);
  });
});

test("somebody else's certificates cannot be taken back", async () => {
  const batch = newBatch();
  const reserved = (await reserveCertificates(batch, rowsFrom(1, 1), NOW)).get(1);
  await issue(batch, [1]);
  const { certificates } = await listCertificates(person.scope, { batch: batch.batchId });
  const stranger = await newPerson();
  expect((await listCertificates(stranger.scope, { batch: batch.batchId })).certificates).toEqual([]);
  const taken = setRevoked(stranger.scope, certificates[0]?.id ?? "", { revoked: true, reason: "" });
  await expect(taken).rejects.toMatchObject({ code: "not_found" });
  expect(await verifyCertificate(codeOf(reserved?.url))).toMatchObject({ state: "valid" });
});

test("are listed newest first, page by page, and those of no picture not at all", async () => {
  const own = await newPerson();
  const batch = newBatch(own);
  await reserveCertificates(batch, rowsFrom(1, 121), NOW);
  for (const row of rowsFrom(1, 120)) await issue(batch, [row.row], new Date(NOW.getTime() + (row.row >> 4)));
  const rows: number[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = certificatesQuery.parse(cursor === "" ? {} : { cursor });
    const page = await listCertificates(own.scope, query);
    rows.push(...page.certificates.map(({ row }) => row));
    cursor = page.cursor;
  }
  expect(rows).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
  expect((await listCertificates(own.scope, { number: " ACME-2026-000007 " })).certificates).toHaveLength(1);
  expect((await listCertificates(own.scope, { number: "ACME-2026-000121" })).certificates).toEqual([]);
  const found = async (number: string) =>
    (await listCertificates(own.scope, { number, limit: 20 })).certificates.map((each) => each.number).sort();
  // A part will do, however it is written; what no number has means itself, not any letter.
  expect(await found("2026-00004")).toHaveLength(10);
  expect(await found("acme-2026-000119")).toEqual(["ACME-2026-000119"]);
  expect(await found("00004_")).toEqual([]);
  expect(await found("%")).toEqual([]);
});

test("the database holds neither names nor codes in the open, and a row copied to another says nothing", async () => {
  const batch = newBatch();
  const reserved = await reserveCertificates(batch, rowsFrom(1, 2), NOW);
  await issue(batch, [1, 2]);
  const stored = await db().certificate.findMany({
    where: { batchId: batch.batchId },
    orderBy: { row: "asc" },
  });
  expect(JSON.stringify(stored)).not.toContain("Canary");
  for (const { url } of reserved.values()) expect(JSON.stringify(stored)).not.toContain(codeOf(url));
  const [one, two] = stored;
  await db().certificate.update({ where: { id: two?.id ?? "" }, data: { shown: one?.shown ?? "" } });
  expect(await verifyCertificate(codeOf(reserved.get(2)?.url))).toEqual({ state: "unknown" });
});
