import { beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/f/[key]/route";
import { db } from "@/lib/server/db";
import { takeProcessWide } from "@/lib/server/process-registry";
import { withTestDatabase } from "@/lib/server/testing/database";
import { ANSWERS_AN_HOUR } from "./form-limits";
import { formToken, judgeToken, LEAST_MS, MOST_MS } from "./form-token";
import { type FormRig, NOW, openFormRig } from "./testing/form-rig";

withTestDatabase();

let sourceId: string;
let newForm: FormRig["newForm"];
let rows: FormRig["rows"];
let send: FormRig["send"];
beforeEach(async () => {
  ({ sourceId, newForm, rows, send } = await openFormRig());
});

describe("spam", () => {
  test("a page is taken once, however often and at once it is sent, and again where nothing was kept", async () => {
    const form = await newForm();
    const _token = formToken(form.id, NOW.getTime() - 10_000);
    const answers = { _token, q0: "Zoë" };
    const full = await db().dataSource.update({ where: { id: sourceId }, data: { rows: 500_000 } });
    expect((await send(form, { answers })).status).toBe(503);
    await db().dataSource.update({ where: { id: full.id }, data: { rows: 1 } });
    const sent = await Promise.all(
      ["203.0.113.7", "198.51.100.1", "192.0.2.1", "203.0.114.1"].map((from) =>
        send(form, { answers, from }),
      ),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await rows()).toHaveLength(2);
    // Of another process too, and however the page is written.
    takeProcessWide("form-limits");
    const again = await send(form, { answers: { ...answers, _token: `${_token}.x` } });
    expect([again.status, again.html.includes("were sent already")]).toEqual([409, true]);
    expect(await rows()).toHaveLength(2);
  });

  test("a form takes so many answers in an hour, from wherever they come; another one goes on", async () => {
    const form = await newForm();
    const other = await newForm();
    expect((await send(form, { answers: { q0: "first" } })).status).toBe(200);
    await db().rateLimit.updateMany({
      where: { key: { endsWith: form.id } },
      data: { points: ANSWERS_AN_HOUR },
    });
    const answers = { _token: formToken(form.id, NOW.getTime() - 10_000), q0: "x" };
    expect((await send(form, { answers, from: "198.51.100.1" })).status).toBe(429);
    expect((await send(other, { answers: { q0: "x" } })).status).toBe(200);
    expect(await rows()).toHaveLength(3);
    // The page was not used up: nothing of it was kept.
    await db().rateLimit.updateMany({ where: { key: { endsWith: form.id } }, data: { points: 0 } });
    expect((await send(form, { answers, from: "198.51.100.1" })).status).toBe(200);
    expect(await rows()).toHaveLength(4);
  });

  test("what nobody sees, filled in, is thanked for and kept nowhere", async () => {
    const { status } = await send(await newForm(), {
      answers: { q0: "Buy", website: "https://spam.example" },
    });
    expect([status, (await rows()).length]).toEqual([200, 1]);
  });

  test("faster than anybody reads, late, or with a page that is not ours: asked once more", async () => {
    const form = await newForm();
    const other = await newForm();
    const answers = { q0: "Zoë" };
    const statuses = [
      (await send(form, { answers, age: LEAST_MS - 1 })).status,
      (await send(form, { answers, age: MOST_MS + 1 })).status,
      (await send({ ...form, id: other.id }, { answers })).status,
    ];
    expect([statuses, (await rows()).length]).toEqual([[422, 422, 422], 1]);
    expect(judgeToken(form.id, "x.y", NOW.getTime())).toBe("wrong");
    expect((await send(form, { answers, age: LEAST_MS })).status).toBe(200);
  });

  test("twenty answers of one network in ten minutes are kept, one more is not; another network's is", async () => {
    const form = await newForm();
    const statuses: number[] = [];
    for (let at = 0; at < 21; at++) statuses.push((await send(form, { answers: { q0: `n${at}` } })).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
    expect((await send(form, { answers: { q0: "x" }, from: "198.51.100.1" })).status).toBe(200);
  });

  test("a body that is too long is refused before it is read", async () => {
    const { key } = await newForm();
    const body = `q0=${"x".repeat(300_000)}`;
    const answer = await POST(new Request("http://localhost/f/x", { method: "POST", body }), {
      params: Promise.resolve({ key }),
    });
    expect([answer.status, (await rows()).length]).toEqual([413, 1]);
  });

  test("without the consent that is asked for nothing is kept", async () => {
    const form = await newForm({ consent: "I agree that my answers are kept." });
    expect((await send(form, { answers: { q0: "Zoë" } })).status).toBe(422);
    expect((await send(form, { answers: { q0: "Zoë", _consent: "yes" } })).status).toBe(200);
    expect(await rows()).toHaveLength(2);
  });
});
