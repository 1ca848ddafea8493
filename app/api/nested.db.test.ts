import { beforeAll, describe, expect, test } from "vitest";
import { askApi } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { API_ATTEMPTS } from "./testing/nested/api-attempts";
import { APP_ATTEMPTS } from "./testing/nested/app-attempts";
import { get, limitedKey, put } from "./testing/nested/attempt";
import { LIMITED_KEY_ATTEMPTS } from "./testing/nested/limited-key-attempts";
import {
  beside,
  foreign,
  key,
  limited,
  mine,
  openNestedWorld,
  own,
  showing,
  theirs,
  written,
} from "./testing/nested/nested-world";
import { PEOPLE_ATTEMPTS } from "./testing/nested/people-attempts";

/**
 * Ids inside ids: what one may do with a template, with something in it or beside it that is not one's own. Everything
 * of the other workspace, and of a project out of reach, is refused or not there, and nothing changes anywhere.
 */

withTestDatabase();

beforeAll(openNestedWorld);

const ATTEMPTS = [...APP_ATTEMPTS, ...API_ATTEMPTS, ...LIMITED_KEY_ATTEMPTS, ...PEOPLE_ATTEMPTS];

describe("refused or not there, and nothing changed", () => {
  test("seventy and more", () => expect(ATTEMPTS.length).toBeGreaterThanOrEqual(70));

  test.each(ATTEMPTS)("%s", async (_, attempt, status) => {
    const before = [await tenantContent(mine), await tenantContent(theirs)];
    const answer = await attempt();
    expect(answer.status).toBe(status);
    expect([await tenantContent(mine), await tenantContent(theirs)]).toEqual(before);
  });
});

test.each([
  ["templates of their project", () => key, () => `/templates?project=${foreign.projectId}`, "templates"],
  ["links of their template", () => key, () => `/links?template=${foreign.templateId}`, "links"],
  [
    "a limited key: templates of the project beside",
    () => limited,
    () => `/templates?project=${beside.projectId}`,
    "templates",
  ],
  [
    "a limited key: links of a template beside",
    () => limited,
    () => `/links?template=${beside.templateId}`,
    "links",
  ],
] as const)("a list of %s is empty", async (_, by, path, name) => {
  const answer = await askApi(by(), path());
  expect((await answer.json())[name]).toEqual([]);
});

test("a limited key does with its own project what it may, pictures and fonts in it included", async () => {
  expect(
    (
      await put(
        limitedKey,
        () => own.templateId,
        () => showing(own.assetId),
      )()
    ).status,
  ).toBe(200);
  expect(
    (
      await put(
        limitedKey,
        () => own.templateId,
        () => written(own.family),
      )()
    ).status,
  ).toBe(200);
  expect((await get(limitedKey, () => `/assets/${own.assetId}/file`)()).status).toBe(200);
  const { projects } = await (await askApi(limited, "/projects")).json();
  expect(projects.map(({ id }: { id: string }) => id)).toEqual([own.projectId]);
});
