import { beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/lib/server/api/operations";
import { db } from "@/lib/server/db";
import { exampleRequest, newWorldFor } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { protectedProperties } from "../testing/protected-properties";
import { takenNames } from "../testing/taken-names";

/** What an operation of the REST API does not ask for, it does not take. */

withTestDatabase();

/** Names of protected properties that a body has all the same, because setting them is what the operation is for. */
const ON_PURPOSE: Record<string, string[]> = {
  createTemplate: ["projectId"],
  updateTemplate: ["projectId"],
  duplicateTemplate: ["projectId"],
  publishTemplate: ["revision"],
  createLink: ["templateId", "expiresAt"],
  updateLink: ["expiresAt"],
  createWebhook: ["projectIds"],
  updateWebhook: ["projectIds"],
  createImage: ["templateId"],
  createBatch: ["templateId"],
};

const WITH_BODY = OPERATIONS.filter(({ body }) => body !== undefined);

let mine: Person;
let theirs: Person;
let properties: Record<string, unknown>;
beforeAll(async () => {
  [mine, theirs] = [await newPerson("Mine"), await newPerson("Theirs")];
  properties = protectedProperties(theirs);
});

test("says of every operation whose body has a protected property that it is meant to", () => {
  const found = WITH_BODY.flatMap(({ id, body }) => {
    const taken = body ? takenNames(body) : new Set();
    const names = Object.keys(properties).filter((property) => taken.has(property));
    return names.length > 0 ? [[id, names]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(ON_PURPOSE);
});

describe("nothing but what an operation takes", () => {
  test.each(WITH_BODY)("$id", async (operation) => {
    const { path, request } = exampleRequest(operation, await newWorldFor(operation, mine));
    // One for each: all together ask more than one key may in a minute. Keys before it make room, fifty are the most.
    await db().apiKey.deleteMany({ where: { workspaceId: mine.scope.workspaceId } });
    const key = await newApiKey(mine);
    if (typeof request.body !== "object" || request.body === null) throw new Error("its example has a body");
    const taken = operation.body ? takenNames(operation.body) : new Set();
    const before = [await tenantContent(mine), await tenantContent(theirs)];
    for (const [name, value] of Object.entries(properties)) {
      if (taken.has(name)) continue;
      const answer = await askApi(key, path, { ...request, body: { ...request.body, [name]: value } });
      expect([name, answer.status]).toEqual([name, name === "__proto__" ? 400 : 422]);
    }
    expect([await tenantContent(mine), await tenantContent(theirs)]).toEqual(before);
    expect((await askApi(key, path, request)).status).toBe(operation.answer.status);
  });
});
