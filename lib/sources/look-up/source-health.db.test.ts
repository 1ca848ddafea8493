import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { loadHttp } from "../http/http-item";
import { LIVE, newLiveSource } from "../testing/new-live-source";
import { httpConfig } from "./http-config";
import { type Question, questionOf } from "./question";
import { createHealthWriter } from "./source-health";

withTestDatabase();

let owner: Person;
let id: string;
beforeEach(async () => {
  owner = await newPerson();
  id = await newLiveSource(owner);
});

const asked = (who: string): Question => {
  const source = {
    ...{ sourceId: id, workspaceId: owner.scope.workspaceId, config: httpConfig.parse(LIVE.config) },
    ...{ sealed: null, secrets: LIVE.secrets },
  };
  const question = questionOf(source, { id: who });
  if (!question) throw new Error("expected a question");
  return question;
};

describe("how a source does", () => {
  test("is written down at once where that changes, else now and then", async () => {
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

  test("is written down a few times and then now and then where it flaps, and at last as it is", async () => {
    const timers: { run: () => void; ms: number }[] = [];
    const health = createHealthWriter({ later: (run, ms) => timers.push({ run, ms }) });
    const upsert = vi.spyOn(db().sourceHealth, "upsert");
    // Whoever asks for pictures can make it answer and fail by turns, so often a second.
    for (let at = 0; at < 1_000; at += 1) {
      const fault = at % 2 === 0 ? null : ("no_values" as const);
      health.note(asked(String(at)), { at: 1_000_000 + at, fault, openUntil: null });
    }
    await health.settled();
    expect(upsert).toHaveBeenCalledTimes(3);
    expect(timers).toHaveLength(1);
    timers[0]?.run();
    await health.settled();
    expect(upsert).toHaveBeenCalledTimes(4);
    upsert.mockRestore();
    expect((await loadHttp(owner.scope, id)).health).toMatchObject({
      ...{ failures: 1, lastGoodAt: new Date(1_000_998), lastFailedAt: new Date(1_000_999) },
    });
  });
});
