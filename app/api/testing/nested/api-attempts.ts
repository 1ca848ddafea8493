import { BLANK } from "../things";
import { type Attempt, anyKey, get, patch, post, put, remove } from "./attempt";
import { blank, foreign, own, showing, written } from "./nested-world";

/** Through the REST API, with ids of another workspace. */
export const API_ATTEMPTS: Attempt[] = [
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
    "through the API: a batch of their template",
    post(
      anyKey,
      () => "/batches",
      () => ({ templateId: foreign.templateId, rows: [{}] }),
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
];
