import { beforeAll, describe, expect, test } from "vitest";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";

withTestDatabase();

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

let owner: Person;
let key: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  key = await newApiKey(owner);
});

async function newTemplate(): Promise<string> {
  const made = await askApi(key, "/templates", { method: "POST", body: { from: BLANK } });
  expect(made.status).toBe(201);
  return (await made.json()).id;
}

describe("from a template to its picture", () => {
  test("create, read, change, publish, make a picture", async () => {
    const id = await newTemplate();
    const draft = await askApi(key, `/templates/${id}/draft`);
    expect(draft.headers.get("etag")).toBe('"1"');
    const document = createDocument({ width: 80, height: 40, displayWidth: 80 });
    const put = await askApi(key, `/templates/${id}/draft`, {
      method: "PUT",
      headers: { "if-match": '"1"' },
      body: { document },
    });
    expect(put.status).toBe(200);
    expect(put.headers.get("etag")).toBe('"2"');
    const published = await askApi(key, `/templates/${id}/publish`, {
      method: "POST",
      body: { revision: 2 },
    });
    expect(published.status).toBe(200);
    const picture = await askApi(key, "/images", { method: "POST", body: { templateId: id } });
    expect(picture.status).toBe(200);
    expect(picture.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([80, 40]);
  });
});
