import { beforeEach, describe, expect, test } from "vitest";
import { RemoteFailure } from "@/lib/render/remote/remote-failure";
import { createPersonLimiter } from "@/lib/server/person-limiter";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { LIVE, newLiveSource } from "../testing/new-live-source";
import { changeHttpInput, testHttpInput, testStoredHttpInput } from "./http-input";
import { changeHttp } from "./manage-http";
import { type TestDeps, testHttp, testStoredHttp } from "./test-http";
import { testDeps } from "./testing/test-deps";

withTestDatabase();

let owner: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson();
  id = await newLiveSource(owner);
});

describe("a test", () => {
  const run = (input: object, with_: TestDeps) =>
    testHttp(
      owner.scope,
      testHttpInput.parse({ id, config: LIVE.config, sample: { id: "7" }, ...input }),
      with_,
    );

  test("tells what was sent with dots for secrets, also where the answer repeats them", async () => {
    const body = JSON.stringify({
      customer: { name: "Ana", points: { now: 3 } },
      echo: "Bearer Zxq7-live-key",
      list: [1, true, null],
    });
    const told = await run(
      {},
      testDeps(() => ({ body })),
    );
    expect(JSON.stringify(told)).not.toContain("Zxq7");
    expect(told).toMatchObject({
      missing: [],
      request: {
        url: "https://api.example/customers/7?shop=••••••",
        headers: [
          { name: "authorization", value: "Bearer ••••••" },
          { name: "accept", value: "application/json, */*;q=0.5" },
        ],
      },
      answer: { status: 200, contentType: "application/json", ms: 40, redirects: 0 },
      fault: null,
      values: [
        { name: "Name", pointer: "/customer/name", read: { kind: "text", text: "Ana" } },
        { name: "Points", pointer: "/customer/points", read: { kind: "object" } },
      ],
    });
    expect(told.tree.map(({ pointer, kind, depth }) => [pointer, kind, depth])).toEqual([
      ["/customer", "object", 0],
      ["/customer/name", "text", 1],
      ["/customer/points", "object", 1],
      ["/customer/points/now", "number", 2],
      ["/echo", "text", 0],
      ["/list", "list", 0],
      ["/list/0", "number", 1],
      ["/list/1", "yes-no", 1],
      ["/list/2", "nothing", 1],
    ]);
  });

  test("hides a secret wherever what is shown ends, in names, and one that it does not send any more", async () => {
    const secret = `Zxq7${'k/&"'.repeat(900)}end`;
    await changeHttp(
      owner.scope,
      id,
      changeHttpInput.parse({ config: LIVE.config, secrets: { ...LIVE.secrets, api_key: secret } }),
    );
    const parts = {
      ...{ body: `${"y".repeat(19_990)}${secret}`, value: `${"y".repeat(490)}${secret}` },
      ...{ long: `${"y".repeat(4_090)}${secret}`, [`key ${secret}`]: { inside: 1 } },
      ...{ tree: `${"y".repeat(115)}${secret}`, encoded: encodeURIComponent(secret) },
      ...{ basic: Buffer.from(`user:${secret}`).toString("base64"), shop: "of Zxq7-shop-key" },
    };
    const config = {
      ...LIVE.config,
      address: "https://api.example/{{id}}",
      values: { V: "/value", L: "/long" },
    };
    const told = await run(
      { config },
      testDeps(() => ({ type: `text/json; ${"y".repeat(180)}${secret}`, body: JSON.stringify(parts) })),
    );
    const text = JSON.stringify(told);
    for (const piece of ["Zxq7", "k/&", "k%2F%26", Buffer.from('k/&"k/&"k/&').toString("base64").slice(0, 8)])
      expect(text, piece).not.toContain(piece);
    expect(told.tree.map(({ name }) => name)).toContain("key ••••••");
    const sheet = { ...config, format: "csv", row: { column: "Id", param: "id" }, values: { V: "/V" } };
    const csv = await run(
      { config: sheet },
      testDeps(() => ({ type: "text/csv", body: "Id,V,Zxq7-shop-key\n7,1,2\n" })),
    );
    expect(csv.columns).toEqual(["Id", "V", "••••••"]);
  });

  test("shows dots where a secret was sent, however short it is", async () => {
    const secrets = { api_key: "ab", shop_key: "7" };
    const { request } = await run({ secrets, sample: { id: "77" } }, testDeps());
    expect(request?.url).toBe("https://api.example/customers/77?shop=••••••");
    expect(request?.headers[0]).toEqual({ name: "authorization", value: "Bearer ••••••" });
  });

  test("of a source that is there goes by what is stored, or by what would be", async () => {
    const tried = async (input: object) => {
      const with_ = testDeps();
      const body = testStoredHttpInput.parse(input);
      const told = await testStoredHttp(owner.scope, id, body, with_);
      return [with_.asked, told.missing];
    };
    expect(await tried({ sample: { id: "7" } })).toEqual([
      ["https://api.example/customers/7?shop=Zxq7-shop-key"],
      [],
    ]);
    expect(await tried({})).toEqual([[], ["id"]]);
    const config = { ...LIVE.config, address: "https://other.example/{{id}}" };
    await expect(tried({ config, sample: { id: "7" } })).rejects.toMatchObject({ path: "/secrets/api_key" });
    expect(await tried({ config, secrets: { api_key: "theirs" }, sample: { id: "7" } })).toEqual([
      ["https://other.example/7"],
      [],
    ]);
    await expect(tried({ sample: { name: "7" } })).rejects.toMatchObject({ code: "invalid" });
    const { scope } = await newPerson();
    await expect(testStoredHttp(scope, id, testStoredHttpInput.parse({}), testDeps())).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("asks nothing while a value is missing", async () => {
    const with_ = testDeps();
    expect(await run({ sample: {} }, with_)).toMatchObject({
      missing: ["id"],
      request: null,
      answer: null,
      fault: null,
    });
    expect(await run({ sample: { id: ".." } }, with_)).toMatchObject({
      request: null,
      fault: expect.stringContaining("elsewhere"),
    });
    expect(with_.asked).toEqual([]);
  });

  test("says what is wrong in a sentence, whatever came", async () => {
    const faults: Record<string, unknown> = {};
    const cases = [
      ["page", { type: "text/html", body: "<html>" }],
      ["refused", { status: 401, body: "{}" }],
      ["away", { status: 404, body: "{}" }],
      ["broken", { status: 500, body: "{}" }],
    ] as const;
    for (const [what, answer] of cases)
      faults[what] = (
        await run(
          {},
          testDeps(() => answer),
        )
      ).fault;
    expect(faults).toEqual({
      page: expect.stringContaining("no JSON"),
      refused: expect.stringContaining("did not let us in"),
      away: expect.stringContaining("no data"),
      broken: expect.stringContaining("wrong with itself"),
    });
  });

  test("what cannot be reached is one answer after one time, whatever the reason", async () => {
    const told = new Set<string>();
    for (const reason of [
      "refused_address",
      "unreachable",
      "unresolved",
      "timeout",
      "refused_redirect",
      "own_host",
    ] as const) {
      const with_ = testDeps();
      with_.fetchData = () => Promise.reject(new RemoteFailure(reason));
      told.add(JSON.stringify([await run({}, with_), with_.waits]));
    }
    expect(told.size).toBe(1);
    expect([...told][0]).toContain("[800]");
  });

  test("shows the beginning of what is long, and so much a minute", async () => {
    const body = JSON.stringify({
      all: "x".repeat(100_000),
      many: Array.from({ length: 5_000 }, (_, at) => ({ at })),
    });
    const told = await run(
      {},
      testDeps(() => ({ body })),
    );
    expect([told.answer?.body.length, told.answer?.bytes]).toEqual([20_000, body.length]);
    expect(told.tree.length).toBeLessThanOrEqual(500);
    const with_ = { ...testDeps(), limiter: createPersonLimiter({ most: 2, windowMs: 60_000 }) };
    await run({}, with_);
    await run({}, with_);
    await expect(run({}, with_)).rejects.toMatchObject({ code: "too_many" });
  });

  test("finds the row of a sheet, and tells its columns", async () => {
    const config = {
      ...LIVE.config,
      address: "https://docs.example/pub?output=csv",
      headers: [],
      format: "csv",
      row: { column: "Id", param: "id" },
      values: { Name: "/Name" },
    };
    const sheet = () => ({ type: "text/csv", body: "Id,Name\n6,Ada\n7,Ana\n" });
    const found = await run({ config }, testDeps(sheet));
    expect(found).toMatchObject({
      columns: ["Id", "Name"],
      rowFound: true,
      values: [{ read: { text: "Ana" } }],
    });
    expect(found.tree.map(({ pointer, text }) => [pointer, text])).toEqual([
      ["/Id", "7"],
      ["/Name", "Ana"],
    ]);
    expect(await run({ config, sample: { id: "9" } }, testDeps(sheet))).toMatchObject({ rowFound: false });
  });
});
