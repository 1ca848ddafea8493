import { allowed } from "@/lib/accounts/permissions";
import type { Scope } from "@/lib/accounts/scope";
import type { BatchState } from "@/lib/batches/batch-item";
import { listBatches } from "@/lib/batches/load-batches";
import { listCertificates } from "@/lib/certificates/list-certificates";
import { listSources } from "@/lib/sources/manage-sources";
import { listTables } from "@/lib/sources/tables/table-details";
import { listDeliveries } from "@/lib/webhooks/manage-deliveries";
import { listWebhooks } from "@/lib/webhooks/manage-webhooks";
import { listAssets } from "../../assets";
import { listImages } from "../../images/load-images";
import { listLinks } from "../../links/list-links";
import { listSigningKeys } from "../../links/signing-keys";
import { listProjects } from "../../projects";
import { listTemplates } from "../../templates/list-templates";
import { DOCUMENTED_WORLD, type ExampleWorld } from "../example-world";

/** Things of a reader's own workspace, for samples that work as they stand; what there is none of is made up. */
export async function readerWorld(scope: Scope): Promise<ExampleWorld> {
  const seesLibrary = scope.projectIds === null && allowed(scope.role, "asset.list");
  const [{ templates }, projects, { assets }, keys] = await Promise.all([
    listTemplates(scope, { limit: 20 }),
    listProjects(scope),
    seesLibrary ? listAssets(scope, { limit: 1, sort: "newest" }) : { assets: [] },
    allowed(scope.role, "signing-key.read") ? listSigningKeys(scope) : [],
  ]);
  // A picture is made of what is published.
  const template = templates.find(({ linkKey }) => linkKey !== null) ?? templates[0];
  const { links } = template ? await listLinks(scope, { template: template.id, limit: 1 }) : { links: [] };
  const seesWebhooks = scope.projectIds === null && allowed(scope.role, "webhook.read");
  const [{ images }, { batches }, [webhook]] = await Promise.all([
    listImages(scope, { limit: 1 }),
    allowed(scope.role, "batch.read") ? listBatches(scope, { limit: 20 }) : { batches: [] },
    seesWebhooks ? listWebhooks(scope) : [],
  ]);
  const { deliveries } = webhook ? await listDeliveries(scope, webhook.id, { limit: 1 }) : { deliveries: [] };
  const batchIn = (state: BatchState) => batches.find((batch) => batch.state === state)?.id;
  const seesData = scope.projectIds === null && allowed(scope.role, "source.read");
  const [[table], sources] = seesData ? await Promise.all([listTables(scope), listSources(scope)]) : [[], []];
  const seesCertificates = scope.projectIds === null && allowed(scope.role, "certificate.read");
  const [certificate] = seesCertificates ? (await listCertificates(scope, { limit: 1 })).certificates : [];
  const live = sources.find(({ kind }) => kind === "http");
  return {
    projectId: projects[0]?.id ?? DOCUMENTED_WORLD.projectId,
    templateId: template?.id ?? DOCUMENTED_WORLD.templateId,
    revision: template?.revision ?? DOCUMENTED_WORLD.revision,
    linkId: links[0]?.id ?? DOCUMENTED_WORLD.linkId,
    assetId: assets[0]?.id ?? DOCUMENTED_WORLD.assetId,
    signingKeyId: keys[0]?.id ?? DOCUMENTED_WORLD.signingKeyId,
    imageId: images[0]?.id ?? DOCUMENTED_WORLD.imageId,
    draftBatchId: batchIn("draft") ?? DOCUMENTED_WORLD.draftBatchId,
    runningBatchId: batchIn("running") ?? DOCUMENTED_WORLD.runningBatchId,
    pausedBatchId: batchIn("paused") ?? DOCUMENTED_WORLD.pausedBatchId,
    doneBatchId: batchIn("done") ?? DOCUMENTED_WORLD.doneBatchId,
    pageBatchId:
      batches.find(({ state, output }) => state === "done" && output.format === "pdf")?.id ??
      DOCUMENTED_WORLD.pageBatchId,
    certificateId: certificate?.id ?? DOCUMENTED_WORLD.certificateId,
    webhookId: webhook?.id ?? DOCUMENTED_WORLD.webhookId,
    deliveryId: deliveries[0]?.id ?? DOCUMENTED_WORLD.deliveryId,
    tableId: table?.id ?? DOCUMENTED_WORLD.tableId,
    // Whoever is in a table has no business in a sample.
    rowKey: DOCUMENTED_WORLD.rowKey,
    liveSourceId: live?.id ?? DOCUMENTED_WORLD.liveSourceId,
  };
}
