import { beforeEach, describe, expect, test } from "vitest";
import { RemoteFailure } from "@/lib/render/remote/remote-failure";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { deleteOldAnswers } from "../http/delete-old-answers";
import { changeHttpInput } from "../http/http-input";
import { changeHttp } from "../http/manage-http";
import { LIVE, newLiveSource } from "../testing/new-live-source";
import { newTable } from "../testing/new-table";
import { createAsker } from "./asker";
import { httpConfig } from "./http-config";
import { createKeptAnswers } from "./kept-answers";
import { type Question, questionOf } from "./question";

withTestDatabase();

let owner: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson();
  id = await newLiveSource(owner);
});

const change = (config: object, secrets = {}) =>
  changeHttp(owner.scope, id, changeHttpInput.parse({ config: { ...LIVE.config, ...config }, secrets }));

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

  test("is so many bytes a source, the youngest, whatever other sources are told", async () => {
    const long = { kind: "values" as const, values: { Name: "x".repeat(30_000) } };
    const other = await newTable(owner);
    const kept = createKeptAnswers({ bytes: 100_000, trimEvery: 1_000 });
    for (let at = 1; at <= 12; at += 1) {
      await kept.write(asked(`p${at}`), { extract: long, at: at * 1_000 });
      const question = asked(`q${at}`);
      await kept.write({ ...question, source: { ...question.source, sourceId: other } }, { extract, at });
    }
    const left = await db().sourceAnswer.findMany({
      where: { sourceId: id },
      orderBy: { at: "asc" },
      select: { at: true },
    });
    expect(left.map(({ at }) => at.getTime())).toEqual([11_000, 12_000]);
    expect(await db().sourceAnswer.count({ where: { sourceId: other } })).toBe(12);
  });

  test("in a form that another release wrote is asked for anew", async () => {
    const kept = createKeptAnswers();
    const question = asked("1");
    await kept.write(question, { extract: JSON.parse('{"kind":"rows","names":[],"rows":{}}'), at: 1_000 });
    expect(await kept.read(question)).toBeNull();
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
});
