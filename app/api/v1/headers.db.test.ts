import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { openApiDocument } from "@/lib/server/api/openapi";
import type { ApiResponse } from "@/lib/server/api/openapi/openapi-types";
import { OPERATIONS } from "@/lib/server/api/operations";
import { saveDraft } from "@/lib/server/templates/draft";
import {
  exampleRequest,
  newApiWorld,
  newReader,
  newWorldFor,
  type Reader,
} from "@/lib/server/testing/api-world";
import { type AskApi, askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { image } from "@/lib/template/starters/build";

/** The headers that answers really have are those that the OpenAPI document says they have. */

withTestDatabase();

/** What every answer of HTTP has or may have, which is no part of an API. */
const ORDINARY = [
  "cache-control",
  "content-length",
  "content-security-policy",
  "content-type",
  "cross-origin-resource-policy",
  "x-content-type-options",
];
/** Said only now and then; each has a test below in which it is. */
const NOW_AND_THEN = ["x-render-problem"];

const { paths, components } = openApiDocument("http://localhost:3000");

function documented(method: string, path: string, status: number): string[] {
  const told = paths[path]?.[method.toLowerCase()]?.responses[status];
  if (!told) throw new Error(`${method} ${path} says nothing of ${status}.`);
  const answer: ApiResponse | undefined =
    "$ref" in told ? components.responses[told.$ref.split("/").at(-1) ?? ""] : told;
  return Object.keys(answer?.headers ?? {}).map((name) => name.toLowerCase());
}

const sent = ({ headers }: Response) => [...headers.keys()].filter((name) => !ORDINARY.includes(name)).sort();
const always = (names: string[]) => names.filter((name) => !NOW_AND_THEN.includes(name)).sort();

let owner: Person;
let ownersKey: string;
let reader: Reader;
beforeAll(async () => {
  owner = await newPerson("Owner");
  ownersKey = await newApiKey(owner);
  reader = await newReader();
});

describe.each(OPERATIONS)("$id", (operation) => {
  const { method, path: at, repeatable, revisions, answer } = operation;
  const asked = async () =>
    method === "GET" ? reader : { world: await newWorldFor(operation, owner), key: ownersKey };

  test("when it is done", async () => {
    const { world, key } = await asked();
    const { path, request } = exampleRequest(operation, world);
    // Where only some requests can be repeated, the example may be none of them.
    const isRepeated = typeof repeatable === "function" ? repeatable(request.body) : repeatable === true;
    const named: AskApi = isRepeated
      ? { ...request, headers: { ...request.headers, "idempotency-key": newId("req") } }
      : request;
    const first = await askApi(key, path, named);
    expect(first.status).toBe(answer.status);
    if (answer.kind === "bytes") await first.body?.cancel();
    const names = documented(method, at, answer.status);
    const expected = always(names);
    expect(sent(first)).toEqual(expected.filter((name) => name !== "idempotency-replayed"));
    if (isRepeated) expect(sent(await askApi(key, path, named))).toEqual(expected);
    if (revisions !== "tagged" || method !== "GET") return;
    const tag = first.headers.get("etag") ?? "";
    const known = await askApi(key, path, { ...request, headers: { "if-none-match": tag } });
    expect([known.status, sent(known)]).toEqual([304, documented(method, at, 304).sort()]);
  });

  test("without a key, and without what it needs", async () => {
    const { world, key } = await asked();
    const { path, request } = exampleRequest(operation, world);
    const stranger = await askApi(null, path, request);
    expect([stranger.status, sent(stranger)]).toEqual([401, documented(method, at, 401).sort()]);
    const broken = method === "GET" ? {} : { body: "[1" };
    const wrong = await askApi(key, `${path.split("?")[0]}?noSuchThing=1`, { method, ...broken });
    if (wrong.status < 400) return;
    const expected = documented(method, at, wrong.status).filter((name) => name !== "retry-after");
    expect([wrong.status, sent(wrong)]).toEqual([wrong.status, expected.sort()]);
  });
});

test("a picture says that one in it did not load", async () => {
  const { templateId } = await newApiWorld(owner);
  const box = { id: "one", name: "One", x: 0, y: 0, width: 20, height: 20 };
  const field = {
    key: "photo",
    label: "Photo",
    type: "image",
    fallback: "",
    format: DEFAULT_FORMAT,
  } as const;
  const document = {
    ...createDocument({ width: 60, height: 30, displayWidth: 60 }),
    fields: [field],
    layers: [image(box, { source: { kind: "field", key: "photo" } })],
  };
  await saveDraft(owner.scope, templateId, { document, baseRevision: 1, mutationId: newId("err") });
  const values = { photo: "http://127.0.0.1:1/none.png" };
  const body = { templateId, version: "draft", values };
  const made = await askApi(ownersKey, "/images", { method: "POST", body });
  expect(made.headers.get("x-render-problem")).toBe("picture");
  const names = documented("POST", "/images", 200).filter((name) => name !== "idempotency-replayed");
  expect(sent(made)).toEqual(names.sort());
});
