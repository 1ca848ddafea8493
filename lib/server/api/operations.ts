import type { AnyOperation } from "./operation";
import { ASSET_OPERATIONS } from "./operations/assets";
import { BATCH_OPERATIONS } from "./operations/batches";
import { CERTIFICATE_OPERATIONS } from "./operations/certificates";
import { DRAFT_OPERATIONS } from "./operations/drafts";
import { IMAGE_OPERATIONS } from "./operations/images";
import { LINK_OPERATIONS } from "./operations/links";
import { LIVE_SOURCE_OPERATIONS } from "./operations/live-sources";
import { MEMBER_OPERATIONS } from "./operations/members";
import { PROJECT_OPERATIONS } from "./operations/projects";
import { SIGNING_KEY_OPERATIONS } from "./operations/signing-keys";
import { TABLE_OPERATIONS } from "./operations/tables";
import { TEMPLATE_OPERATIONS } from "./operations/templates";
import { USAGE_OPERATIONS } from "./operations/usage";
import { WEBHOOK_OPERATIONS } from "./operations/webhooks";

/** Everything the REST API does, in the order in which the documentation tells of it. */
export const OPERATIONS: readonly AnyOperation[] = [
  ...IMAGE_OPERATIONS,
  ...BATCH_OPERATIONS,
  ...CERTIFICATE_OPERATIONS,
  ...TEMPLATE_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...LINK_OPERATIONS,
  ...TABLE_OPERATIONS,
  ...LIVE_SOURCE_OPERATIONS,
  ...SIGNING_KEY_OPERATIONS,
  ...PROJECT_OPERATIONS,
  ...ASSET_OPERATIONS,
  ...MEMBER_OPERATIONS,
  ...USAGE_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
];
