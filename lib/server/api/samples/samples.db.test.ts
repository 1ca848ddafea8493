import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newPicture, newReader, newWorldFor, type Reader } from "../../testing/api-world";
import { newApiKey } from "../../testing/ask-api";
import { withTestDatabase } from "../../testing/database";
import { newPerson, type Person } from "../../testing/people";
import { type RecordedApi, startRecordedApi } from "../../testing/recorded-api";
import { RUNNERS, runSample } from "../../testing/run-sample";
import { openApiDocument } from "../openapi";
import { OPERATIONS } from "../operations";
import { sampleOf } from "./sample-of";
import { keptFile } from "./sample-request";

/** Every sample of the documentation, run as it stands against a server. */

withTestDatabase();

let server: RecordedApi;
let owner: Person;
let reader: Reader;
let key: string;

beforeAll(async () => {
  [server, owner, reader] = [await startRecordedApi(), await newPerson("Owner"), await newReader()];
});
afterAll(() => server?.stop());

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: "api", ...openApiDocument("http://localhost") });

/** Whether a JSON answer is what the OpenAPI document says of it. */
function expectDocumented(path: string, method: string, status: number, answer: unknown): void {
  const part = path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
  const at = `api#/paths/${part}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`;
  const validate = ajv.getSchema(at);
  if (!validate) throw new Error(`The document has no ${at}`);
  expect([validate(answer), validate.errors]).toEqual([true, null]);
}

test("one language beside Node's own can be run in CI", () => {
  if (process.env.CI) expect(RUNNERS.filter(({ isThere }) => isThere).length).toBeGreaterThan(1);
});

describe.each(RUNNERS)("in $name", ({ language, isThere }) => {
  beforeAll(async () => {
    key = await newApiKey(owner);
  });

  test.skipIf(!isThere).each(OPERATIONS)("$id", async (operation) => {
    const asked = operation.method === "GET" ? reader : { world: await newWorldFor(operation, owner), key };
    const sample = sampleOf(operation, language, asked.world, server.origin);
    server.answered.length = 0;
    await runSample(
      language,
      sample,
      { key: asked.key, picture: newPicture() },
      async ({ exitCode, output, folder }) => {
        expect([exitCode, output]).toEqual([0, expect.any(String)]);
        const [answer, ...more] = server.answered;
        if (!answer) throw new Error(`nothing was asked: ${output}`);
        expect(more).toEqual([]);
        expect(answer.status).toBe(operation.answer.status);
        if (operation.answer.kind === "json") {
          const given: unknown = JSON.parse(answer.body.toString("utf8"));
          expectDocumented(operation.path, operation.method, answer.status, given);
          expect(output).not.toBe("");
        }
        if (operation.answer.kind === "bytes") {
          const kept = await readFile(join(folder, keptFile(operation)));
          expect(kept.equals(answer.body)).toBe(true);
          expect(kept.subarray(1, 4).toString()).toBe(operation.id === "getBatchPages" ? "PDF" : "PNG");
        }
      },
    );
  });

  test.skipIf(!isThere)("with a wrong key it fails and says why", async () => {
    const [operation] = OPERATIONS;
    if (!operation) throw new Error("there is one");
    const sample = sampleOf(operation, language, await newWorldFor(operation, owner), server.origin);
    await runSample(language, sample, { key: `${key}x`, picture: newPicture() }, async ({ exitCode }) => {
      expect(exitCode).not.toBe(0);
    });
  });
});
