import { describe, expect, test } from "vitest";
import { createNameplate, type NameplateOptions } from "@/client/nameplate";
import { NameplateError } from "@/client/nameplate-error";

/** What the client does with answers and with none; what it asks of a real server is in `client.db.test.ts`. */

type Answer = Response | Error;
type Asked = { url: string; init: RequestInit };

/** A client that gets these answers in turn, and notes what it asked and how long it paused. */
function clientOf(answers: Answer[], options: Partial<NameplateOptions> = {}) {
  const asked: Asked[] = [];
  const pauses: number[] = [];
  const nameplate = createNameplate({
    origin: "https://img.example.com",
    key: "nameplate_live_x",
    fetch: async (url, init) => {
      asked.push({ url, init });
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error("asked once too often");
      if (answer instanceof Error) throw answer;
      return answer;
    },
    pause: async (ms) => {
      pauses.push(ms);
    },
    ...options,
  });
  return { nameplate, asked, pauses };
}

const json = (value: unknown) => Response.json(value);
const lost = () => new TypeError("fetch failed");
function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { type: "https://x/", title: "t", status, detail: `It is ${code}.`, code, requestId: "req_1" };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}
const proxy = (status: number, headers: Record<string, string> = {}) =>
  new Response("<h1>No</h1>", { status, headers: { "content-type": "text/html", ...headers } });

const header = ({ init }: Asked, name: string) => new Headers(init.headers).get(name);
const refused = async (asking: Promise<unknown>): Promise<NameplateError> => {
  const error = await asking.then(
    () => null,
    (found: unknown) => found,
  );
  if (!(error instanceof NameplateError)) throw new Error(`no problem came but ${error}`);
  return error;
};

test("asks for what an operation says, with the key in one header and nowhere else", async () => {
  const { nameplate, asked } = clientOf([json({ templates: [], nextCursor: null })]);
  await nameplate.listTemplates({ search: "50 % off & more", limit: 2 });
  const [{ url, init } = { url: "", init: {} }] = asked;
  expect(url).toBe("https://img.example.com/api/v1/templates?search=50+%25+off+%26+more&limit=2");
  expect([init.method, init.redirect]).toEqual(["GET", "error"]);
  expect(new Headers(init.headers).get("authorization")).toBe("Bearer nameplate_live_x");
});

test("an id cannot lead to another address", async () => {
  const { nameplate, asked } = clientOf([json({})]);
  await nameplate.getTemplate({ id: "../projects?x=/" });
  expect(asked[0]?.url).toBe("https://img.example.com/api/v1/templates/..%2Fprojects%3Fx%3D%2F");
});

test("a revision stands in If-Match as the server reads it", async () => {
  const { nameplate, asked } = clientOf([json({ revision: 8 }), json({ revision: 9 })]);
  await nameplate.putDraft({ id: "tpl_1", ifMatch: 7, body: { document: {} } });
  await nameplate.putDraft({ id: "tpl_1", ifMatch: "*", body: { document: {} } });
  expect(asked.map((request) => header(request, "if-match"))).toEqual(['"7"', "*"]);
});

describe("problems", () => {
  test("say what the server said", async () => {
    const { nameplate, asked } = clientOf([problem(404, "not_found")]);
    const error = await refused(nameplate.getTemplate({ id: "tpl_1" }));
    expect(error).toMatchObject({ code: "not_found", status: 404, message: "It is not_found." });
    expect(error.problem?.requestId).toBe("req_1");
    expect(asked).toHaveLength(1);
  });

  test("something that is not the API is said to be that", async () => {
    const { nameplate } = clientOf([proxy(404)]);
    expect(await refused(nameplate.getTemplate({ id: "tpl_1" }))).toMatchObject({
      code: "unreadable",
      status: 404,
      problem: null,
    });
  });
});

describe("asked again", () => {
  test.each([
    [429, "too_many"],
    [503, "unavailable"],
  ])("after %i, whatever it was, and after as long as was asked for", async (status, code) => {
    const { nameplate, asked, pauses } = clientOf([
      problem(status, code, { "retry-after": "3" }),
      problem(status, code, { "retry-after": "2" }),
      json({ id: "prj_1" }),
    ]);
    await nameplate.updateProject({ id: "prj_1", body: { name: "x" } });
    expect([asked.length, pauses]).toEqual([3, [3000, 2000]]);
  });

  test("with one and the same Idempotency-Key, and another for the next request", async () => {
    const answers = [lost(), problem(409, "conflict", { "retry-after": "1" }), json({}), json({})];
    const { nameplate, asked, pauses } = clientOf(answers);
    await nameplate.createProject({ body: { name: "x" } });
    await nameplate.createProject({ body: { name: "x" } });
    const keys = asked.map((request) => header(request, "idempotency-key"));
    expect(keys[0]).toMatch(/^[\w-]{20,}$/);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
    expect(pauses).toEqual([500, 1000]);
  });

  test("with a key of one's own", async () => {
    const { nameplate, asked } = clientOf([json({})]);
    await nameplate.createProject({ body: { name: "x" } }, { idempotencyKey: "order-17" });
    expect(asked.map((request) => header(request, "idempotency-key"))).toEqual(["order-17"]);
  });

  test("when the answer to a question was lost, with pauses that double", async () => {
    const { nameplate, pauses } = clientOf([lost(), lost(), proxy(502), json({ members: [] })]);
    expect(await nameplate.listMembers()).toEqual({ members: [] });
    expect(pauses).toEqual([500, 1000, 2000]);
  });
});

describe("not asked again", () => {
  test.each<[string, Answer]>([
    ["the answer to a change that carries no key was lost", lost()],
    ["a proxy did not get one", proxy(504)],
  ])("when %s: it may have been done", async (_, answer) => {
    const { nameplate, asked } = clientOf([answer]);
    await refused(nameplate.deleteTemplate({ id: "tpl_1" }));
    expect(asked).toHaveLength(1);
  });

  test("when it would be refused again", async () => {
    for (const answer of [problem(409, "conflict"), problem(422, "invalid"), problem(500, "internal")]) {
      const { nameplate, asked } = clientOf([answer]);
      await refused(nameplate.createProject({ body: { name: "x" } }));
      expect(asked).toHaveLength(1);
    }
  });

  test("more often than said, nor after a longer pause than said", async () => {
    const busy = () => problem(503, "unavailable", { "retry-after": "5" });
    const often = clientOf([busy(), busy()], { attempts: 2 });
    expect(await refused(often.nameplate.listMembers())).toMatchObject({
      code: "unavailable",
      retryAfter: 5,
    });
    expect(often.asked).toHaveLength(2);
    const long = clientOf([busy()], { longestPauseMs: 4_999 });
    await refused(long.nameplate.listMembers());
    expect([long.asked.length, long.pauses]).toEqual([1, []]);
  });

  test("when whoever asked wants nothing any more", async () => {
    const stop = new AbortController();
    const { nameplate, asked } = clientOf([lost(), json({})], {
      pause: async () => stop.abort(),
    });
    await expect(nameplate.listMembers({}, { signal: stop.signal })).rejects.toThrow("aborted");
    expect(asked).toHaveLength(1);
  });
});

describe("a list, one by one", () => {
  const page = (names: string[], nextCursor: string | null) =>
    json({ templates: names.map((name) => ({ name })), nextCursor });

  test("over all its pages, an empty one among them", async () => {
    const { nameplate, asked } = clientOf([page(["a", "b"], "c1"), page([], "c2"), page(["c"], null)]);
    const names: string[] = [];
    for await (const { name } of nameplate.each("listTemplates", { project: "prj_1" })) names.push(name);
    expect(names).toEqual(["a", "b", "c"]);
    expect(asked.map(({ url }) => new URL(url).search)).toEqual([
      "?project=prj_1",
      "?project=prj_1&cursor=c1",
      "?project=prj_1&cursor=c2",
    ]);
  });

  test("asks for no page that nobody came to", async () => {
    const { nameplate, asked } = clientOf([page(["a", "b"], "c1")]);
    for await (const { name } of nameplate.each("listTemplates")) if (name === "b") break;
    expect(asked).toHaveLength(1);
  });
});
