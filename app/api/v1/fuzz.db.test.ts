import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { ExampleWorld } from "@/lib/server/api/example-world";
import { statusOf } from "@/lib/server/api/openapi/shared-parts";
import type { AnyOperation } from "@/lib/server/api/operation";
import { OPERATIONS } from "@/lib/server/api/operations";
import { problemsOf } from "@/lib/server/api/problems-of";
import { REQUESTS_A_MINUTE } from "@/lib/server/api/rate-limit";
import { problemShape } from "@/lib/server/api/shapes";
import { exampleRequest, newApiWorld, newWorldFor } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";

/**
 * Requests that nobody in their senses sends, made from the examples by damaging them. Whatever comes, the answer is one
 * of the documented ones: never a fault of ours.
 */

withTestDatabase();

/** Requests to each operation; with all of them two thousand at least. `npm run soak -- requests` sends ten times as many. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 30);

const OPERATIONS_A_KEY = Math.floor(REQUESTS_A_MINUTE / REQUESTS);

let owner: Person;
let world: ExampleWorld;
beforeAll(async () => {
  owner = await newPerson("Owner");
  world = await newApiWorld(owner);
});

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  // What a database takes for the end of a text, and what no text may hold.
  fc.constantFrom("\u0000", "a\u0000b", "\ud800"),
  fc.constantFrom(
    "",
    " ",
    "\u202e",
    "..",
    "__proto__",
    "constructor",
    "' OR 1=1 --",
    "%00",
    "x".repeat(5000),
    "NaN",
    "1e999",
    "-1",
    "2147483648",
    "9".repeat(30),
  ),
);
const junk = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, 2 ** 31, 2 ** 53, [], {}, [[]], "latest"),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value with one of its parts replaced, taken away or added. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== "object" || value === null) return junk;
  const entries = Object.entries(value);
  return fc.oneof(
    { weight: 1, arbitrary: junk },
    { weight: 2, arbitrary: fc.tuple(text, junk).map(([name, extra]) => ({ ...value, [name]: extra })) },
    ...entries.map(([name, inside]) => ({
      weight: 2,
      arbitrary: fc.oneof(
        damaged(inside).map((other) => ({ ...value, [name]: other })),
        fc.constant(Object.fromEntries(entries.filter(([key]) => key !== name))),
      ),
    })),
  );
}

/** What can be written into an address: no half of a character. */
const wellFormed = (value: string) => value.replace(/\p{Cs}/gu, "");

type Sent = { path: string; body: unknown; headers: Record<string, string> };

const headerText = text.map((value) => value.replace(/[^\x21-\x7e]/g, "")).filter(Boolean);

function requests(operation: AnyOperation): fc.Arbitrary<Sent> {
  const { path, request } = exampleRequest(operation, world);
  const [pathname = "", search = ""] = path.split("?");
  const paths = fc.oneof(
    fc.constant(pathname),
    text.map((part) => pathname.replace(/_[a-z0-9]{24}/, encodeURIComponent(wellFormed(part)))),
  );
  const known = operation.query instanceof z.ZodObject ? Object.keys(operation.query.shape) : [];
  const queries = fc
    .record(Object.fromEntries([...known, "unknown"].map((name) => [name, text])), { requiredKeys: [] })
    // A name that there is not is refused before anything else is looked at, so it comes seldom.
    .chain(({ unknown, ...query }) =>
      fc.integer({ min: 0, max: 4 }).map((chance) => (chance === 0 ? { ...query, unknown } : query)),
    )
    .map((query) => {
      const given = Object.entries({ ...Object.fromEntries(new URLSearchParams(search)), ...query });
      return new URLSearchParams(
        given.flatMap(([name, value]) => (value === undefined ? [] : [[name, wellFormed(value)]])),
      ).toString();
    });
  const bodies =
    request.body === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          damaged(request.body instanceof FormData ? {} : request.body),
          text.map((raw) => raw || "{"),
          fc.constant(`${"[".repeat(5000)}`),
        );
  const headers = fc.record(
    {
      "if-match": fc.oneof(headerText, fc.constantFrom('"1"', "*", '"99999999999"')),
      "if-none-match": headerText,
      "idempotency-key": headerText,
      "content-type": fc.oneof(
        { weight: 8, arbitrary: fc.constant("application/json") },
        {
          weight: 1,
          arbitrary: fc.constantFrom("text/plain", "multipart/form-data; boundary=x", "multipart/form-data"),
        },
      ),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({ pathname: paths, search: queries, body: bodies, headers })
    .map(({ pathname: at, search: query, ...rest }) => ({ path: query ? `${at}?${query}` : at, ...rest }));
}

const keys = new Map<number, string>();
let asked = 0;

/** The key for an operation: a few share one. */
async function keyFor(index: number): Promise<string> {
  const number = Math.floor(index / OPERATIONS_A_KEY);
  const key = keys.get(number) ?? (await newApiKey(owner));
  keys.set(number, key);
  return key;
}

test.each(OPERATIONS.map((operation, index) => ({ id: operation.id, operation, index })))(
  "$id",
  async ({ operation, index }) => {
    const key = await keyFor(index);
    const takesAway = operation.id === "deleteTemplate" || operation.id === "deleteLink";
    // A damaged path may be another address, or none.
    const documented = [
      operation.answer.status,
      ...(operation.revisions === "tagged" ? [304] : []),
      ...problemsOf(operation).map(statusOf),
      404,
      405,
    ];
    await fc.assert(
      fc.asyncProperty(requests(operation), async ({ path, body, headers }) => {
        asked += 1;
        const answer = await askApi(key, path, {
          method: operation.method,
          headers: { ...exampleRequest(operation, world).request.headers, ...headers },
          ...(body === undefined ? {} : { body }),
        });
        expect(documented).toContain(answer.status);
        expect([429, 500, 503]).not.toContain(answer.status);
        if (answer.status >= 400) problemShape.parse(await answer.json());
        // Nobody waits for a download that this one only began.
        else await answer.body?.cancel();
        // What a request took away is there again for the next.
        if (takesAway && answer.ok) {
          const { templateId, revision, linkId } = await newWorldFor(operation, owner, world.projectId);
          world = { ...world, templateId, revision, linkId };
        }
      }),
      { numRuns: REQUESTS, endOnFailure: true },
    );
    if (takesAway) world = await newApiWorld(owner);
  },
  // Only what hangs ends here.
  120_000 + REQUESTS * 1_000,
);

/** What each operation is asked in its query. */
const QUERIES = OPERATIONS.flatMap((operation) =>
  operation.query instanceof z.ZodObject
    ? Object.keys(operation.query.shape).map((name) => ({ id: operation.id, operation, name }))
    : [],
);

test.each(QUERIES)("$id with a $name that no column of numbers holds", async ({ operation, name }) => {
  const { path, request } = exampleRequest(operation, world);
  const [pathname = "", search = ""] = path.split("?");
  const query = new URLSearchParams(search);
  query.set(name, "2147483648");
  // With a key of their own: the others have asked as often as a key may.
  const answer = await askApi(await keyFor(2 * OPERATIONS.length), `${pathname}?${query}`, request);
  expect([answer.status, answer.status < 500]).toEqual([expect.any(Number), true]);
  await answer.body?.cancel();
});

test("that were two thousand at least", () => {
  expect(asked).toBeGreaterThanOrEqual(2000);
});
