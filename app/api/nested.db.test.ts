import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { createKey } from "@/lib/accounts/keys/manage-keys";
import { familyName, ordinaryFont, withTables } from "@/lib/render/testing/hostile-fonts";
import { OPERATIONS } from "@/lib/server/api/operations";
import { createAsset } from "@/lib/server/assets";
import { createFont } from "@/lib/server/fonts-upload";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { createStarter } from "@/lib/server/templates/starters";
import { exampleRequest, newApiWorld, newPicture } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { askRoute } from "@/lib/server/testing/ask-route";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { tenantContent } from "@/lib/server/testing/tenant-content";
import { EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { image, text } from "@/lib/template/starters/build";

/**
 * Ids inside ids: what one may do with a template, with something in it or beside it that is not one's own. Everything
 * of the other workspace, and of a project out of reach, is refused or not there, and nothing changes anywhere.
 */

withTestDatabase();

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;
const BOX = { id: "one", name: "One", x: 0, y: 0, width: 20, height: 20 };

/** What one workspace, or one project, has. */
type Things = {
  projectId: string;
  templateId: string;
  linkId: string;
  assetId: string;
  family: string;
  starterId: string;
};

let mine: Person;
let theirs: Person;
let own: Things;
let foreign: Things;
/** In another project of my own workspace. */
let beside: Things;
let key: string;
let limited: string;

async function newThings(owner: Person): Promise<Things> {
  const { projectId } = await newApiWorld(owner);
  const asset = await createAsset(owner.scope, { name: "logo.png", bytes: newPicture() });
  const bytes = withTables(await ordinaryFont(), { name: familyName(newId("err")) });
  const font = await createFont(owner.scope, { name: "brand.ttf", bytes, licenceNote: "" });
  const { id: templateId } = await createTemplate(owner.scope, {
    name: "Shows them",
    projectId,
    from: BLANK,
  });
  const document = {
    ...showing(asset.id),
    layers: [...showing(asset.id).layers, ...written(font.familyKey).layers],
  };
  await saveDraft(owner.scope, templateId, { document, baseRevision: 1, mutationId: newId("err") });
  await publishTemplate(owner.scope, templateId, 2);
  const { links } = await (await askApi(await newApiKey(owner), `/links?template=${templateId}`)).json();
  const { id: starterId } = await createStarter(owner.scope, { templateId });
  const linkId: string = links[0].id;
  return { projectId, templateId, linkId, assetId: asset.id, family: font.familyKey, starterId };
}

const blank = () => createDocument({ width: 60, height: 30, displayWidth: 60 });

function showing(assetId: string): Document {
  return { ...blank(), layers: [image({ ...BOX, id: "picture" }, { source: { kind: "asset", assetId } })] };
}

function written(fontFamily: string): Document {
  const layer = text({ ...BOX, id: "words" }, "Words");
  return { ...blank(), layers: [{ ...layer, style: { ...layer.style, fontFamily, fontWeight: 400 } }] };
}

beforeAll(async () => {
  [mine, theirs] = [await newPerson("Mine"), await newPerson("Theirs")];
  [own, foreign, beside] = [await newThings(mine), await newThings(theirs), await newThings(mine)];
  key = await newApiKey(mine);
  limited = (
    await createKey(mine.scope, {
      name: "One project",
      scopes: [
        "templates:read",
        "templates:write",
        "templates:publish",
        "images:render",
        "links:read",
        "links:write",
        "projects:read",
        "projects:write",
        "assets:read",
      ],
      projectIds: [own.projectId],
    })
  ).secret;
});

type Attempt = [what: string, ask: () => Promise<Response>, status: number];

const post = (by: () => string, path: () => string, body: () => unknown) => () =>
  askApi(by(), path(), { method: "POST", body: body() });
const put = (by: () => string, id: () => string, document: () => Document) => () =>
  askApi(by(), `/templates/${id()}/draft`, {
    method: "PUT",
    headers: { "if-match": "*" },
    body: { document: document() },
  });
const patch = (by: () => string, path: () => string, body: () => unknown) => () =>
  askApi(by(), path(), { method: "PATCH", body: body() });
const get = (by: () => string, path: () => string) => () => askApi(by(), path());
const remove = (by: () => string, path: () => string) => () => askApi(by(), path(), { method: "DELETE" });
const anyKey = () => key;
const limitedKey = () => limited;
const draft = (document: () => Document) => () =>
  askRoute("PUT w/[workspace]/templates/[id]/draft", mine, {
    id: own.templateId,
    body: { document: document(), baseRevision: 2, mutationId: newId("err") },
  });
const route = (name: string, request: () => Parameters<typeof askRoute>[2]) => () =>
  askRoute(name, mine, request());
const T = "w/[workspace]/templates";
const A = "w/[workspace]/assets";

const ATTEMPTS: Attempt[] = [
  ["a design of mine with their picture", draft(() => showing(foreign.assetId)), 422],
  ["a design of mine in their font", draft(() => written(foreign.family)), 422],
  [
    "a new template in their project",
    route(`POST ${T}`, () => ({ body: { projectId: foreign.projectId, from: BLANK } })),
    404,
  ],
  [
    "a new template from their starter",
    route(`POST ${T}`, () => ({ body: { from: { kind: "workspace-starter", id: foreign.starterId } } })),
    404,
  ],
  [
    "my template moved to their project",
    route(`PATCH ${T}/[id]`, () => ({ id: own.templateId, body: { projectId: foreign.projectId } })),
    404,
  ],
  [
    "my template copied to their project",
    route(`POST ${T}/[id]/duplicate`, () => ({ id: own.templateId, body: { projectId: foreign.projectId } })),
    404,
  ],
  [
    "a starter of their template",
    route("POST w/[workspace]/starters", () => ({ body: { templateId: foreign.templateId } })),
    404,
  ],
  [
    "a version of their template under my workspace",
    route(`GET ${T}/[id]/versions/[number]`, () => ({ id: foreign.templateId, number: "1" })),
    404,
  ],
  [
    "a version that only their template has",
    route(`GET ${T}/[id]/versions/[number]`, () => ({ id: own.templateId, number: "7" })),
    404,
  ],
  [
    "a note on their version",
    route(`PATCH ${T}/[id]/versions/[number]`, () => ({
      id: foreign.templateId,
      number: "1",
      body: { note: "mine" },
    })),
    404,
  ],
  [
    "a copy of their version",
    route(`POST ${T}/[id]/versions/[number]/duplicate`, () => ({ id: foreign.templateId, number: "1" })),
    404,
  ],
  [
    "the thumbnail of their version",
    route(`GET ${T}/[id]/versions/[number]/thumbnail.png`, () => ({ id: foreign.templateId, number: "1" })),
    404,
  ],
  [
    "my picture replaced by theirs",
    route(`POST ${A}/[id]/replace`, () => ({ id: own.assetId, body: { with: foreign.assetId } })),
    422,
  ],
  [
    "their picture replaced by mine",
    route(`POST ${A}/[id]/replace`, () => ({ id: foreign.assetId, body: { with: own.assetId } })),
    404,
  ],
  [
    "a replacement of theirs taken back",
    route(`POST ${A}/[id]/undo-replace`, () => ({
      id: foreign.assetId,
      body: { with: own.assetId, templates: [{ id: foreign.templateId, revision: 2, places: [] }] },
    })),
    404,
  ],
  [
    "a kit with their picture",
    route("PUT w/[workspace]/brand", () => ({
      body: {
        kit: { ...EMPTY_KIT, logos: [{ id: "br_aaaaaaaaaaaa", name: "x", assetId: foreign.assetId }] },
        baseRevision: 0,
      },
    })),
    422,
  ],
  [
    "a kit with their font",
    route("PUT w/[workspace]/brand", () => ({
      body: {
        kit: { ...EMPTY_KIT, fonts: [{ id: "br_aaaaaaaaaaaa", name: "x", fontFamily: foreign.family }] },
        baseRevision: 0,
      },
    })),
    422,
  ],
  [
    "a key for their project",
    route("POST w/[workspace]/keys", () => ({
      body: { name: "x", scopes: ["templates:read"], projectIds: [foreign.projectId] },
    })),
    422,
  ],
  [
    "a key for one project of mine and one of theirs",
    route("POST w/[workspace]/keys", () => ({
      body: { name: "x", scopes: ["templates:read"], projectIds: [own.projectId, foreign.projectId] },
    })),
    422,
  ],
  [
    "through the API: a design with their picture",
    put(
      anyKey,
      () => own.templateId,
      () => showing(foreign.assetId),
    ),
    422,
  ],
  [
    "through the API: a design in their font",
    put(
      anyKey,
      () => own.templateId,
      () => written(foreign.family),
    ),
    422,
  ],
  ["through the API: their template’s design", put(anyKey, () => foreign.templateId, blank), 404],
  [
    "through the API: a new template in their project",
    post(
      anyKey,
      () => "/templates",
      () => ({ projectId: foreign.projectId, from: BLANK }),
    ),
    404,
  ],
  [
    "through the API: a new template from their starter",
    post(
      anyKey,
      () => "/templates",
      () => ({ from: { kind: "workspace-starter", id: foreign.starterId } }),
    ),
    404,
  ],
  [
    "through the API: my template moved to their project",
    patch(
      anyKey,
      () => `/templates/${own.templateId}`,
      () => ({ projectId: foreign.projectId }),
    ),
    404,
  ],
  [
    "through the API: my template copied to their project",
    post(
      anyKey,
      () => `/templates/${own.templateId}/duplicate`,
      () => ({ projectId: foreign.projectId }),
    ),
    404,
  ],
  [
    "through the API: a link of their template",
    post(
      anyKey,
      () => "/links",
      () => ({ templateId: foreign.templateId }),
    ),
    404,
  ],
  ["through the API: their link", get(anyKey, () => `/links/${foreign.linkId}`), 404],
  ["through the API: their link ended", remove(anyKey, () => `/links/${foreign.linkId}`), 404],
  [
    "through the API: a picture of their template",
    post(
      anyKey,
      () => "/images",
      () => ({ templateId: foreign.templateId }),
    ),
    404,
  ],
  [
    "through the API: a version that my template has not",
    post(
      anyKey,
      () => "/images",
      () => ({ templateId: own.templateId, version: 7 }),
    ),
    404,
  ],
  [
    "a limited key: a design with a picture of the project beside",
    put(
      limitedKey,
      () => own.templateId,
      () => showing(beside.assetId),
    ),
    422,
  ],
  [
    "a limited key: a design in a font of the project beside",
    put(
      limitedKey,
      () => own.templateId,
      () => written(beside.family),
    ),
    422,
  ],
  ["a limited key: the design of the project beside", put(limitedKey, () => beside.templateId, blank), 404],
  [
    "a limited key: a new template in the project beside",
    post(
      limitedKey,
      () => "/templates",
      () => ({ projectId: beside.projectId, from: BLANK }),
    ),
    404,
  ],
  [
    "a limited key: a new template from a starter of the workspace",
    post(
      limitedKey,
      () => "/templates",
      () => ({ from: { kind: "workspace-starter", id: beside.starterId } }),
    ),
    404,
  ],
  [
    "a limited key: a template moved to the project beside",
    patch(
      limitedKey,
      () => `/templates/${own.templateId}`,
      () => ({ projectId: beside.projectId }),
    ),
    404,
  ],
  [
    "a limited key: a template of the project beside moved in",
    patch(
      limitedKey,
      () => `/templates/${beside.templateId}`,
      () => ({ projectId: own.projectId }),
    ),
    404,
  ],
  [
    "a limited key: a template of the project beside copied in",
    post(
      limitedKey,
      () => `/templates/${beside.templateId}/duplicate`,
      () => ({ projectId: own.projectId }),
    ),
    404,
  ],
  [
    "a limited key: a link of a template beside",
    post(
      limitedKey,
      () => "/links",
      () => ({ templateId: beside.templateId }),
    ),
    404,
  ],
  ["a limited key: a link beside", get(limitedKey, () => `/links/${beside.linkId}`), 404],
  ["a limited key: a link beside ended", remove(limitedKey, () => `/links/${beside.linkId}`), 404],
  [
    "a limited key: a picture of a template beside",
    post(
      limitedKey,
      () => "/images",
      () => ({ templateId: beside.templateId }),
    ),
    404,
  ],
  [
    "a limited key: the fields of a template beside",
    get(limitedKey, () => `/templates/${beside.templateId}/fields`),
    404,
  ],
  [
    "a limited key: the versions of a template beside",
    get(limitedKey, () => `/templates/${beside.templateId}/versions`),
    404,
  ],
  [
    "a limited key: a template beside published",
    post(
      limitedKey,
      () => `/templates/${beside.templateId}/publish`,
      () => ({ revision: 2 }),
    ),
    404,
  ],
  [
    "a limited key: a template beside deleted",
    remove(limitedKey, () => `/templates/${beside.templateId}`),
    404,
  ],
  [
    "a limited key: the project beside renamed",
    patch(
      limitedKey,
      () => `/projects/${beside.projectId}`,
      () => ({ name: "x" }),
    ),
    404,
  ],
  [
    "a limited key: the file of a picture beside",
    get(limitedKey, () => `/assets/${beside.assetId}/file`),
    404,
  ],
];

describe("refused or not there, and nothing changed", () => {
  test("forty and more", () => expect(ATTEMPTS.length).toBeGreaterThanOrEqual(40));

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
