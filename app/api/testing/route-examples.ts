import type { RouteExamples } from "./example";
import { ACCOUNT_EXAMPLES } from "./examples/account-examples";
import { ASSETS_EXAMPLES } from "./examples/assets-examples";
import { BATCHES_EXAMPLES } from "./examples/batches-examples";
import { BRAND_EXAMPLES } from "./examples/brand-examples";
import { CERTIFICATES_EXAMPLES } from "./examples/certificates-examples";
import { DRAFTS_EXAMPLES } from "./examples/drafts-examples";
import { KEYS_EXAMPLES } from "./examples/keys-examples";
import { LINKS_EXAMPLES } from "./examples/links-examples";
import { MAILINGS_EXAMPLES } from "./examples/mailings-examples";
import { OPEN_EXAMPLES } from "./examples/open-examples";
import { PEOPLE_EXAMPLES } from "./examples/people-examples";
import { SOURCES_EXAMPLES } from "./examples/sources-examples";
import { STARTERS_EXAMPLES } from "./examples/starters-examples";
import { TEMPLATES_EXAMPLES } from "./examples/templates-examples";
import { VERSIONS_EXAMPLES } from "./examples/versions-examples";
import { WEBHOOKS_EXAMPLES } from "./examples/webhooks-examples";
import { WORKSPACE_EXAMPLES } from "./examples/workspace-examples";

/** One of every route of the app: what the walks over all of them send. */
export const ROUTE_EXAMPLES: RouteExamples = {
  ...WORKSPACE_EXAMPLES,
  ...PEOPLE_EXAMPLES,
  ...TEMPLATES_EXAMPLES,
  ...VERSIONS_EXAMPLES,
  ...STARTERS_EXAMPLES,
  ...BRAND_EXAMPLES,
  ...BATCHES_EXAMPLES,
  ...MAILINGS_EXAMPLES,
  ...ASSETS_EXAMPLES,
  ...CERTIFICATES_EXAMPLES,
  ...KEYS_EXAMPLES,
  ...WEBHOOKS_EXAMPLES,
  ...LINKS_EXAMPLES,
  ...DRAFTS_EXAMPLES,
  ...SOURCES_EXAMPLES,
  ...ACCOUNT_EXAMPLES,
  ...OPEN_EXAMPLES,
};
