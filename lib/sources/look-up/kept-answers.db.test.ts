import { beforeEach, describe, expect, test } from "vitest";
import { RemoteFailure } from "@/lib/render/remote/remote-failure";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { deleteOldAnswers } from "../http/delete-old-answers";
import { changeHttpInput } from "../http/http-input";
import { loadHttp } from "../http/http-item";
import { changeHttp } from "../http/manage-http";
import { LIVE, newLiveSource } from "../testing/new-live-source";
import { createAsker } from "./asker";
import { httpConfig } from "./http-config";
import { createKeptAnswers } from "./kept-answers";
import { type Question, questionOf } from "./question";
import { createHealthWriter } from "./source-health";

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
