import { beforeAll, describe, expect, test } from "vitest";
import { API_SCOPE_NAMES, scopeFor } from "@/lib/accounts/keys/api-scopes";
import { createKey } from "@/lib/accounts/keys/manage-keys";
import { allowed, ROLES, type Role, staysInProjects } from "@/lib/accounts/permissions";
import { DOCUMENTED_WORLD, type ExampleWorld } from "@/lib/server/api/example-world";
import type { AnyOperation } from "@/lib/server/api/operation";
import { OPERATIONS } from "@/lib/server/api/operations";
import { db } from "@/lib/server/db";
import { createProject } from "@/lib/server/projects";
import { askExample, exampleRequest, newApiWorld, newWorldFor } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";

/**
 * Who gets what from every operation of the REST API, made from the list of operations: nobody, every role that a key's
 * maker may have now, a stranger, and keys that were revoked, have expired, or may not do it.
 */

withTestDatabase();

let owner: Person;
let stranger: Person;
let projectId: string;
let otherProjectId: string;
const keys: Partial<Record<string, string>> = {};

/** A key with every scope, made by somebody while they were owner. */
async function keyOf(
  person: Person,
  limits: { projectIds?: string[]; scopes?: typeof API_SCOPE_NAMES } = {},
) {
  const input = { name: "Walk", scopes: API_SCOPE_NAMES, ...limits };
  return createKey({ ...person.scope, role: "owner", projectIds: null }, input);
}

async function openWorkspace() {
  [owner, stranger] = [await newPerson("Owner"), await newPerson("Stranger")];
  projectId = (await createProject(owner.scope, "Client")).id;
  otherProjectId = (await createProject(owner.scope, "Other client")).id;
  for (const role of ROLES) {
    const projects = role === "guest" ? [projectId] : [];
    const person = role === "owner" ? owner : await newMember(owner, role, role, projects);
    keys[role] = (await keyOf(person)).secret;
  }
  const elsewhere = await newMember(owner, "guest", "Elsewhere", [otherProjectId]);
  keys["guest of another project"] = (await keyOf(elsewhere)).secret;
  keys["another project"] = (await keyOf(owner, { projectIds: [otherProjectId] })).secret;
  keys["this project"] = (await keyOf(owner, { projectIds: [projectId] })).secret;
  keys.stranger = await newApiKey(stranger);
  const removed = await newMember(owner, "admin");
  keys.removed = (await keyOf(removed)).secret;
  const { workspaceId, userId } = removed.scope;
  await db().member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
  const revoked = await keyOf(owner);
  keys.revoked = revoked.secret;
  await db().apiKey.update({ where: { id: revoked.key.id }, data: { revokedAt: new Date() } });
  const expired = await keyOf(owner);
  keys.expired = expired.secret;
  await db().apiKey.update({ where: { id: expired.key.id }, data: { expiresAt: new Date(Date.now() - 1) } });
}
beforeAll(openWorkspace);

const key = (name: string): string => {
  const found = keys[name];
  if (found === undefined) throw new Error(`There is no key “${name}”.`);
  return found;
};

/** Whether its example names things of the workspace, which another workspace or project has not. */
function namesThings(operation: AnyOperation, world: ExampleWorld): boolean {
  const { path, request } = exampleRequest(operation, world);
  const said = `${path} ${typeof request.body === "object" ? JSON.stringify(request.body) : ""}`;
  return Object.values(world).some((id) => typeof id === "string" && said.includes(id));
}

describe.each(OPERATIONS)("$id", (operation) => {
  const { action } = operation;
  /** Everything there is, for requests that change nothing; gone as soon as one did. */
  let whole: ExampleWorld | null = null;

  // What is compared before and after stays small.
  beforeAll(openWorkspace);

  async function wholeWorld(): Promise<ExampleWorld> {
    const world = whole ?? (await newApiWorld(owner, projectId));
    // What a request that is done leaves behind is not what was: some of it takes the place of it.
    whole = operation.method === "GET" ? world : null;
    return world;
  }

  /** What the example names, for a request that is done. What was only read is there for the next one who asks. */
  function worldToUse(): Promise<ExampleWorld> {
    if (operation.method === "GET") return wholeWorld();
    whole = null;
    return newWorldFor(operation, owner, projectId);
  }

  async function changesNothing(ask: (world: ExampleWorld) => Promise<void>): Promise<void> {
    const world = await wholeWorld();
    whole = null;
    const before = await tenantContent(owner);
    await ask(world);
    expect(await tenantContent(owner)).toEqual(before);
    whole = world;
  }

  test("has a scope that keys can be given", () => {
    expect(API_SCOPE_NAMES).toContain(scopeFor(action));
  });

  test.each(ROLES)("a key of a %s: as the table says", async (role: Role) => {
    const may = allowed(role, action);
    // What no design of theirs shows is not there for them.
    const hidden = role === "guest" && operation.id === "getAssetFile";
    if (may && !hidden) {
      const world = await worldToUse();
      const answer = await askExample(key(role), operation, world);
      expect(answer.status).toBe(operation.answer.status);
      // Nobody else waits for a download that this one only began.
      await answer.body?.cancel();
      return;
    }
    await changesNothing(async (world) => {
      expect((await askExample(key(role), operation, world)).status).toBe(may ? 404 : 403);
    });
  });

  test.each(["removed", "revoked", "expired"])("%s: 401, nothing changed", async (name) => {
    await changesNothing(async (world) => {
      expect((await askExample(key(name), operation, world)).status).toBe(401);
    });
  });

  test("nobody, a session, and a key in the address: 401, nothing changed", async () => {
    await changesNothing(async (world) => {
      const { path, request } = exampleRequest(operation, world);
      const wrong = [
        await askApi(null, path, request),
        await askApi(null, path, { ...request, headers: { ...request.headers, cookie: owner.cookie } }),
        await askApi(null, `${path}${path.includes("?") ? "&" : "?"}key=${key("owner")}`, request),
        await askApi(key("owner").replace(/.$/, "!"), path, request),
        await askApi(`${key("owner").slice(0, -1)}${key("owner").endsWith("0") ? "1" : "0"}`, path, request),
      ];
      expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    });
  });

  test("a key without its scope: 403, nothing changed", async () => {
    const { secret } = await keyOf(owner, {
      scopes: API_SCOPE_NAMES.filter((name) => name !== scopeFor(action)),
    });
    await changesNothing(async (world) => {
      expect((await askExample(secret, operation, world)).status).toBe(403);
    });
  });

  test("a stranger's key: what it names is not there, and nothing of it is in a list", async () => {
    await changesNothing(async (world) => {
      const answer = await askExample(key("stranger"), operation, world);
      const text = await answer.text();
      // Lists take a project or a template as a filter: what is not there holds nothing.
      const isFilter = operation.method === "GET" && operation.params === undefined;
      const expected = namesThings(operation, world) && !isFilter ? 404 : operation.answer.status;
      expect(answer.status).toBe(expected);
      for (const id of Object.values(world)) {
        if (typeof id === "string") expect(text).not.toContain(id);
      }
    });
  });

  test.each(["another project", "guest of another project"])(
    "%s: what it names is not there, and what belongs to the whole workspace is refused",
    async (name) => {
      const may =
        staysInProjects(action) && (name !== "guest of another project" || allowed("guest", action));
      const isFilter = operation.method === "GET" && operation.params === undefined;
      async function ask(world: ExampleWorld): Promise<void> {
        const answer = await askExample(key(name), operation, world);
        const text = await answer.text();
        const missing = namesThings(operation, world) && !isFilter;
        expect(answer.status).toBe(!may ? 403 : missing ? 404 : operation.answer.status);
        for (const id of [world.templateId, world.linkId, world.assetId, projectId])
          expect(text).not.toContain(id);
      }
      const refused = !may || (namesThings(operation, DOCUMENTED_WORLD) && !isFilter);
      return refused ? changesNothing(ask) : ask(await wholeWorld());
    },
  );

  test("a key of this project: all that stays inside it", async () => {
    const world = await worldToUse();
    const answer = await askExample(key("this project"), operation, world);
    await answer.body?.cancel();
    const hidden = operation.id === "getAssetFile";
    expect(answer.status).toBe(!staysInProjects(action) ? 403 : hidden ? 404 : operation.answer.status);
  });
});

test("every operation has one address and one name", () => {
  const addresses = OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(addresses).size).toBe(OPERATIONS.length);
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
});

test("a key that came in an address is marked", async () => {
  const { secret, key: made } = await keyOf(owner);
  await askApi(null, `/templates?api_key=${secret}`);
  const { leakedAt } = await db().apiKey.findUniqueOrThrow({ where: { id: made.id } });
  expect(leakedAt).toBeInstanceOf(Date);
});

test("a maker whose role is lowered, or who goes, takes the key along at once", async () => {
  const maker = await newMember(owner, "admin");
  const { secret } = await keyOf(maker);
  const rename = () =>
    askApi(secret, `/projects/${projectId}`, { method: "PATCH", body: { name: "Renamed" } });
  expect((await rename()).status).toBe(200);
  const { workspaceId, userId } = maker.scope;
  const where = { workspaceId_userId: { workspaceId, userId } };
  await db().member.update({ where, data: { role: "viewer" } });
  expect((await rename()).status).toBe(403);
  await db().member.delete({ where });
  expect((await rename()).status).toBe(401);
});
