import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLIENT_FILES } from "@/lib/server/api/client/client-file";
import { ask } from "@/lib/server/testing/ask";
import { GET } from "./[file]/route";

const FOLDER = join(import.meta.dirname, "../../../client");

test("every file of the client is there to take along", () => {
  expect([...CLIENT_FILES].sort()).toEqual(readdirSync(FOLDER).sort());
});

test.each(CLIENT_FILES)("%s is what it is", async (file) => {
  const answer = await ask(GET, { params: { file } });
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${file}"`);
  expect(await answer.text()).toBe(readFileSync(join(FOLDER, file), "utf8"));
});

test.each(["../package.json", "..", "", "nameplate.js", "api.ts/../../package.json"])(
  "%j is not there",
  async (file) => {
    expect((await ask(GET, { params: { file } })).status).toBe(404);
  },
);
