import { beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/lib/server/api/operations";
import { exampleRequest, newApiWorld } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";

withTestDatabase();

let mine: Person;
let key: string;
beforeAll(async () => {
  mine = await newPerson("Mine");
  key = await newApiKey(mine);
});

describe("nothing but what an operation takes", () => {
  const PROTECTED = {
    id: "tpl_chosen",
    workspaceId: "wsp_other",
    role: "owner",
    plan: "scale",
    createdAt: "2020-01-01T00:00:00.000Z",
    createdById: "usr_other",
    deletedAt: null,
    publishedVersionId: "ver_other",
    key: "chosen",
    brandLocked: false,
  };

  test.each(OPERATIONS.filter(({ body }) => body !== undefined))("$id", async (operation) => {
    const world = await newApiWorld(mine);
    const { path, request } = exampleRequest(operation, world);
    if (typeof request.body !== "object" || request.body === null) throw new Error("its example has a body");
    const before = await tenantContent(mine);
    for (const [name, value] of Object.entries(PROTECTED)) {
      const answer = await askApi(key, path, { ...request, body: { ...request.body, [name]: value } });
      expect([name, answer.status]).toEqual([name, 422]);
    }
    expect(await tenantContent(mine)).toEqual(before);
  });
});
