import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createNameplate, type Nameplate } from "@/client/nameplate";
import { systemVariables } from "../../env";
import { createTemplate } from "../../templates/create-template";
import { newPicture, newReader, newWorldFor, type Reader } from "../../testing/api-world";
import { newApiKey } from "../../testing/ask-api";
import { withTestDatabase } from "../../testing/database";
import { newPerson, type Person } from "../../testing/people";
import { type RecordedApi, startRecordedApi } from "../../testing/recorded-api";
import { OPERATIONS } from "../operations";

/** The typed client and its example program, against the server. */

withTestDatabase();

let server: RecordedApi;
let owner: Person;
let reader: Reader;
let nameplate: Nameplate;

beforeAll(async () => {
  [server, owner, reader] = [await startRecordedApi(), await newPerson("Owner"), await newReader()];
  nameplate = createNameplate({ origin: server.origin, key: await newApiKey(owner) });
});
afterAll(() => server?.stop());

describe("asks for every operation", () => {
  test.each(OPERATIONS)("$id", async (operation) => {
    const reads = operation.method === "GET";
    const client = reads ? createNameplate({ origin: server.origin, key: reader.key }) : nameplate;
    const methods = client as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    const world = reads ? reader.world : await newWorldFor(operation, owner);
    const { params, query, body, headers } = operation.example(world);
    const ifMatch = headers?.["if-match"]?.replaceAll('"', "");
    const input = {
      ...params,
      ...query,
      ...(body === undefined ? {} : { body }),
      ...(ifMatch === undefined ? {} : { ifMatch }),
      ...(operation.upload ? { file: new File([new Uint8Array(newPicture())], "logo.png") } : {}),
    };
    server.answered.length = 0;
    const given = await methods[operation.id]?.(input);
    expect(server.answered.map(({ status }) => status)).toEqual([operation.answer.status]);
    const [sent] = server.answered;
    if (operation.answer.kind === "nothing") expect(given).toBeUndefined();
    if (operation.answer.kind === "json") expect(given).toEqual(JSON.parse(String(sent?.body)));
    if (operation.answer.kind === "bytes") {
      const { bytes, contentType } = given as { bytes: Uint8Array; contentType: string };
      expect(Buffer.from(bytes).equals(sent?.body ?? Buffer.alloc(0))).toBe(true);
      expect(contentType).toBe(operation.id === "getBatchPages" ? "application/pdf" : "image/png");
    }
  });
});

test("says what the server said", async () => {
  await expect(nameplate.getTemplate({ id: "tpl_none" })).rejects.toMatchObject({
    code: "not_found",
    status: 404,
    problem: { requestId: expect.stringMatching(/^req_/) },
  });
});

test("does once what it sends twice with one key", async () => {
  const body = { name: "Once" };
  const one = await nameplate.createProject({ body }, { idempotencyKey: "once" });
  expect(await nameplate.createProject({ body }, { idempotencyKey: "once" })).toEqual(one);
});

test("its example makes, publishes, links, paints and lists", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nameplate-client-"));
  try {
    const person = await newPerson("Example");
    for (const name of ["One", "Two", "Three", "Four"]) {
      await createTemplate(person.scope, { name, from: { kind: "starter", id: "vip-pass" } });
    }
    const program = join(folder, "example.mjs");
    const entryPoints = [join(import.meta.dirname, "../../../../client/example.ts")];
    await build({ entryPoints, outfile: program, bundle: true, platform: "node", format: "esm" });
    server.answered.length = 0;
    const env = {
      ...systemVariables(),
      NAMEPLATE_URL: server.origin,
      NAMEPLATE_KEY: await newApiKey(person),
    };
    const said = await new Promise<string>((done, fail) => {
      execFile(process.execPath, [program], { cwd: folder, env, timeout: 60_000 }, (error, stdout, stderr) =>
        error ? fail(new Error(`${stdout}${stderr}`)) : done(stdout),
      );
    });
    expect(said).toMatch(/^A link for another campaign: http\S+\/i\/\w+\.png\nFields: .*first_name/);
    expect(said.match(/\((draft|published)\)/g)).toHaveLength(5);
    const picture = await readFile(join(folder, "thank-you.png"));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect(server.answered.map(({ status }) => status)).toEqual([201, 200, 201, 200, 200, 200, 200, 200]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
