import { beforeAll, expect, test } from "vitest";
import { createAsset } from "@/lib/server/assets";
import { loadBrandKit, saveBrandKit } from "@/lib/server/brand/brand-kit";
import { db } from "@/lib/server/db";
import { createProject } from "@/lib/server/projects";
import { deleteTemplate } from "@/lib/server/templates/delete-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { newPicture, uploadOf } from "@/lib/server/testing/api-world";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { EMPTY_KIT } from "@/lib/template/brand";
import { callEndpoint, endpointNamed } from "./testing/endpoints";
import { BLANK, fileOf, newFont, newStarter, newTemplate, someKit } from "./testing/things";

/** What one workspace has is in no list of another, and goes to none. */

withTestDatabase();

let owner: Person;
let stranger: Person;
beforeAll(async () => {
  [owner, stranger] = [await newPerson("Owner"), await newPerson("Stranger")];
});

test("another workspace's brand kit is in no answer, and its logos and fonts can be in no other kit", async () => {
  const kit = await someKit(owner);
  const { revision } = await loadBrandKit(owner.scope);
  expect((await saveBrandKit(owner.scope, { kit, baseRevision: revision })).kind).toBe("saved");
  const { workspaceSlug } = stranger.scope;
  const seen = await callEndpoint(
    endpointNamed("GET w/[workspace]/brand"),
    workspaceSlug,
    {},
    stranger.cookie,
  );
  expect(await seen.json()).toEqual({ kit: EMPTY_KIT, revision: 0 });
  for (const [stolen, path] of [
    [{ ...EMPTY_KIT, logos: kit.logos }, "/kit/logos/0/assetId"],
    [{ ...EMPTY_KIT, fonts: kit.fonts }, "/kit/fonts/0/fontFamily"],
  ] as const) {
    const body = { kit: stolen, baseRevision: 0 };
    const answer = await callEndpoint(
      endpointNamed("PUT w/[workspace]/brand"),
      workspaceSlug,
      { body },
      stranger.cookie,
    );
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
    await createAsset(owner.scope, { name: "secret.png", bytes: newPicture() });
    const { id: project } = await createProject(owner.scope, "Secret");
    const font = await newFont(owner);
    const starter = await newStarter(owner);
    const deleted = await newTemplate(owner);
    await deleteTemplate(owner.scope, deleted);
    const endpoint = endpointNamed(`GET w/[workspace]/${kind}`);
    for (const query of ["", `?project=${project}`, "?search=Canary", "?limit=100"]) {
      const answer = await callEndpoint(endpoint, stranger.scope.workspaceSlug, { query }, stranger.cookie);
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

test("links of another workspace are in no list, whatever is searched for, and its templates get none", async () => {
  const templateId = await newTemplate(owner);
  const { link } = await publishTemplate(owner.scope, templateId, 1);
  const { workspaceSlug } = stranger.scope;
  for (const query of ["", `?template=${templateId}`, "?search=Canary", `?search=${link.key}`]) {
    const endpoint = endpointNamed("GET w/[workspace]/links");
    const answer = await callEndpoint(endpoint, workspaceSlug, { query }, stranger.cookie);
    expect([answer.status, await answer.json()]).toEqual([200, { links: [], nextCursor: null }]);
  }
  const endpoint = endpointNamed("POST w/[workspace]/links");
  const made = await callEndpoint(endpoint, workspaceSlug, { body: { templateId } }, stranger.cookie);
  expect(made.status).toBe(404);
});

test("a template can neither be made in nor moved to a project of another workspace", async () => {
  const { id: project } = await createProject(owner.scope, "Client");
  const mine = await newTemplate(stranger);
  const body = { from: BLANK, projectId: project };
  const { workspaceSlug } = stranger.scope;
  const made = await callEndpoint(
    endpointNamed("POST w/[workspace]/templates"),
    workspaceSlug,
    { body },
    stranger.cookie,
  );
  const move = { id: mine, body: { projectId: project } };
  const copied = await callEndpoint(
    endpointNamed("POST w/[workspace]/templates/[id]/duplicate"),
    workspaceSlug,
    move,
    stranger.cookie,
  );
  const file = { query: `?project=${project}`, body: uploadOf(await fileOf(stranger, mine)) };
  const imported = await callEndpoint(
    endpointNamed("POST w/[workspace]/templates/import"),
    workspaceSlug,
    file,
    stranger.cookie,
  );
  const moved = await callEndpoint(
    endpointNamed("PATCH w/[workspace]/templates/[id]"),
    workspaceSlug,
    move,
    stranger.cookie,
  );
  expect([made.status, moved.status, copied.status, imported.status]).toEqual([404, 404, 404, 404]);
  expect(await db().template.count({ where: { projectId: project } })).toBe(0);
});

test("a template can neither become a starter of another workspace nor begin from one", async () => {
  const { workspaceSlug } = stranger.scope;
  const kept = await callEndpoint(
    endpointNamed("POST w/[workspace]/starters"),
    workspaceSlug,
    { body: { templateId: await newTemplate(owner) } },
    stranger.cookie,
  );
  const begun = await callEndpoint(
    endpointNamed("POST w/[workspace]/templates"),
    workspaceSlug,
    { body: { from: { kind: "workspace-starter", id: await newStarter(owner) } } },
    stranger.cookie,
  );
  expect([kept.status, begun.status]).toEqual([404, 404]);
});

test("the same picture uploaded in two workspaces is two assets", async () => {
  const bytes = newPicture();
  const one = await createAsset(owner.scope, { name: "a.png", bytes });
  const two = await createAsset(stranger.scope, { name: "b.png", bytes });
  const again = await createAsset(owner.scope, { name: "c.png", bytes });
  expect(two.id).not.toBe(one.id);
  expect(again.id).toBe(one.id);
});
