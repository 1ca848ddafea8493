import { beforeAll, expect, test } from "vitest";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { EMPTY_KIT } from "@/lib/template/brand";
import { callEndpoint, endpointNamed, exampleOf } from "./testing/endpoints";
import { BLANK } from "./testing/things";

/** What a route did not ask for, it does not take. */

withTestDatabase();

let owner: Person;
beforeAll(async () => {
  owner = await newPerson("Owner");
});

test.each([
  ["PATCH w/[workspace]", { name: "x", id: "y" }],
  ["PATCH w/[workspace]", { name: "x", slug: "y" }],
  ["PATCH w/[workspace]/templates/[id]", { name: "x", workspaceId: "y" }],
  ["PATCH w/[workspace]/templates/[id]", { name: "x", revision: 9 }],
  ["PATCH w/[workspace]/templates/[id]", { name: "x", publishedVersionId: "y" }],
  ["PATCH w/[workspace]/templates/[id]", { name: "x", deletedAt: null }],
  ["PATCH w/[workspace]/templates/[id]/versions/[number]", { note: "x", document: {} }],
  ["PATCH w/[workspace]/assets/[id]", { name: "x", storageKey: "assets/y/z" }],
  ["PATCH w/[workspace]/projects/[id]", { name: "x", workspaceId: "y" }],
  ["POST w/[workspace]/templates/[id]/duplicate", { workspaceId: "y" }],
  ["PATCH w/[workspace]/starters/[id]", { name: "x", workspaceId: "y" }],
  ["PATCH w/[workspace]/starters/[id]", { name: "x", document: {} }],
  ["POST w/[workspace]/starters", { templateId: "x", document: {} }],
  ["PATCH w/[workspace]/fonts/[id]", { family: "x", familyKey: "f_y" }],
  ["PATCH w/[workspace]/fonts/[id]", { family: "x", storageKey: "fonts/y/z" }],
  ["PUT w/[workspace]/image-hosts", { hosts: [], workspaceId: "y" }],
  ["PUT w/[workspace]/image-hosts", { hosts: ["*.com"] }],
  ["POST w/[workspace]/templates", { from: BLANK, id: "tpl_chosen" }],
  ["POST w/[workspace]/templates", { from: BLANK, brandLocked: true }],
  ["PATCH w/[workspace]/templates/[id]", { name: "x", brandLocked: false }],
  ["PUT w/[workspace]/templates/[id]/brand-lock", { brandLocked: true, name: "x" }],
  ["PUT w/[workspace]/brand", { kit: EMPTY_KIT, baseRevision: 0, workspaceId: "y" }],
  ["PUT w/[workspace]/brand", { kit: { ...EMPTY_KIT, extra: [] }, baseRevision: 0 }],
  ["PUT w/[workspace]/brand", { kit: EMPTY_KIT, baseRevision: 0, revision: 9 }],
  ["PATCH w/[workspace]/members/[id]", { role: "viewer", workspaceId: "y" }],
  ["PATCH w/[workspace]/members/[id]", { role: "root" }],
  ["PATCH w/[workspace]/members/[id]", { role: "viewer", createdAt: "2020-01-01T00:00:00Z" }],
  ["POST w/[workspace]/members/[id]/restore", { event: "evt_x", role: "owner" }],
  ["POST w/[workspace]/transfer", { userId: "x", role: "owner" }],
  [
    "POST w/[workspace]/invitations",
    { email: "x@example.com", role: "viewer", mail: false, expiresAt: "2090-01-01T00:00:00Z" },
  ],
  ["POST w/[workspace]/invitations", { email: "x@example.com", role: "guest", mail: false }],
  ["POST w/[workspace]/invitations", { email: "a\r\nb@example.com", role: "viewer", mail: false }],
  ["POST w/[workspace]/invitations", { email: '"a@evil.com"@example.com', role: "viewer", mail: false }],
  ["POST w/[workspace]/invitations", { email: "x＠example.com", role: "viewer", mail: false }],
  ["POST w/[workspace]/invitations/[id]/resend", { mail: false, email: "y@example.com" }],
  ["POST account/invitations", { token: "x", role: "owner" }],
  [
    "POST account/invitations/sign-up",
    { token: "x", name: "y", password: "four unrelated words", email: "y@example.com" },
  ],
  ["POST account/workspaces", { name: "x", slug: "y" }],
  ["PATCH account", { name: "x", email: "y@example.com" }],
  ["PATCH account", { name: "x", passwordHash: "y" }],
  ["POST account/password", { current: "four unrelated words", next: "four other words", userId: "y" }],
  [
    "POST account/sign-up",
    { name: "x", email: "z@example.com", password: "four unrelated words", role: "owner" },
  ],
])("%s takes nothing it was not asked for: %j", async (name, body) => {
  const { id, number } = await exampleOf(endpointNamed(name), owner);
  const before = await tenantContent(owner);
  const answer = await callEndpoint(
    endpointNamed(name),
    owner.scope.workspaceSlug,
    { ...(id ? { id } : {}), ...(number ? { number } : {}), body },
    owner.cookie,
  );
  expect(answer.status).toBe(422);
  expect(await tenantContent(owner)).toEqual(before);
});
