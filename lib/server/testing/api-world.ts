import { PNG } from "pngjs";
import { newCertificate } from "@/lib/certificates/testing/new-certificate";
import { newLiveSource } from "@/lib/sources/testing/new-live-source";
import { CANARY_ROW, newTable } from "@/lib/sources/testing/new-table";
import { sendTestEvent } from "@/lib/webhooks/manage-deliveries";
import { createWebhook } from "@/lib/webhooks/manage-webhooks";
import { DOCUMENTED_WORLD, type ExampleWorld } from "../api/example-world";
import type { AnyOperation } from "../api/operation";
import { createAsset } from "../assets";
import { db } from "../db";
import { askForImage, askForImageInput } from "../images/ask-for-image";
import { createSigningKey } from "../links/signing-keys";
import { createProject } from "../projects";
import { createTemplate } from "../templates/create-template";
import { publishTemplate } from "../templates/publish-template";
import { type AskApi, askApi, newApiKey } from "./ask-api";
import { type ApiBatch, newApiBatch } from "./new-api-batch";
import { newPerson, type Person } from "./people";

type Made = Partial<ExampleWorld>;
/** What is made of a thing, and what it stands on, which is made when it is needed first. */
type Things = { owner: Person; need: <Name extends Thing>(name: Name) => Promise<ExampleWorld[Name]> };
type Thing = keyof ExampleWorld;

const MAKERS: Record<Thing, (things: Things) => Promise<Made>> = {
  projectId: async ({ owner }) => ({ projectId: (await createProject(owner.scope, "Client")).id }),
  templateId: newDesign,
  revision: newDesign,
  linkId: newDesign,
  assetId: async ({ owner }) => ({
    assetId: (await createAsset(owner.scope, { name: "logo.png", bytes: newPicture() })).id,
  }),
  signingKeyId: async ({ owner }) => ({ signingKeyId: await newSigningKey(owner) }),
  imageId: async ({ owner, need }) => {
    const asked = askForImageInput.parse({ templateId: await need("templateId"), delivery: "async" });
    return { imageId: (await askForImage(owner.scope, asked)).id };
  },
  webhookId: async ({ owner, need }) => newWebhook(owner, await need("projectId")),
  deliveryId: async ({ owner, need }) => newWebhook(owner, await need("projectId")),
  tableId: async ({ owner }) => ({ tableId: await newTable(owner) }),
  rowKey: async () => ({ rowKey: CANARY_ROW.Email }),
  liveSourceId: async ({ owner }) => ({ liveSourceId: await newLiveSource(owner) }),
  certificateId: async ({ owner }) => ({ certificateId: (await newCertificate(owner.scope)).id }),
  draftBatchId: async (things) => ({ draftBatchId: await batchOf(things, "draft") }),
  runningBatchId: async (things) => ({ runningBatchId: await batchOf(things, "running") }),
  pausedBatchId: async (things) => ({ pausedBatchId: await batchOf(things, "paused") }),
  pageBatchId: async (things) => ({ pageBatchId: await batchOf(things, "pages") }),
  // The newest that is done: it is what a reader's samples speak of.
  doneBatchId: async (things) => ({ doneBatchId: await batchOf(things, "done") }),
};
const THINGS = Object.keys(MAKERS) as Thing[];

/** All things that examples of the API speak of, made anew in somebody's workspace, in a project of its own unless named. */
export function newApiWorld(owner: Person, projectId?: string): Promise<ExampleWorld> {
  return worldOf(owner, projectId, THINGS);
}

/**
 * What one operation's example speaks of: a fraction of the whole world, in which what it does not name is made up. A list
 * gets the whole, so that there is something in it.
 */
export function newWorldFor(
  operation: AnyOperation,
  owner: Person,
  projectId?: string,
): Promise<ExampleWorld> {
  const isList = operation.method === "GET" && operation.params === undefined;
  return worldOf(owner, projectId, isList ? THINGS : thingsOf(operation));
}

/** For operations that read, which leave all as it is: one whole world, where nothing else happens, and a key to it. */
export type Reader = { world: ExampleWorld; key: string };

export async function newReader(): Promise<Reader> {
  const owner = await newPerson("Reader");
  return { world: await newApiWorld(owner), key: await newApiKey(owner) };
}

/** The things that an operation's example reads. */
function thingsOf(operation: AnyOperation): Thing[] {
  const read = new Set<Thing>();
  operation.example(
    new Proxy(DOCUMENTED_WORLD, {
      get: (world, name: Thing) => {
        read.add(name);
        return world[name];
      },
    }),
  );
  return [...read];
}

async function worldOf(owner: Person, projectId: string | undefined, names: Thing[]): Promise<ExampleWorld> {
  const made: Made = projectId === undefined ? {} : { projectId };
  async function need<Name extends Thing>(name: Name): Promise<ExampleWorld[Name]> {
    if (made[name] === undefined) Object.assign(made, await MAKERS[name]({ owner, need }));
    const found: ExampleWorld[Name] | undefined = made[name];
    if (found === undefined) throw new Error(`Its maker makes no ${name}.`);
    return found;
  }
  for (const name of names) await need(name);
  return { ...DOCUMENTED_WORLD, ...made };
}

/** A template that is published, and its link. */
async function newDesign({ owner, need }: Things): Promise<Made> {
  const from = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;
  const { id: templateId } = await createTemplate(owner.scope, {
    name: "Canary",
    projectId: await need("projectId"),
    from,
  });
  const { link } = await publishTemplate(owner.scope, templateId, 1);
  const { id: linkId } = await db().link.findUniqueOrThrow({
    where: { key: link.key },
    select: { id: true },
  });
  return { templateId, revision: 1, linkId };
}

const batchOf = async ({ owner, need }: Things, kind: ApiBatch) =>
  newApiBatch(owner, await need("templateId"), kind);

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
