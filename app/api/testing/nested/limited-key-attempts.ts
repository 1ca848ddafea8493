import { BLANK } from "../things";
import { type Attempt, get, limitedKey, patch, post, put, remove } from "./attempt";
import { beside, blank, own, showing, written } from "./nested-world";

/** Through the REST API, with a key of one project and ids of another one in the same workspace. */
export const LIMITED_KEY_ATTEMPTS: Attempt[] = [
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
