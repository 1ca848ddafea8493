import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, test } from "vitest";
import { EVENT_ACTIONS, EVENT_KINDS } from "@/lib/accounts/audit/event-actions";
import { newId } from "@/lib/accounts/ids";
import { createInvitation } from "@/lib/accounts/invitations/create-invitation";
import { revokeInvitation } from "@/lib/accounts/invitations/revoke-invitation";
import { createKey } from "@/lib/accounts/keys/manage-keys";
import { removeMember } from "@/lib/accounts/members/remove-member";
import { createToken } from "@/lib/accounts/one-time-tokens";
import { allowed, ROLES, staysInProjects } from "@/lib/accounts/permissions";
import { familyName, ordinaryFont, withTables } from "@/lib/render/testing/hostile-fonts";
import { deleteAssets, tagAssets } from "@/lib/server/asset-library/change-many";
import { createAsset } from "@/lib/server/assets";
import { loadBrandKit, saveBrandKit } from "@/lib/server/brand/brand-kit";
import { db } from "@/lib/server/db";
import { createFont } from "@/lib/server/fonts-upload";
import type { RouteHandler } from "@/lib/server/http/route";
import { createProject, listProjects } from "@/lib/server/projects";
import { exportTemplate } from "@/lib/server/template-file/export-template";
import { createTemplate } from "@/lib/server/templates/create-template";
import { deleteTemplate } from "@/lib/server/templates/delete-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { createStarter, deleteStarter } from "@/lib/server/templates/starters";
import { newWebhook } from "@/lib/server/testing/api-world";
import { ask } from "@/lib/server/testing/ask";
import { newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { type BrandKit, EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";

/**
 * Who gets what on every route: anonymous, revoked, stranger, removed member and each role, on every method that a
 * route file exports. A route without an example below fails.
 */

withTestDatabase();

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

type Example = {
  id?: string;
  number?: string;
  body?: unknown;
  query?: string;
  status?: number;
  /** Where a guest of the project gets another answer: what no design of theirs shows is not there for them. */
  guestStatus?: number;
  /** What everybody but the owner gets who is let in. */
  statusOfOthers?: number;
};

/** A request that works for an owner, with whatever it needs made in the owner's workspace. */
const EXAMPLES: Record<string, (owner: Person) => Promise<Example>> = {
  "PATCH w/[workspace]": async () => ({ body: { name: `Łódź Studio ${newId("wsp")}` } }),
  "GET w/[workspace]/members": async () => ({}),
  "PATCH w/[workspace]/members/[id]": async (owner) => ({
    id: (await newMember(owner, "viewer")).scope.userId,
    body: { role: "guest", projectIds: [await firstProject(owner)] },
  }),
  "DELETE w/[workspace]/members/[id]": async (owner) => ({
    id: (await newMember(owner, "viewer")).scope.userId,
  }),
  // What somebody else removed is not theirs to take back: being let in ends in a conflict for all but the owner.
  "POST w/[workspace]/members/[id]/restore": async (owner) => {
    const { userId } = (await newMember(owner, "viewer")).scope;
    return { id: userId, body: await removeMember(owner.scope, userId), statusOfOthers: 409 };
  },
  "POST w/[workspace]/leave": async (owner) => {
    await newMember(owner, "owner");
    return { status: 204 };
  },
  "POST w/[workspace]/transfer": async (owner) => ({
    body: { userId: (await newMember(owner, "viewer")).scope.userId },
    status: 204,
  }),
  "GET w/[workspace]/invitations": async () => ({}),
  "POST w/[workspace]/invitations": async () => ({
    body: { email: `${newId("usr")}@example.com`, role: "editor", mail: false },
    status: 201,
  }),
  "DELETE w/[workspace]/invitations/[id]": async (owner) => ({
    id: (await newInvitation(owner)).id,
    status: 204,
  }),
  "POST w/[workspace]/invitations/[id]/restore": async (owner) => {
    const { id } = await newInvitation(owner);
    await revokeInvitation(owner.scope, id);
    return { id };
  },
  "POST w/[workspace]/invitations/[id]/resend": async (owner) => ({
    id: (await newInvitation(owner)).id,
    body: { mail: false },
  }),
  "GET w/[workspace]/audit": async () => ({ query: "?kind=template&limit=10" }),
  "GET w/[workspace]/audit/export": async () => ({ query: "?raw=1" }),
  "GET w/[workspace]/projects": async () => ({}),
  "POST w/[workspace]/projects": async () => ({ body: { name: "Client" }, status: 201 }),
  "PATCH w/[workspace]/projects/[id]": async (owner) => ({
    id: (await createProject(owner.scope, "Client")).id,
    body: { name: "Client, renamed" },
  }),
  "GET w/[workspace]/templates": async () => ({ query: "?limit=100" }),
  "POST w/[workspace]/templates": async () => ({ body: { from: BLANK }, status: 201 }),
  "PATCH w/[workspace]/templates/[id]": async (owner) => ({
    id: await newTemplate(owner),
    body: { name: "Щёголева" },
  }),
  "DELETE w/[workspace]/templates/[id]": async (owner) => ({ id: await newTemplate(owner), status: 204 }),
  "POST w/[workspace]/templates/[id]/restore": async (owner) => {
    const id = await newTemplate(owner);
    await deleteTemplate(owner.scope, id);
    return { id };
  },
  "POST w/[workspace]/templates/[id]/duplicate": async (owner) => ({
    id: await newTemplate(owner),
    body: { projectId: (await createProject(owner.scope, "Client")).id },
    status: 201,
  }),
  "GET w/[workspace]/templates/[id]/export": async (owner) => ({ id: await newTemplate(owner) }),
  "POST w/[workspace]/templates/import": async (owner) => ({
    body: uploadOf(await fileOf(owner, await newTemplate(owner)), "design.nameplate"),
    status: 201,
  }),
  "GET w/[workspace]/templates/deleted": async () => ({ query: "?limit=100" }),
  "GET w/[workspace]/starters": async () => ({}),
  "POST w/[workspace]/starters": async (owner) => ({
    body: { templateId: await newTemplate(owner) },
    status: 201,
  }),
  "PATCH w/[workspace]/starters/[id]": async (owner) => ({
    id: await newStarter(owner),
    body: { name: "Häuser" },
  }),
  "DELETE w/[workspace]/starters/[id]": async (owner) => ({ id: await newStarter(owner), status: 204 }),
  "POST w/[workspace]/starters/[id]/restore": async (owner) => {
    const id = await newStarter(owner);
    await deleteStarter(owner.scope, id);
    return { id };
  },
  "GET w/[workspace]/starters/[id]/picture.png": async (owner) => ({ id: await newStarter(owner) }),
  "POST w/[workspace]/templates/[id]/publish": async (owner) => ({
    id: await newTemplate(owner),
    body: { revision: 1 },
  }),
  "GET w/[workspace]/templates/[id]/draft": async (owner) => ({ id: await newTemplate(owner) }),
  "PUT w/[workspace]/templates/[id]/draft": async (owner) => ({
    id: await newTemplate(owner),
    body: { document: createDocument(BLANK), baseRevision: 1, mutationId: newId("err") },
  }),
  "GET w/[workspace]/templates/[id]/thumbnail.png": async (owner) => ({ id: await newTemplate(owner) }),
  "POST w/[workspace]/templates/[id]/presence": async (owner) => ({
    id: await newTemplate(owner),
    body: { tabId: "tab-of-the-owner" },
  }),
  "GET w/[workspace]/templates/[id]/weight": async (owner) => ({ id: await newTemplate(owner) }),
  "PUT w/[workspace]/templates/[id]/brand-lock": async (owner) => ({
    id: await newTemplate(owner),
    body: { brandLocked: true },
  }),
  "GET w/[workspace]/brand": async () => ({}),
  "PUT w/[workspace]/brand": async (owner) => ({
    body: { kit: await someKit(owner), baseRevision: (await loadBrandKit(owner.scope)).revision },
  }),
  "GET w/[workspace]/templates/[id]/versions": async (owner) => ({ id: await newPublished(owner) }),
  "GET w/[workspace]/templates/[id]/versions/[number]": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
  }),
  "PATCH w/[workspace]/templates/[id]/versions/[number]": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
    body: { note: "For the spring mail" },
  }),
  "GET w/[workspace]/templates/[id]/versions/[number]/thumbnail.png": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
  }),
  "POST w/[workspace]/templates/[id]/versions/[number]/duplicate": async (owner) => ({
    id: await newPublished(owner),
    number: "1",
    status: 201,
  }),
  "GET w/[workspace]/keys": async () => ({}),
  "POST w/[workspace]/keys": async () => ({
    body: { name: "Production", scopes: ["templates:read"] },
    status: 201,
  }),
  "DELETE w/[workspace]/keys/[id]": async (owner) => ({ id: await newKey(owner) }),
  "POST w/[workspace]/keys/[id]/rotate": async (owner) => ({
    id: await newKey(owner),
    body: { overlapHours: 1 },
    status: 201,
  }),
  "GET w/[workspace]/webhooks": async () => ({}),
  "POST w/[workspace]/webhooks": async (owner) => {
    // A workspace has fifty at most, and this walk makes more.
    await newWebhook(owner);
    return { body: { url: "https://receiver.example/events", events: ["image.rendered"] }, status: 201 };
  },
  "GET w/[workspace]/webhooks/[id]": async (owner) => ({ id: (await newWebhook(owner)).webhookId }),
  "PATCH w/[workspace]/webhooks/[id]": async (owner) => ({
    id: (await newWebhook(owner)).webhookId,
    body: { enabled: false },
  }),
  "DELETE w/[workspace]/webhooks/[id]": async (owner) => ({
    id: (await newWebhook(owner)).webhookId,
    status: 204,
  }),
  "GET w/[workspace]/webhooks/[id]/secret": async (owner) => ({ id: (await newWebhook(owner)).webhookId }),
  "POST w/[workspace]/webhooks/[id]/rotate": async (owner) => ({
    id: (await newWebhook(owner)).webhookId,
    body: { overlapHours: 1 },
  }),
  "POST w/[workspace]/webhooks/[id]/test": async (owner) => ({
    id: (await newWebhook(owner)).webhookId,
    status: 201,
  }),
  "GET w/[workspace]/webhooks/[id]/deliveries": async (owner) => ({
    id: (await newWebhook(owner)).webhookId,
    query: "?limit=10",
  }),
  "POST w/[workspace]/deliveries/[id]/resend": async (owner) => ({
    id: (await newWebhook(owner)).deliveryId,
  }),
  "GET w/[workspace]/image-hosts": async () => ({}),
  "PUT w/[workspace]/image-hosts": async () => ({ body: { hosts: ["*.example.com"] } }),
  "GET w/[workspace]/fonts": async () => ({}),
  "POST w/[workspace]/fonts": async () => ({ body: uploadOf(await someFont(), "brand.ttf"), status: 201 }),
  "PATCH w/[workspace]/fonts/[id]": async (owner) => ({
    id: await newFont(owner),
    body: { family: "House font", licenceNote: "Bought" },
  }),
  "DELETE w/[workspace]/fonts/[id]": async (owner) => ({ id: await newFont(owner), status: 204 }),
  "GET w/[workspace]/fonts/[id]/file": async (owner) => ({ id: await newFont(owner), guestStatus: 404 }),
  "GET w/[workspace]/assets": async () => ({}),
  "POST w/[workspace]/assets": async () => ({ body: uploadOf(somePicture()), status: 201 }),
  "GET w/[workspace]/assets/[id]": async (owner) => ({
    id: (await createAsset(owner.scope, { name: "logo.png", bytes: somePicture() })).id,
    guestStatus: 404,
  }),
  "PATCH w/[workspace]/assets": async (owner) => ({
    body: { ids: [await newAsset(owner)], tag: "Logos", on: true },
  }),
  "PATCH w/[workspace]/assets/[id]": async (owner) => ({
    id: await newAsset(owner),
    body: { name: "Logo", tags: ["Brand"] },
  }),
  "GET w/[workspace]/assets/[id]/uses": async (owner) => ({ id: await newAsset(owner) }),
  "POST w/[workspace]/assets/[id]/replace": async (owner) => ({
    id: await newAsset(owner),
    body: { with: await newAsset(owner) },
  }),
  "POST w/[workspace]/assets/[id]/undo-replace": async (owner) => ({
    id: await newAsset(owner),
    body: {
      with: await newAsset(owner),
      templates: [{ id: await newTemplate(owner), revision: 9, places: [] }],
    },
  }),
  "POST w/[workspace]/assets/delete": async (owner) => ({ body: { ids: [await newAsset(owner)] } }),
  "POST w/[workspace]/assets/restore": async (owner) => {
    const ids = [await newAsset(owner)];
    await deleteAssets(owner.scope, ids);
    return { body: { ids } };
  },
  "GET w/[workspace]/assets/tags": async () => ({}),
  "PATCH w/[workspace]/assets/tags": async (owner) => {
    await tagAssets(owner.scope, { ids: [await newAsset(owner)], tag: "Logos", on: true });
    return { body: { from: "Logos", to: "Brand" } };
  },
  // Nothing is at that address: being let in ends in the sentence about pictures.
  "POST w/[workspace]/remote-image": async () => ({ body: { url: "http://127.0.0.1:1/x.png" }, status: 422 }),
  "PATCH account": async () => ({ body: { name: "Maeve O'Neil" } }),
  "POST account/password": async () => ({
    body: { current: "four unrelated words", next: "four other words" },
    status: 204,
  }),
  // Whether somebody has the address is not told.
  "POST account/password/forgot": async () => ({ body: { email: "nobody@example.com" }, status: 204 }),
  "POST account/password/reset": async (owner) => ({
    body: {
      token: await createToken("reset_password", owner.scope.userId),
      password: "four unrelated words",
    },
    status: 204,
  }),
  "POST account/sign-in-link": async () => ({ body: { email: "nobody@example.com" }, status: 204 }),
  "POST account/confirm-email": async (owner) => ({
    body: { token: await createToken("verify_email", owner.scope.userId) },
    status: 204,
  }),
  "POST account/confirm-email/send": async () => ({ status: 204 }),
  "POST account/two-step/begin": async () => ({ body: { password: "four unrelated words" } }),
  // Nothing is being set up, nothing is on: being let in ends in the sentence that says so.
  "POST account/two-step/confirm": async () => ({ body: { code: "000000" }, status: 409 }),
  "POST account/two-step/recovery-codes": async () => ({
    body: { password: "four unrelated words" },
    status: 409,
  }),
  "POST account/two-step/turn-off": async () => ({ body: { password: "four unrelated words" }, status: 204 }),
  "POST account/connected/[id]": async () => ({
    id: "google",
    body: { back: "/somewhere/settings" },
    status: 204,
  }),
  "DELETE account/connected/[id]": async () => ({ id: "google", status: 204 }),
  // Bound to somebody else's address: being let in ends in the sentence that says so.
  "POST account/invitations": async (owner) => ({
    body: { token: (await newInvitation(owner)).token },
    status: 403,
  }),
  "POST account/invitations/sign-up": async (owner) => ({
    body: { token: (await newInvitation(owner)).token, name: "Nguyễn", password: "four unrelated words" },
    status: 201,
  }),
  "GET account/workspaces": async () => ({}),
  "POST account/workspaces": async () => ({ body: { name: "Häuser" }, status: 201 }),
  "GET account/sessions": async () => ({}),
  "DELETE account/sessions": async () => ({ status: 204 }),
  "DELETE account/sessions/[id]": async (owner) => ({ id: owner.identity.sessionId, status: 204 }),
  "POST account/sign-up": async () => ({
    body: { name: "Nguyễn", email: `${newId("usr")}@example.com`, password: "four unrelated words" },
    status: 201,
  }),
  "GET v1/openapi.json": async () => ({}),
  "GET starters/[id]/picture.png": async () => ({ id: "vip-pass" }),
};

async function newTemplate(owner: Person): Promise<string> {
  return (await createTemplate(owner.scope, { name: "Canary", from: BLANK })).id;
}

async function newKey(owner: Person): Promise<string> {
  const { key } = await createKey(owner.scope, { name: "Canary", scopes: ["templates:read"] });
  // A workspace has fifty at most, and this walk makes more.
  await db().apiKey.deleteMany({ where: { name: "Canary", NOT: { id: key.id } } });
  return key.id;
}

async function newInvitation(owner: Person): Promise<{ id: string; token: string }> {
  const { invitation, url } = await createInvitation(owner.scope, {
    email: `${newId("usr")}@example.com`,
    role: "editor",
    projectIds: [],
    mail: false,
  });
  return { id: invitation.id, token: url.split("/").at(-1) ?? "" };
}

async function newStarter(owner: Person): Promise<string> {
  return (await createStarter(owner.scope, { templateId: await newTemplate(owner) })).id;
}

async function fileOf(owner: Person, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await exportTemplate(owner.scope, id)).parts) parts.push(part);
  return Buffer.concat(parts);
}

/** A kit with a logo and a font of the owner's own. */
async function someKit(owner: Person): Promise<BrandKit> {
  const logo = await createAsset(owner.scope, { name: "logo.png", bytes: somePicture() });
  const font = await createFont(owner.scope, {
    ...{ name: "brand.ttf", bytes: await someFont(), licenceNote: "" },
  });
  return {
    ...EMPTY_KIT,
    colors: [{ id: newBrandId(), name: "Secret ink", color: "#102030" }],
    fonts: [{ id: newBrandId(), name: "Headings", fontFamily: font.familyKey }],
    logos: [{ id: newBrandId(), name: "Mark", assetId: logo.id }],
  };
}

function newBrandId(): string {
  return newId("ast").replace("ast_", "br_");
}

async function newPublished(owner: Person): Promise<string> {
  const id = await newTemplate(owner);
  await publishTemplate(owner.scope, id, 1);
  return id;
}

let shade = 0;
function somePicture(): Uint8Array {
  const picture = new PNG({ width: 4, height: 4 });
  shade += 1;
  picture.data.fill(shade % 250, 0, 32);
  picture.data.fill(255, 32);
  return PNG.sync.write(picture);
}

async function newAsset(owner: Person): Promise<string> {
  return (await createAsset(owner.scope, { name: "logo.png", bytes: somePicture() })).id;
}

function uploadOf(bytes: Uint8Array, name = "logo.png"): FormData {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
}

/** A font of a family of its own. */
async function someFont(): Promise<Buffer> {
  return withTables(await ordinaryFont(), { name: familyName(newId("err")) });
}

async function newFont(owner: Person): Promise<string> {
  const upload = { name: "brand.ttf", bytes: await someFont(), licenceNote: "" };
  return (await createFont(owner.scope, upload)).id;
}

type Endpoint = { name: string; method: Method; path: string; handler: RouteHandler };

const ROOT = import.meta.dirname;
const FILES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  // next-auth's own; its pages and tokens are its own affair, and what it signs in is judged by `identify`.
  .filter((file) => !file.startsWith("auth/"))
  // The REST API has no session: its own walk is `v1/access.db.test.ts`.
  .filter((file) => file !== "v1/[[...path]]/route.ts");

const ENDPOINTS: Endpoint[] = (
  await Promise.all(
    FILES.map(async (file) => {
      const module: Partial<Record<Method, RouteHandler>> = await import(join(ROOT, file));
      const path = relative(ROOT, join(ROOT, file, ".."));
      return METHODS.flatMap((method) => {
        const handler = module[method];
        return handler ? [{ name: `${method} ${path}`, method, path, handler }] : [];
      });
    }),
  )
).flat();

const WORKSPACE_ENDPOINTS = ENDPOINTS.filter(({ handler }) => handler.access.kind === "workspace");

function call(
  endpoint: Endpoint,
  workspace: string,
  example: Example,
  cookie: string | undefined,
  origin?: null,
) {
  const { method, handler, path } = endpoint;
  return ask(handler, {
    method,
    path: `/api/${path}${example.query ?? ""}`,
    params: paramsOf(workspace, example),
    cookie,
    body: example.body,
    ...(origin === null ? { origin } : {}),
  });
}

function paramsOf(workspace: string, { id, number }: Example): Record<string, string> {
  return { workspace, ...(id ? { id } : {}), ...(number ? { number } : {}) };
}

function exampleOf(endpoint: Endpoint) {
  const make = EXAMPLES[endpoint.name];
  if (!make) throw new Error(`${endpoint.name} has no example in this file.`);
  return make;
}

async function firstProject(of: Person): Promise<string> {
  const [project] = await listProjects(of.scope);
  if (!project) throw new Error("A workspace begins with a project.");
  return project.id;
}

const membersOf = (of: Person) => db().member.findMany({ where: { workspaceId: of.scope.workspaceId } });

/** Some requests take those out who ask, or give them another role; the next one is to find them as they were. */
async function putBack(of: Person, kept: Awaited<ReturnType<typeof membersOf>>): Promise<void> {
  await db().member.deleteMany({ where: { workspaceId: of.scope.workspaceId } });
  await db().member.createMany({ data: kept });
}

let owner: Person;
let stranger: Person;
let members: Record<(typeof ROLES)[number], Person>;
let removed: Person;
let revoked: Person;
/** A guest of another project of the owner's. */
let elsewhere: Person;
/** Of the REST API, and of nothing else. */
let apiKey: string;

beforeAll(async () => {
  [owner, stranger] = [await newPerson("Owner"), await newPerson("Stranger")];
  members = {
    owner,
    admin: await newMember(owner, "admin"),
    editor: await newMember(owner, "editor"),
    viewer: await newMember(owner, "viewer"),
    guest: await newMember(owner, "guest", "Client", [await firstProject(owner)]),
  };
  removed = await newMember(owner, "admin");
  const { workspaceId, userId } = removed.scope;
  await db().member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
  const { id: otherProject } = await createProject(owner.scope, "Other client");
  elsewhere = await newMember(owner, "guest", "Elsewhere", [otherProject]);
  apiKey = await newApiKey(owner);
  revoked = await newMember(owner, "admin");
  await db().session.update({ where: { id: revoked.identity.sessionId }, data: { revokedAt: new Date() } });
});

test("every route has an example, and every example a route", () => {
  expect(ENDPOINTS.map((endpoint) => endpoint.name).sort()).toEqual(Object.keys(EXAMPLES).sort());
});

describe.each(WORKSPACE_ENDPOINTS)("$name", (endpoint) => {
  test.each(ROLES)("%s: as the table says", async (role) => {
    const example = await exampleOf(endpoint)(owner);
    const { access } = endpoint.handler;
    const may = access.kind === "workspace" && allowed(role, access.action);
    const kept = await membersOf(owner);
    const response = await call(endpoint, owner.scope.workspaceSlug, example, members[role].cookie);
    await putBack(owner, kept);
    const special = role === "guest" ? example.guestStatus : undefined;
    const ofOthers = role === "owner" ? undefined : example.statusOfOthers;
    expect(response.status).toBe(may ? (special ?? ofOthers ?? example.status ?? 200) : 403);
  });

  test("nobody, and somebody whose session was revoked: 401, nothing changed", async () => {
    const example = await exampleOf(endpoint)(owner);
    const before = await tenantContent(owner);
    for (const cookie of [undefined, revoked.cookie, "nameplate.session=forged"]) {
      expect((await call(endpoint, owner.scope.workspaceSlug, example, cookie)).status).toBe(401);
    }
    const withKey = await ask(endpoint.handler, {
      method: endpoint.method,
      params: paramsOf(owner.scope.workspaceSlug, example),
      body: example.body,
      headers: { authorization: `Bearer ${apiKey}` },
    });
    expect(withKey.status).toBe(401);
    expect(await tenantContent(owner)).toEqual(before);
  });

  test("a guest of another project: what stays inside projects is not there, the rest is refused", async () => {
    const example = await exampleOf(endpoint)(owner);
    const before = await tenantContent(owner);
    const { access } = endpoint.handler;
    const may =
      access.kind === "workspace" && allowed("guest", access.action) && staysInProjects(access.action);
    const kept = await membersOf(owner);
    const answer = await call(endpoint, owner.scope.workspaceSlug, example, elsewhere.cookie);
    await putBack(owner, kept);
    if (!may) expect(answer.status).toBe(403);
    else if (example.id) expect(answer.status).toBe(404);
    else expect(answer.status).toBe(example.status ?? 200);
    if (!may || example.id) expect(await tenantContent(owner)).toEqual(before);
  });

  test("a stranger, a removed member, and the owner of a workspace that is not there: the same 404", async () => {
    const example = await exampleOf(endpoint)(owner);
    const before = await tenantContent(owner);
    const answers = [
      await call(endpoint, owner.scope.workspaceSlug, example, stranger.cookie),
      await call(endpoint, owner.scope.workspaceSlug, example, removed.cookie),
      await call(endpoint, "no-such-workspace", example, owner.cookie),
    ];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect(new Set(bodies).size).toBe(1);
    expect(await tenantContent(owner)).toEqual(before);
  });

  test.runIf(endpoint.path.includes("[id]"))(
    "an id of another workspace is the same 404 as one that never was, through one's own workspace",
    async () => {
      const example = await exampleOf(endpoint)(owner);
      const before = await tenantContent(owner);
      const foreign = await call(endpoint, stranger.scope.workspaceSlug, example, stranger.cookie);
      const never = { ...example, id: `${example.id?.slice(0, 4)}neverwas0000` };
      const missing = await call(endpoint, stranger.scope.workspaceSlug, never, stranger.cookie);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(await foreign.text()).toBe(await missing.text());
      expect(await tenantContent(owner)).toEqual(before);
    },
  );

  test.runIf(endpoint.path.includes("[id]"))("ids no row can have are a 404", async () => {
    const example = await exampleOf(endpoint)(owner);
    for (const id of ["..", "a\u0000b", "' OR 1=1 --", "x".repeat(5000), "tpl_%00"]) {
      const answer = await call(endpoint, owner.scope.workspaceSlug, { ...example, id }, owner.cookie);
      expect(answer.status).toBe(404);
    }
  });
});

test.each(ENDPOINTS.filter(({ method }) => method !== "GET"))(
  "$name: refused unless a page of ours asks",
  async (endpoint) => {
    const example = await exampleOf(endpoint)(owner);
    const before = await tenantContent(owner);
    const users = await db().user.count();
    const silent = await call(endpoint, owner.scope.workspaceSlug, example, owner.cookie, null);
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
    const example = await exampleOf(endpoint)(owner);
    for (const cookie of [undefined, revoked.cookie]) {
      expect((await call(endpoint, "none", example, cookie)).status).toBe(401);
    }
  },
);

test("somebody else's session cannot be ended", async () => {
  const endpoint = ENDPOINTS.find(({ name }) => name === "DELETE account/sessions/[id]");
  if (!endpoint) throw new Error("the route is there");
  const answer = await call(endpoint, "none", { id: owner.identity.sessionId }, stranger.cookie);
  expect(answer.status).toBe(404);
  expect(
    (await db().session.findUniqueOrThrow({ where: { id: owner.identity.sessionId } })).revokedAt,
  ).toBeNull();
});

/** Requests that change nothing anybody would look for in the log, and why. */
const UNRECORDED: Record<string, string> = {
  "PUT w/[workspace]/templates/[id]/draft": "saved with every pause of a hand; what it comes to is published",
  "POST w/[workspace]/templates/[id]/presence": "says that a tab is open",
  "POST w/[workspace]/remote-image": "looks at a picture and keeps none",
};

describe("the log of what was done", () => {
  const changing = WORKSPACE_ENDPOINTS.filter(({ method }) => method !== "GET");

  test("names nothing as unrecorded that is not there", () => {
    const names = changing.map(({ name }) => name);
    expect(Object.keys(UNRECORDED).filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(changing.filter(({ name }) => !(name in UNRECORDED)))(
    "$name leaves a trace",
    async (endpoint) => {
      const example = await exampleOf(endpoint)(owner);
      const where = { workspaceId: owner.scope.workspaceId };
      const before = await db().auditEvent.count({ where });
      const kept = await membersOf(owner);
      const answer = await call(endpoint, owner.scope.workspaceSlug, example, owner.cookie);
      await putBack(owner, kept);
      expect(answer.status).toBe(example.status ?? 200);
      const [event] = await db().auditEvent.findMany({ where, orderBy: { at: "desc" }, take: 1 });
      expect(await db().auditEvent.count({ where })).toBeGreaterThan(before);
      expect(event).toMatchObject({ userId: owner.scope.userId, apiKeyId: null });
      expect(EVENT_ACTIONS).toContain(event?.action);
      expect(EVENT_KINDS).toContain(event?.objectKind);
    },
  );
});

describe("lists and nested ids", () => {
  const named = (name: string) => {
    const endpoint = ENDPOINTS.find((candidate) => candidate.name === name);
    if (!endpoint) throw new Error(`${name} is there`);
    return endpoint;
  };

  test("another workspace's brand kit is in no answer, and its logos and fonts can be in no other kit", async () => {
    const kit = await someKit(owner);
    const { revision } = await loadBrandKit(owner.scope);
    expect((await saveBrandKit(owner.scope, { kit, baseRevision: revision })).kind).toBe("saved");
    const { workspaceSlug } = stranger.scope;
    const seen = await call(named("GET w/[workspace]/brand"), workspaceSlug, {}, stranger.cookie);
    expect(await seen.json()).toEqual({ kit: EMPTY_KIT, revision: 0 });
    for (const [stolen, path] of [
      [{ ...EMPTY_KIT, logos: kit.logos }, "/kit/logos/0/assetId"],
      [{ ...EMPTY_KIT, fonts: kit.fonts }, "/kit/fonts/0/fontFamily"],
    ] as const) {
      const body = { kit: stolen, baseRevision: 0 };
      const answer = await call(named("PUT w/[workspace]/brand"), workspaceSlug, { body }, stranger.cookie);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ error: { path } });
    }
    expect(await db().brandKit.count({ where: { workspaceId: stranger.scope.workspaceId } })).toBe(0);
  });

  test.each(["templates", "templates/deleted", "starters", "projects", "assets", "fonts"])(
    "%s of another workspace are in no list",
    async (kind) => {
      const id = await newTemplate(owner);
      const { link } = await publishTemplate(owner.scope, id, 1);
      await createAsset(owner.scope, { name: "secret.png", bytes: somePicture() });
      const { id: project } = await createProject(owner.scope, "Secret");
      const font = await newFont(owner);
      const starter = await newStarter(owner);
      const deleted = await newTemplate(owner);
      await deleteTemplate(owner.scope, deleted);
      const endpoint = named(`GET w/[workspace]/${kind}`);
      for (const query of ["", `?project=${project}`, "?search=Canary", "?limit=100"]) {
        const answer = await call(endpoint, stranger.scope.workspaceSlug, { query }, stranger.cookie);
        const text = await answer.text();
        expect(answer.status).toBe(200);
        for (const secret of [
          id,
          link.key,
          project,
          font,
          starter,
          deleted,
          "secret.png",
          owner.scope.workspaceId,
        ]) {
          expect(text).not.toContain(secret);
        }
      }
    },
  );

  test("a template can neither be made in nor moved to a project of another workspace", async () => {
    const { id: project } = await createProject(owner.scope, "Client");
    const mine = await newTemplate(stranger);
    const body = { from: BLANK, projectId: project };
    const { workspaceSlug } = stranger.scope;
    const made = await call(named("POST w/[workspace]/templates"), workspaceSlug, { body }, stranger.cookie);
    const move = { id: mine, body: { projectId: project } };
    const copied = await call(
      named("POST w/[workspace]/templates/[id]/duplicate"),
      workspaceSlug,
      move,
      stranger.cookie,
    );
    const file = { query: `?project=${project}`, body: uploadOf(await fileOf(stranger, mine)) };
    const imported = await call(
      named("POST w/[workspace]/templates/import"),
      workspaceSlug,
      file,
      stranger.cookie,
    );
    const moved = await call(
      named("PATCH w/[workspace]/templates/[id]"),
      workspaceSlug,
      move,
      stranger.cookie,
    );
    expect([made.status, moved.status, copied.status, imported.status]).toEqual([404, 404, 404, 404]);
    expect(await db().template.count({ where: { projectId: project } })).toBe(0);
  });

  test("a template can neither become a starter of another workspace nor begin from one", async () => {
    const { workspaceSlug } = stranger.scope;
    const kept = await call(
      named("POST w/[workspace]/starters"),
      workspaceSlug,
      { body: { templateId: await newTemplate(owner) } },
      stranger.cookie,
    );
    const begun = await call(
      named("POST w/[workspace]/templates"),
      workspaceSlug,
      { body: { from: { kind: "workspace-starter", id: await newStarter(owner) } } },
      stranger.cookie,
    );
    expect([kept.status, begun.status]).toEqual([404, 404]);
  });

  test("the same picture uploaded in two workspaces is two assets", async () => {
    const bytes = somePicture();
    const one = await createAsset(owner.scope, { name: "a.png", bytes });
    const two = await createAsset(stranger.scope, { name: "b.png", bytes });
    const again = await createAsset(owner.scope, { name: "c.png", bytes });
    expect(two.id).not.toBe(one.id);
    expect(again.id).toBe(one.id);
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
    const { id, number } = await exampleOf(named(name))(owner);
    const before = await tenantContent(owner);
    const answer = await call(
      named(name),
      owner.scope.workspaceSlug,
      { ...(id ? { id } : {}), ...(number ? { number } : {}), body },
      owner.cookie,
    );
    expect(answer.status).toBe(422);
    expect(await tenantContent(owner)).toEqual(before);
  });
});
