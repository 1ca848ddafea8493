import { EMPTY_KIT } from "@/lib/template/brand";
import { BLANK } from "../things";
import { type Attempt, draft, route } from "./attempt";
import { foreign, own, showing, written } from "./nested-world";

const T = "w/[workspace]/templates";
const A = "w/[workspace]/assets";

/** In the app, with ids of another workspace. */
export const APP_ATTEMPTS: Attempt[] = [
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
    "their certificate",
    route("PATCH w/[workspace]/certificates/[id]", () => ({
      id: foreign.certificateId,
      body: { revoked: true },
    })),
    404,
  ],
  [
    "a starter of their template",
    route("POST w/[workspace]/starters", () => ({ body: { templateId: foreign.templateId } })),
    404,
  ],
  [
    "a link of their template",
    route("POST w/[workspace]/links", () => ({ body: { templateId: foreign.templateId } })),
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
    "a batch of their template",
    route("POST w/[workspace]/batches", () => ({
      query: `?template=${foreign.templateId}`,
      body: { text: "name\nAnn\nBob" },
    })),
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
];
