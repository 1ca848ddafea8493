import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { handleApi } from "@/lib/server/api/handle-api";
import { problemShape } from "@/lib/server/api/shapes";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import { LIMITS } from "@/lib/template/limits";

withTestDatabase();

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

let owner: Person;
let key: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  key = await newApiKey(owner);
});

async function newTemplate(name = "Mail"): Promise<string> {
  const made = await askApi(key, "/templates", { method: "POST", body: { name, from: BLANK } });
  expect(made.status).toBe(201);
  return (await made.json()).id;
}

async function problemOf(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemShape.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toBe(answer.headers.get("x-request-id"));
  return problem;
}

const putDraft = (id: string, headers: Record<string, string>, document: unknown = blankDocument()) =>
  askApi(key, `/templates/${id}/draft`, { method: "PUT", headers, body: { document } });

const blankDocument = () => createDocument({ width: 80, height: 40, displayWidth: 80 });

test("from nothing to a picture: create, read, change, publish, paint", async () => {
  const id = await newTemplate();
  const draft = await askApi(key, `/templates/${id}/draft`);
  expect(draft.headers.get("etag")).toBe('"1"');
  const put = await putDraft(id, { "if-match": '"1"' });
  expect(put.status).toBe(200);
  expect(put.headers.get("etag")).toBe('"2"');
  const published = await askApi(key, `/templates/${id}/publish`, { method: "POST", body: { revision: 2 } });
  expect(published.status).toBe(200);
  const picture = await askApi(key, "/images", { method: "POST", body: { templateId: id } });
  expect(picture.status).toBe(200);
  expect(picture.headers.get("content-type")).toBe("image/png");
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([80, 40]);
});

describe("revisions", () => {
  test("a draft the client has is not sent again", async () => {
    const id = await newTemplate();
    const known = (tag: string) =>
      askApi(key, `/templates/${id}/draft`, { headers: { "if-none-match": tag } });
    expect((await known('"1"')).status).toBe(304);
    expect(await (await known('W/"1"')).text()).toBe("");
    expect((await known('"9"')).status).toBe(200);
  });

  test("a change says what it was made on: 428 without, 412 when others saved meanwhile, * for whatever is there", async () => {
    const id = await newTemplate();
    expect((await problemOf(await putDraft(id, {}))).code).toBe("precondition_required");
    expect((await problemOf(await putDraft(id, { "if-match": "7" }))).code).toBe("bad_request");
    expect((await putDraft(id, { "if-match": '"1"' })).status).toBe(200);
    const late = await problemOf(await putDraft(id, { "if-match": '"1"' }));
    expect(late).toMatchObject({ code: "precondition_failed", status: 412 });
    expect(late.detail).toContain("at revision 2");
    const forced = await putDraft(id, { "if-match": "*" });
    expect(await forced.json()).toEqual({ revision: 3 });
  });
});

describe("problems", () => {
  test("say where, with JSON pointers", async () => {
    const body = { from: { ...BLANK, width: -1 }, owner: "me" };
    const problem = await problemOf(await askApi(key, "/templates", { method: "POST", body }));
    expect(problem).toMatchObject({ status: 422, code: "invalid" });
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(["/from/width", ""]);
    expect(problem.type).toMatch(/\/docs\/api#problem-invalid$/);
  });

  test.each([
    ["an address where nothing is", "GET", "/nothing", {}, 404],
    ["a method that nothing takes", "DELETE", "/projects", {}, 405],
    ["a body that is no JSON", "POST", "/projects", { body: "{" }, 400],
    [
      "a body said to be something else",
      "POST",
      "/projects",
      { body: "{}", headers: { "content-type": "text/plain" } },
      415,
    ],
    ["a parameter that there is not", "GET", "/templates?colour=red", {}, 422],
    ["a cursor of ours that is none", "GET", "/templates?cursor=x", {}, 422],
    ["an id no row can have", "GET", "/templates/%00", {}, 404],
    ["a path that does not decode", "GET", "/templates/%E0%A4%A", {}, 404],
    ["a picture of no template", "POST", "/images", { body: { templateId: "tpl_none" } }, 404],
  ] as const)("%s: %s %s", async (_, method, path, request, status) => {
    const answer = await askApi(key, path, { method, ...request });
    expect((await problemOf(answer)).status).toBe(status);
    if (status === 405) expect(answer.headers.get("allow")).toBe("GET, POST");
  });

  test("a body larger than any design is refused before it is read", async () => {
    const body = JSON.stringify({ name: "x".repeat(LIMITS.documentBytes + 300_000) });
    const problem = await problemOf(await askApi(key, "/projects", { method: "POST", body }));
    expect(problem.code).toBe("too_large");
  });

  test.each(["/templates", "/images"])("also with an Idempotency-Key, unannounced, at %s", async (path) => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 200) controller.close();
        else controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const headers = { authorization: `Bearer ${key}`, "idempotency-key": newId("key") };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    const answer = await handleApi(new Request(`http://localhost:3000/api/v1${path}`, init));
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(30);
  });

  test.each([
    ["/images", { templateId: "a\0b" }],
    ["/templates", { name: "x", projectId: "a\0b", from: BLANK }],
    ["/webhooks", { url: "https://r.example/", events: ["image.rendered"], projectIds: ["a\0b"] }],
  ])("a character that no text has is refused, wherever it stands: %s", async (path, body) => {
    const answer = await askApi(key, path, { method: "POST", body });
    expect((await problemOf(answer)).status).toBe(422);
  });

  test("a picture: no such field, no such size, nothing published", async () => {
    const id = await newTemplate();
    const ask = async (body: object) =>
      problemOf(await askApi(key, "/images", { method: "POST", body: { templateId: id, ...body } }));
    expect((await ask({})).code).toBe("conflict");
    expect((await ask({ version: "draft", values: { "first/name": "A" } })).errors?.[0]?.pointer).toBe(
      "/values/first~1name",
    );
    expect((await ask({ version: "draft", size: "square" })).errors?.[0]?.pointer).toBe("/size");
    expect((await ask({ version: 3 })).code).toBe("not_found");
  });
});

describe("how often a key may ask", () => {
  test("every answer tells, and the one too many says when to come again", async () => {
    const hasty = await newApiKey(owner);
    const first = await askApi(hasty, "/projects");
    expect(first.headers.get("ratelimit-policy")).toBe('"key";q=600;w=60');
    expect(first.headers.get("x-ratelimit-remaining")).toBe("599");
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=599;t=[1-6]?\d$/);
    const answers = await Promise.all(Array.from({ length: 605 }, () => askApi(hasty, "/nothing")));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(6);
    const [last] = refused;
    if (!last) throw new Error("one was refused");
    expect((await problemOf(last)).code).toBe("too_many");
    const wait = Number(last.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(last.headers.get("x-ratelimit-remaining")).toBe("0");
    // Another key has its own.
    expect((await askApi(key, "/projects")).status).toBe(200);
  });

  test("wrong keys from one address are slowed down, whoever they claim to be", async () => {
    const headers = { "x-forwarded-for": "203.0.113.7" };
    const wrong = () => askApi(`${key}x`, "/projects", { headers });
    const answers = [];
    for (let count = 0; count < 62; count += 1) answers.push((await wrong()).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
    // A right key from there is let in.
    expect((await askApi(key, "/projects", { headers })).status).toBe(200);
  });
});

test("pages follow each other without a gap and without a template twice", async () => {
  const other = await newPerson("Other");
  const own = await newApiKey(other);
  for (let count = 0; count < 5; count += 1) {
    await askApi(own, "/templates", { method: "POST", body: { name: `Mail ${count}`, from: BLANK } });
  }
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const answer: Response = await askApi(own, `/templates?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
    const page: { templates: { name: string }[]; nextCursor: string | null } = await answer.json();
    names.push(...page.templates.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(names).toEqual(["Mail 4", "Mail 3", "Mail 2", "Mail 1", "Mail 0"]);
});

test("pages of other origins may not ask: no answer has a CORS header, and a preflight names no origin", async () => {
  const key = await newApiKey(owner);
  for (const [path, init] of [
    ["/projects", {}],
    ["/nothing", {}],
    ["/projects", { method: "OPTIONS", headers: { "access-control-request-method": "GET" } }],
  ] as const) {
    const answer = await askApi(key, path, {
      ...init,
      headers: { origin: "https://shop.example", ...("headers" in init ? init.headers : {}) },
    });
    const names = [...answer.headers.keys()].filter((name) => name.startsWith("access-control-"));
    expect(names).toEqual([]);
  }
});
