import { beforeEach, describe, expect, test } from "vitest";
import { RemoteFailure } from "@/lib/render/remote/remote-failure";
import { db } from "@/lib/server/db";
import { createPersonLimiter } from "@/lib/server/person-limiter";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createAsker } from "../look-up/asker";
import { httpConfig } from "../look-up/http-config";
import { createKeptAnswers } from "../look-up/kept-answers";
import { type Question, questionOf } from "../look-up/question";
import { createHealthWriter } from "../look-up/source-health";
import { openSecrets } from "../look-up/source-secrets";
import { LIVE, newLiveSource } from "../testing/new-live-source";
import { deleteOldAnswers } from "./delete-old-answers";
import { changeHttpInput, createHttpInput, testHttpInput } from "./http-input";
import { loadHttp } from "./http-item";
import { changeHttp, createHttp } from "./manage-http";
import { type TestDeps, testHttp } from "./test-http";

withTestDatabase();

let owner: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson();
  id = await newLiveSource(owner);
});

const change = (config: object, secrets = {}) =>
  changeHttp(owner.scope, id, changeHttpInput.parse({ config: { ...LIVE.config, ...config }, secrets }));
const storedSecrets = async () => {
  const { secrets } = await db().dataSource.findUniqueOrThrow({ where: { id }, select: { secrets: true } });
  return { sealed: secrets, open: openSecrets(id, secrets) };
};

describe("a live source", () => {
  test("is told with everything but its secrets, which lie encrypted, bound to it", async () => {
    const item = await loadHttp(owner.scope, id);
    expect(item).toMatchObject({
      name: "Canary live",
      kind: "http",
      columns: ["Name", "Points"],
      asked: ["id"],
      secrets: ["api_key", "shop_key"],
      config: LIVE.config,
      health: null,
    });
    expect(JSON.stringify(item)).not.toContain("Zxq7");
    const { sealed, open } = await storedSecrets();
    expect(sealed).not.toContain("Zxq7");
    expect(open).toEqual(LIVE.secrets);
    expect(openSecrets("src_other", sealed)).toEqual({});
  });

  test("keeps secrets that are not given anew, forgets those that are named no more, and takes new ones", async () => {
    await change({ cacheSeconds: 60 });
    expect((await storedSecrets()).open).toEqual(LIVE.secrets);
    await change({ address: "https://api.example/v2/{{id}}" }, { api_key: "another key" });
    expect((await storedSecrets()).open).toEqual({ api_key: "another key" });
    await change({ address: "https://api.example/v2/{{id}}", headers: [] });
    expect((await storedSecrets()).sealed).toBeNull();
  });

  test("sends no stored secret to another host, scheme or port: it has to be entered again", async () => {
    for (const origin of ["https://evil.example", "http://api.example", "https://api.example.evil.example"]) {
      const address = `${origin}/{{id}}`;
      await expect(change({ address }), origin).rejects.toMatchObject({
        path: "/secrets/api_key",
        message: expect.stringContaining("entered for another host"),
      });
      const input = testHttpInput.parse({ id, config: { ...LIVE.config, address }, sample: { id: "1" } });
      await expect(testHttp(owner.scope, input, deps()), origin).rejects.toMatchObject({
        path: "/secrets/api_key",
      });
    }
    expect((await loadHttp(owner.scope, id)).config.address).toBe(LIVE.config.address);
    const item = await change({ address: "https://evil.example/{{id}}" }, { api_key: "theirs" });
    expect(item.config.address).toBe("https://evil.example/{{id}}");
    expect((await storedSecrets()).open).toEqual({ api_key: "theirs" });
  });

  test("asks for every secret that it names, and at no address inside", async () => {
    const make = (config: object, secrets = {}) =>
      createHttp(
        owner.scope,
        createHttpInput.parse({ name: "X", config: { ...LIVE.config, ...config }, secrets }),
      );
    await expect(make({})).rejects.toMatchObject({ path: "/secrets/shop_key" });
    const messages = new Set<string>();
    for (const host of [
      "127.0.0.1",
      "10.0.0.1",
      "[::1]",
      "localhost",
      "169.254.169.254",
      "metadata.google.internal",
      "0x7f.1",
      "api.example:22",
    ]) {
      const made = make({ address: `http://${host}/{{id}}`, headers: [] });
      messages.add(
        await made.then(
          () => "made",
          (error) => error.message,
        ),
      );
    }
    expect([...messages]).toEqual([expect.stringMatching(/^Data cannot be asked for at this address/)]);
  });

  test("keeps its values in the order in which they were chosen", async () => {
    const values = { Points: "/customer/points", A: "/a", Name: "/customer/name" };
    await change({ values });
    const { config, columns } = await loadHttp(owner.scope, id);
    expect([Object.keys(config.values), columns]).toEqual([Object.keys(values), Object.keys(values)]);
  });

  test("is changed once in the log, without what is secret, and not at all where nothing is other", async () => {
    await change({ cacheSeconds: 60 }, { api_key: "Zxq7-new" });
    await change({ cacheSeconds: 60 });
    await change({ cacheSeconds: 60 }, { api_key: "Zxq7-new" });
    const events = await db().auditEvent.findMany({
      where: { objectId: id },
      orderBy: { at: "asc" },
      select: { action: true, details: true },
    });
    expect(events).toEqual([
      { action: "source.create", details: { kind: "http" } },
      { action: "source.edit", details: { changed: ["how it is asked", "its secrets"] } },
    ]);
  });

  test("is nobody else's", async () => {
    const stranger = await newPerson();
    await expect(loadHttp(stranger.scope, id)).rejects.toMatchObject({ code: "not_found" });
    const input = changeHttpInput.parse({ config: LIVE.config });
    await expect(changeHttp(stranger.scope, id, input)).rejects.toMatchObject({ code: "not_found" });
    const test = testHttpInput.parse({ id, config: LIVE.config, sample: { id: "1" } });
    await expect(testHttp(stranger.scope, test, deps())).rejects.toMatchObject({ code: "not_found" });
  });
});

function deps(
  answer: (url: string) => { status?: number; type?: string; body: string } = () => ({ body: "{}" }),
) {
  const asked: string[] = [];
  const waits: number[] = [];
  let clock = 0;
  const made: TestDeps & { asked: string[]; waits: number[] } = {
    asked,
    waits,
    fetchData: async ({ url }) => {
      asked.push(url);
      clock += 40;
      const { status = 200, type = "application/json", body } = answer(url);
      return { status, contentType: type, bytes: Buffer.from(body), redirects: 0 };
    },
    limiter: createPersonLimiter({ most: 100, windowMs: 60_000 }),
    now: () => clock,
    wait: async (ms) => void waits.push(ms),
  };
  return made;
}

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
      deps(() => ({ body })),
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

  test("asks nothing while a value is missing", async () => {
    const with_ = deps();
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
          deps(() => answer),
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
      const with_ = deps();
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
      deps(() => ({ body })),
    );
    expect([told.answer?.body.length, told.answer?.bytes]).toEqual([20_000, body.length]);
    expect(told.tree.length).toBeLessThanOrEqual(500);
    const with_ = { ...deps(), limiter: createPersonLimiter({ most: 2, windowMs: 60_000 }) };
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
    const found = await run({ config }, deps(sheet));
    expect(found).toMatchObject({
      columns: ["Id", "Name"],
      rowFound: true,
      values: [{ read: { text: "Ana" } }],
    });
    expect(found.tree.map(({ pointer, text }) => [pointer, text])).toEqual([
      ["/Id", "7"],
      ["/Name", "Ana"],
    ]);
    expect(await run({ config, sample: { id: "9" } }, deps(sheet))).toMatchObject({ rowFound: false });
  });
});

describe("what is kept of answers", () => {
  const asked = (who: string): Question => {
    const config = httpConfig.parse(LIVE.config);
    const secrets = LIVE.secrets;
    const question = questionOf(
      { sourceId: id, workspaceId: owner.scope.workspaceId, config, sealed: null, secrets },
      { id: who },
    );
    if (!question) throw new Error("expected a question");
    return question;
  };
  const extract = { kind: "values" as const, values: { Name: "Zxq7CanaryName" } };

  test("is encrypted, and found by a keyed hash; another workspace's question finds nothing", async () => {
    const kept = createKeptAnswers();
    await kept.write(asked("Zxq7CanaryId"), { extract, at: 1_000 });
    expect(await kept.read(asked("Zxq7CanaryId"))).toEqual({ extract, at: 1_000 });
    const rows = await db().$queryRaw`SELECT to_jsonb(t) AS row FROM "SourceAnswer" t`;
    expect(JSON.stringify(rows)).not.toContain("Zxq7");
    const question = asked("Zxq7CanaryId");
    const theirs = { ...question, source: { ...question.source, workspaceId: "ws_other" } };
    expect(await kept.read(theirs)).toBeNull();
    await kept.remove(question);
    expect(await kept.read(question)).toBeNull();
  });

  test("is so many answers a source, the youngest, and none beyond its time", async () => {
    const kept = createKeptAnswers({ rows: 3, trimEvery: 5 });
    for (let at = 1; at <= 5; at += 1) await kept.write(asked(`p${at}`), { extract, at: at * 1_000 });
    const left = await db().sourceAnswer.findMany({
      where: { sourceId: id },
      orderBy: { at: "asc" },
      select: { at: true },
    });
    expect(left.map(({ at }) => at.getTime())).toEqual([3_000, 4_000, 5_000]);
    const until = 4_000 + LIVE.config.staleSeconds * 1_000;
    expect(await deleteOldAnswers(new Date(until + 1), 1)).toBe(2);
    expect(await db().sourceAnswer.count({ where: { sourceId: id } })).toBe(1);
  });

  test("goes where the question is another, and stays where only its times are", async () => {
    await createKeptAnswers().write(asked("1"), { extract, at: Date.now() });
    await change({ cacheSeconds: 60, timeoutMs: 500, staleSeconds: 60 });
    expect(await db().sourceAnswer.count({ where: { sourceId: id } })).toBe(1);
    await change({ values: { Name: "/name" } });
    expect(await db().sourceAnswer.count({ where: { sourceId: id } })).toBe(0);
  });

  test("is there for another process while the source is away", async () => {
    let now = 1_000_000;
    let requests = 0;
    const process = (answers: boolean) => {
      const fetchData = async () => {
        requests += 1;
        if (!answers) throw new RemoteFailure("unreachable");
        return {
          status: 200,
          contentType: undefined,
          bytes: Buffer.from('{"customer":{"name":"Ana"}}'),
          redirects: 0,
        };
      };
      return createAsker({ fetchData, kept: createKeptAnswers(), now: () => now });
    };
    const first = process(true);
    await first.ask(asked("1"));
    await first.settled();
    const second = process(false);
    expect(await second.ask(asked("1"))).toMatchObject({
      complete: true,
      extract: { values: { Name: "Ana" } },
    });
    expect(requests).toBe(1);
    now += 3_600_000;
    expect(await process(false).ask(asked("1"))).toMatchObject({
      complete: false,
      extract: { values: { Name: "Ana" } },
    });
    expect(requests).toBe(2);
  });

  test("how a source does is written down at once where that changes, else now and then", async () => {
    const health = createHealthWriter();
    const note = async (at: number, fault: "server_error" | null, openUntil: number | null = null) => {
      health.note(asked("1"), { at, fault, openUntil });
      await health.settled();
      return (await loadHttp(owner.scope, id)).health;
    };
    expect(await note(1_000, null)).toMatchObject({
      lastGoodAt: new Date(1_000),
      failures: 0,
      lastFault: null,
    });
    expect(await note(2_000, null)).toMatchObject({ lastGoodAt: new Date(1_000) });
    expect(await note(11_000, null)).toMatchObject({ lastGoodAt: new Date(11_000) });
    expect(await note(12_000, "server_error")).toMatchObject({ failures: 1, lastFailedAt: new Date(12_000) });
    await note(13_000, "server_error");
    expect(await note(14_000, "server_error", 44_000)).toMatchObject({
      failures: 3,
      openUntil: new Date(44_000),
      lastFault: expect.stringContaining("wrong with itself"),
    });
    expect(await note(44_000, null)).toMatchObject({
      failures: 0,
      openUntil: null,
      lastGoodAt: new Date(44_000),
    });
  });
});
