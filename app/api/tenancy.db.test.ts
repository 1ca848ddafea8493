import { beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "@/lib/accounts/permissions";
import { db } from "@/lib/server/db";
import { ask } from "@/lib/server/testing/ask";
import { withTestDatabase } from "@/lib/server/testing/database";
import type { Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { type Cast, newCast, withMembersKept } from "./testing/cast";
import {
  callEndpoint,
  ENDPOINTS,
  endpointNamed,
  exampleOf,
  paramsOf,
  WORKSPACE_ENDPOINTS,
} from "./testing/endpoints";
import type { Example } from "./testing/example";
import { ROUTE_EXAMPLES } from "./testing/route-examples";
import { verdictOf } from "./testing/verdict";

/**
 * Who gets what on every route: anonymous, revoked, stranger, removed member and each role, on every method that a
 * route file exports. A route without an example in `testing/examples` fails.
 */

withTestDatabase();

let owner: Person;
let stranger: Person;
let members: Cast["members"];
let removed: Person;
let revoked: Person;
let elsewhere: Person;
let apiKey: string;

/** The workspace of all routes that read, which leave it to one another as it was. */
let readers: Cast | undefined;

async function openWorkspace(isRead: boolean) {
  const cast = (isRead ? readers : undefined) ?? (await newCast());
  if (isRead) readers = cast;
  ({ owner, stranger, members, removed, revoked, elsewhere, apiKey } = cast);
}
beforeAll(() => openWorkspace(false));

test("every route has an example, and every example a route", () => {
  expect(ENDPOINTS.map((endpoint) => endpoint.name).sort()).toEqual(Object.keys(ROUTE_EXAMPLES).sort());
});

describe.each(WORKSPACE_ENDPOINTS)("$name", (endpoint) => {
  /** What the route's example speaks of, for as long as requests change nothing. */
  let kept: Example | null = null;

  // Nobody meets what a change has left behind, and what is compared before and after stays small.
  beforeAll(() => openWorkspace(endpoint.method === "GET"));

  async function changesNothing(ask: (example: Example) => Promise<void>): Promise<void> {
    const example = kept ?? (await exampleOf(endpoint, owner));
    kept = null;
    const before = await tenantContent(owner);
    await ask(example);
    expect(await tenantContent(owner)).toEqual(before);
    kept = example;
  }

  test.each(ROLES)("%s: as the table says", async (role) => {
    const example = kept ?? (await exampleOf(endpoint, owner));
    kept = null;
    const verdict = verdictOf(endpoint.handler, role, example);
    const response = await withMembersKept(owner, () =>
      callEndpoint(endpoint, owner.scope.workspaceSlug, example, members[role].cookie),
    );
    expect(response.status).toBe(verdict);
    // Nobody else waits for a download that this one only began.
    await response.body?.cancel();
    if (endpoint.method === "GET" || verdict >= 400) kept = example;
  });

  test("nobody, and somebody whose session was revoked: 401, nothing changed", async () => {
    await changesNothing(async (example) => {
      for (const cookie of [undefined, revoked.cookie, "nameplate.session=forged"]) {
        const answer = await callEndpoint(endpoint, owner.scope.workspaceSlug, example, cookie);
        expect(answer.status).toBe(401);
      }
      const withKey = await ask(endpoint.handler, {
        method: endpoint.method,
        params: paramsOf(owner.scope.workspaceSlug, example),
        body: example.body,
        headers: { authorization: `Bearer ${apiKey}` },
      });
      expect(withKey.status).toBe(401);
    });
  });

  test("a guest of another project: what stays inside projects is not there, the rest is refused", async () => {
    const example = kept ?? (await exampleOf(endpoint, owner));
    kept = null;
    const before = await tenantContent(owner);
    const verdict = verdictOf(endpoint.handler, "elsewhere", example);
    const answer = await withMembersKept(owner, () =>
      callEndpoint(endpoint, owner.scope.workspaceSlug, example, elsewhere.cookie),
    );
    expect(answer.status).toBe(verdict);
    if (verdict === 403 || verdict === 404) expect(await tenantContent(owner)).toEqual(before);
  });

  test("a stranger, a removed member, and the owner of a workspace that is not there: the same 404", async () => {
    await changesNothing(async (example) => {
      const answers = [
        await callEndpoint(endpoint, owner.scope.workspaceSlug, example, stranger.cookie),
        await callEndpoint(endpoint, owner.scope.workspaceSlug, example, removed.cookie),
        await callEndpoint(endpoint, "no-such-workspace", example, owner.cookie),
      ];
      const bodies = await Promise.all(answers.map((answer) => answer.text()));
      expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
      expect(new Set(bodies).size).toBe(1);
    });
  });

  test.runIf(endpoint.path.includes("[id]"))(
    "an id of another workspace is the same 404 as one that never was, through one's own workspace",
    async () => {
      await changesNothing(async (example) => {
        const foreign = await callEndpoint(endpoint, stranger.scope.workspaceSlug, example, stranger.cookie);
        const never = { ...example, id: `${example.id?.slice(0, 4)}neverwas0000` };
        const missing = await callEndpoint(endpoint, stranger.scope.workspaceSlug, never, stranger.cookie);
        expect([foreign.status, missing.status]).toEqual([404, 404]);
        expect(await foreign.text()).toBe(await missing.text());
      });
    },
  );

  test.runIf(endpoint.path.includes("[id]"))("ids no row can have are a 404", async () => {
    await changesNothing(async (example) => {
      for (const id of ["..", "a\u0000b", "' OR 1=1 --", "x".repeat(5000), "tpl_%00"]) {
        const impossible = { ...example, id };
        const answer = await callEndpoint(endpoint, owner.scope.workspaceSlug, impossible, owner.cookie);
        expect(answer.status).toBe(404);
      }
    });
  });
});

test.each(ENDPOINTS.filter(({ method }) => method !== "GET"))(
  "$name: refused unless a page of ours asks",
  async (endpoint) => {
    const example = await exampleOf(endpoint, owner);
    const before = await tenantContent(owner);
    const users = await db().user.count();
    const silent = await callEndpoint(endpoint, owner.scope.workspaceSlug, example, owner.cookie, null);
    const foreign = await ask(endpoint.handler, {
      method: endpoint.method,
      params: paramsOf(owner.scope.workspaceSlug, example),
      cookie: owner.cookie,
      body: example.body,
      origin: "https://evil.example",
    });
    expect([silent.status, foreign.status]).toEqual([403, 403]);
    expect(await tenantContent(owner)).toEqual(before);
    expect(await db().user.count()).toBe(users);
  },
);

test.each(ENDPOINTS.filter(({ handler }) => handler.access.kind === "account"))(
  "$name: nobody gets 401",
  async (endpoint) => {
    const example = await exampleOf(endpoint, owner);
    for (const cookie of [undefined, revoked.cookie]) {
      expect((await callEndpoint(endpoint, "none", example, cookie)).status).toBe(401);
    }
  },
);

test("somebody else's session cannot be ended", async () => {
  const endpoint = endpointNamed("DELETE account/sessions/[id]");
  const answer = await callEndpoint(endpoint, "none", { id: owner.identity.sessionId }, stranger.cookie);
  expect(answer.status).toBe(404);
  expect(
    (await db().session.findUniqueOrThrow({ where: { id: owner.identity.sessionId } })).revokedAt,
  ).toBeNull();
});
