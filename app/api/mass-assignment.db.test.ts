import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { personContent, tenantContent } from "@/lib/server/testing/tenant-content";
import { EMPTY_KIT } from "@/lib/template/brand";
import { withMembersKept } from "./testing/cast";
import { callEndpoint, ENDPOINTS, type Endpoint, endpointNamed, exampleOf } from "./testing/endpoints";
import type { Example } from "./testing/example";
import { CHOSEN, protectedProperties } from "./testing/protected-properties";
import { takenNames } from "./testing/taken-names";
import { withPropertyInside } from "./testing/with-property";

/**
 * What a route does not ask for, it does not take: to a body that works, each property is added that nobody sets by
 * sending it, for every route that changes something, and the rows of all tables are compared.
 */

withTestDatabase();

/** Names of protected properties that a body has all the same, because setting them is what the route is for. */
const ON_PURPOSE: Record<string, string[]> = {
  "PATCH w/[workspace]/members/[id]": ["role", "projectIds"],
  "POST w/[workspace]/invitations": ["email", "role", "projectIds"],
  "POST w/[workspace]/transfer": ["userId"],
  "POST w/[workspace]/keys": ["scopes", "projectIds"],
  "POST w/[workspace]/webhooks": ["projectIds"],
  "PATCH w/[workspace]/webhooks/[id]": ["projectIds"],
  "POST w/[workspace]/templates": ["projectId"],
  "PATCH w/[workspace]/templates/[id]": ["projectId"],
  "POST w/[workspace]/templates/[id]/duplicate": ["projectId"],
  "PUT w/[workspace]/templates/[id]/brand-lock": ["brandLocked"],
  "POST w/[workspace]/templates/[id]/publish": ["revision"],
  "POST w/[workspace]/starters": ["templateId"],
  "POST w/[workspace]/links": ["templateId", "expiresAt"],
  "PATCH w/[workspace]/links/[id]": ["expiresAt"],
  "POST w/[workspace]/sources/live/test": ["id"],
  "PUT w/[workspace]/sources/[id]/rows": ["key"],
  "POST w/[workspace]/sources/[id]/rows/find": ["key"],
  "POST w/[workspace]/sources/[id]/rows/delete": ["key"],
  "POST account/password/forgot": ["email"],
  "POST account/sign-in-link": ["email"],
  "POST account/sign-up": ["email"],
};

/** Tried in every object inside a body as well; there it is the shape of what is stored that has to hold. */
const INSIDE = ["workspaceId", "userId", "role", "createdAt", "storageKey"];

const CHANGING = ENDPOINTS.filter(({ method }) => method !== "GET");
const WITH_BODY = CHANGING.filter(({ handler }) => handler.body !== null);

let owner: Person;
let stranger: Person;
let properties: Record<string, unknown>;
beforeAll(async () => {
  stranger = await newPerson("Stranger");
  properties = protectedProperties(stranger);
});
// Some requests end the session of whoever asks.
beforeEach(async () => {
  owner = await newPerson("Owner");
});

const send = (endpoint: Endpoint, example: Example) =>
  withMembersKept(owner, () => callEndpoint(endpoint, owner.scope.workspaceSlug, example, owner.cookie));

/** All that anybody has. */
async function rows(): Promise<unknown> {
  return [
    await tenantContent(owner),
    await personContent(owner),
    await tenantContent(stranger),
    await personContent(stranger),
    await db().user.count(),
    await db().workspace.count(),
  ];
}

test("says of every route whose body has a protected property that it is meant to", () => {
  const found = WITH_BODY.flatMap(({ name, handler }) => {
    const taken = handler.body ? takenNames(handler.body) : new Set();
    const names = Object.keys(properties).filter((property) => taken.has(property));
    return names.length > 0 ? [[name, names.sort()]] : [];
  });
  const meant = Object.entries(ON_PURPOSE).map(([name, names]) => [name, names.sort()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(meant));
});

describe.each(WITH_BODY)("$name", (endpoint) => {
  test("takes none of them", async () => {
    const example = await exampleOf(endpoint, owner);
    const { body } = example;
    if (typeof body !== "object" || body === null || body instanceof FormData)
      throw new Error(`The example of ${endpoint.name} has no JSON body, and the route takes one.`);
    const taken = endpoint.handler.body ? takenNames(endpoint.handler.body) : new Set();
    const before = await rows();
    for (const [name, value] of Object.entries(properties)) {
      if (taken.has(name)) continue;
      const { status } = await send(endpoint, { ...example, body: { ...body, [name]: value } });
      expect([name, status]).toEqual([name, name === "__proto__" ? 400 : 422]);
    }
    for (const name of INSIDE) {
      for (const { where, body: changed } of withPropertyInside(body, name, properties[name])) {
        const { status } = await send(endpoint, { ...example, body: changed });
        expect([name, where, status]).toEqual([name, where, 422]);
      }
    }
    expect(await rows()).toEqual(before);
    // It was they that were refused.
    expect((await send(endpoint, example)).status).toBe(example.status ?? 200);
  });
});

test.each(CHANGING.filter(({ handler }) => handler.body === null))(
  "$name: what it does not read does nothing",
  async (endpoint) => {
    const example = await exampleOf(endpoint, owner);
    const theirs = [await tenantContent(stranger), await personContent(stranger)];
    const body = example.body instanceof FormData ? example.body : undefined;
    if (body) for (const [name, value] of Object.entries(properties)) body.set(name, String(value));
    const file = example.body instanceof Blob ? example.body : undefined;
    const { status } = await send(endpoint, { ...example, body: body ?? file ?? properties });
    expect(status).toBe(example.status ?? 200);
    expect(JSON.stringify([await tenantContent(owner), await personContent(owner)])).not.toMatch(CHOSEN);
    expect([await tenantContent(stranger), await personContent(stranger)]).toEqual(theirs);
  },
);

test.each([
  ["PUT w/[workspace]/image-hosts", { hosts: ["*.com"] }],
  ["PATCH w/[workspace]/links/[id]", { allowedImageHosts: ["*.com"] }],
  ["PATCH w/[workspace]/links/[id]", { renders: 0 }],
  ["PUT w/[workspace]/brand", { kit: { ...EMPTY_KIT, extra: [] }, baseRevision: 0 }],
  ["PATCH w/[workspace]/members/[id]", { role: "root" }],
  ["POST w/[workspace]/invitations", { email: "x@example.com", role: "guest", mail: false }],
  ["POST w/[workspace]/invitations", { email: "a\r\nb@example.com", role: "viewer", mail: false }],
  ["POST w/[workspace]/invitations", { email: '"a@evil.com"@example.com', role: "viewer", mail: false }],
  ["POST w/[workspace]/invitations", { email: "x＠example.com", role: "viewer", mail: false }],
])("%s takes no such value: %j", async (name, body) => {
  const endpoint = endpointNamed(name);
  const example = await exampleOf(endpoint, owner);
  const before = await rows();
  expect((await send(endpoint, { ...example, body })).status).toBe(422);
  expect(await rows()).toEqual(before);
});
