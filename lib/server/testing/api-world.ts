import { PNG } from "pngjs";
import { createBatch, createBatchInput } from "@/lib/batches/create-batch";
import { newCertificate } from "@/lib/certificates/testing/new-certificate";
import { newLiveSource } from "@/lib/sources/testing/new-live-source";
import { CANARY_ROW, newTable } from "@/lib/sources/testing/new-table";
import { sendTestEvent } from "@/lib/webhooks/manage-deliveries";
import { createWebhook } from "@/lib/webhooks/manage-webhooks";
import type { ExampleWorld } from "../api/example-world";
import type { AnyOperation } from "../api/operation";
import { createAsset } from "../assets";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { askForImage, askForImageInput } from "../images/ask-for-image";
import { createSigningKey } from "../links/signing-keys";
import { createProject } from "../projects";
import { createTemplate } from "../templates/create-template";
import { publishTemplate } from "../templates/publish-template";
import { type AskApi, askApi } from "./ask-api";
import type { Person } from "./people";

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

/** The things that examples of the API speak of, made anew in somebody's workspace, in a project of its own unless named. */
export async function newApiWorld(owner: Person, projectId?: string): Promise<ExampleWorld> {
  const project = projectId ?? (await createProject(owner.scope, "Client")).id;
  const { id: templateId } = await createTemplate(owner.scope, {
    name: "Canary",
    projectId: project,
    from: BLANK,
  });
  const { link } = await publishTemplate(owner.scope, templateId, 1);
  const { id: linkId } = await db().link.findUniqueOrThrow({
    where: { key: link.key },
    select: { id: true },
  });
  const { id: assetId } = await createAsset(owner.scope, { name: "logo.png", bytes: newPicture() });
  const signingKeyId = await newSigningKey(owner);
  const asked = askForImageInput.parse({ templateId, delivery: "async" });
  const { id: imageId } = await askForImage(owner.scope, asked);
  const { webhookId, deliveryId } = await newWebhook(owner, project);
  const tableId = await newTable(owner);
  const liveSourceId = await newLiveSource(owner);
  const made = { projectId: project, templateId, revision: 1, linkId, assetId, signingKeyId };
  const batches = await newBatches(owner, templateId);
  const row = { tableId, liveSourceId, rowKey: CANARY_ROW.Email };
  const { id: certificateId } = await newCertificate(owner.scope);
  return { ...made, ...batches, ...row, certificateId, imageId, webhookId, deliveryId };
}

/** Batches of two rows, one in each state. */
async function newBatches({ scope }: Person, templateId: string) {
  const { workspaceId } = scope;
  const input = createBatchInput.parse({ templateId, rows: [{}, {}], start: false });
  async function newOne(data: Prisma.BatchUncheckedUpdateInput, failed = 0): Promise<string> {
    const { id } = await createBatch(scope, input);
    const { publishedVersionId: versionId } = await db().template.findFirstOrThrow({
      where: { id: templateId, workspaceId },
    });
    await db().batch.update({ where: { id }, data: { versionId, startedAt: new Date(), ...data, failed } });
    const ended = {
      finishedAt: new Date(),
      failed,
      outcomes: [{ b: 100 }, { c: "picture", s: "It did not load." }],
    };
    if (failed > 0) await db().batchPart.updateMany({ where: { batchId: id }, data: ended });
    return id;
  }
  return {
    draftBatchId: (await createBatch(scope, input)).id,
    runningBatchId: await newOne({ state: "running" }),
    pausedBatchId: await newOne({ state: "paused" }),
    doneBatchId: await newOne({ state: "done", made: 1 }, 1),
  };
}

/** A signing key, the only one of its workspace: there are five at most, and walks make more. */
export async function newSigningKey({ scope }: Person): Promise<string> {
  await db().signingKey.deleteMany({ where: { workspaceId: scope.workspaceId } });
  return (await createSigningKey(scope)).id;
}

/** An endpoint at an address where nobody is, with one delivery. A workspace has fifty at most, and walks make more. */
export async function newWebhook(
  owner: Person,
  projectId: string | null = null,
): Promise<{ webhookId: string; deliveryId: string }> {
  await db().webhookEndpoint.deleteMany({ where: { workspaceId: owner.scope.workspaceId } });
  const { webhook } = await createWebhook(owner.scope, {
    url: "https://receiver.example/events",
    events: ["template.published"],
    projectIds: projectId === null ? null : [projectId],
  });
  const { id: deliveryId } = await sendTestEvent(owner.scope, webhook.id);
  return { webhookId: webhook.id, deliveryId };
}

/** Asks for an operation as its example does. */
export function askExample(
  key: string | null,
  operation: AnyOperation,
  world: ExampleWorld,
): Promise<Response> {
  const { path, request } = exampleRequest(operation, world);
  return askApi(key, path, request);
}

/** The request of an operation's example. */
export function exampleRequest(
  operation: AnyOperation,
  world: ExampleWorld,
): { path: string; request: AskApi } {
  const example = operation.example(world);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(example.params?.[name] ?? ""),
  );
  const query = new URLSearchParams(example.query).toString();
  const body = operation.upload ? uploadOf(newPicture()) : example.body;
  return {
    path: query === "" ? path : `${path}?${query}`,
    request: {
      method: operation.method,
      headers: example.headers ?? {},
      ...(body === undefined ? {} : { body }),
    },
  };
}

let shade = 0;
/** A small picture, another each time. */
export function newPicture(): Uint8Array {
  const picture = new PNG({ width: 4, height: 4 });
  shade += 1;
  picture.data.fill(shade % 250, 0, 32);
  picture.data.fill(Math.floor(shade / 250), 32, 48);
  picture.data.fill(255, 48);
  return PNG.sync.write(picture);
}

export function uploadOf(bytes: Uint8Array, name = "logo.png"): FormData {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
}
