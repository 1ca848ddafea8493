import { z } from "zod";
import { changeHttpInput, createHttpInput, testStoredHttpInput } from "@/lib/sources/http/http-input";
import { type HttpItem, loadHttp } from "@/lib/sources/http/http-item";
import { changeHttp, createHttp } from "@/lib/sources/http/manage-http";
import { testStoredHttp } from "@/lib/sources/http/test-http";
import { deleteSource, listSources, restoreSource } from "@/lib/sources/manage-sources";
import { operation } from "../operation";
import { itemId, liveSourceShape, liveSourceTestShape } from "../shapes";

const tag = "Live sources";

const config = {
  address: "https://api.example.com/customers/{{id}}",
  headers: [{ name: "Authorization", value: "Bearer {{secret:api_key}}" }],
  values: { Name: "/customer/name", Points: "/customer/points" },
};

const answer = (status: 200 | 201, description: string) =>
  ({ kind: "json", status, description, schema: liveSourceShape }) as const;

export const LIVE_SOURCE_OPERATIONS = [
  operation({
    id: "listLiveSources",
    method: "GET",
    path: "/live-sources",
    tag,
    summary: "List live sources",
    description: "All of them, the newest first.",
    action: "source.read",
    answer: {
      kind: "json",
      status: 200,
      description: "The live sources.",
      schema: z.strictObject({ liveSources: z.array(liveSourceShape) }),
    },
    example: () => ({}),
    run: async (scope) => {
      const live = (await listSources(scope)).filter(({ kind }) => kind === "http");
      return {
        liveSources: (await Promise.all(live.map(({ id }) => loadHttp(scope, id)))).map(liveSourceOut),
      };
    },
  }),
  operation({
    id: "createLiveSource",
    method: "POST",
    path: "/live-sources",
    tag,
    summary: "Create a live source",
    description:
      "`{{name}}` in the address stands for what a picture's address says under that name, `{{secret:name}}` in a header or the query for a secret. Nothing is asked before a picture needs it. Attach it to a link with `setLinkData`.",
    action: "source.edit",
    body: createHttpInput,
    answer: answer(201, "The new live source."),
    repeatable: true,
    example: () => ({ body: { name: "Customers", config, secrets: { api_key: "your key" } } }),
    run: async (scope, { body }) => liveSourceOut(await createHttp(scope, body)),
  }),
  operation({
    id: "getLiveSource",
    method: "GET",
    path: "/live-sources/{id}",
    tag,
    summary: "Get a live source",
    description: "With how it does; of its secrets the names only. A deleted one is not found.",
    action: "source.read",
    params: itemId,
    answer: answer(200, "The live source."),
    example: ({ liveSourceId }) => ({ params: { id: liveSourceId } }),
    run: async (scope, { params }) => liveSourceOut(await loadHttp(scope, params.id)),
  }),
  operation({
    id: "updateLiveSource",
    method: "PUT",
    path: "/live-sources/{id}",
    tag,
    summary: "Change how a live source is asked",
    description:
      "Secrets that are left out stay, as long as the address leads to the same host; for another they have to be given again.",
    action: "source.edit",
    params: itemId,
    body: changeHttpInput,
    answer: answer(200, "The live source as it is now."),
    example: ({ liveSourceId }) => ({
      params: { id: liveSourceId },
      body: { config, secrets: { api_key: "your key" } },
    }),
    run: async (scope, { params, body }) => liveSourceOut(await changeHttp(scope, params.id, body)),
  }),
  operation({
    id: "testLiveSource",
    method: "POST",
    path: "/live-sources/{id}/test",
    tag,
    summary: "Test a live source",
    description:
      "Asks it once, past every memory, and tells what was sent and what came, with dots in the place of secrets. `sample` says what a picture's address would; where a name is missing there, nothing is asked. With `config`, and `secrets` for those that are new, a change is tried before it is made. 30 tests a minute.",
    action: "source.edit",
    params: itemId,
    body: testStoredHttpInput,
    answer: {
      kind: "json",
      status: 200,
      description: "What became of it. That the source fails is an answer too, in `fault`.",
      schema: liveSourceTestShape,
    },
    example: ({ liveSourceId }) => ({ params: { id: liveSourceId }, body: { sample: {} } }),
    run: async (scope, { params, body }) => testStoredHttp(scope, params.id, body),
  }),
  operation({
    id: "deleteLiveSource",
    method: "DELETE",
    path: "/live-sources/{id}",
    tag,
    summary: "Delete a live source",
    description:
      "Links that use it show the fallbacks of their fields within seconds. `restoreLiveSource` brings it back.",
    action: "source.edit",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ liveSourceId }) => ({ params: { id: liveSourceId } }),
    run: async (scope, { params }) => {
      await loadHttp(scope, params.id);
      await deleteSource(scope, params.id);
    },
  }),
  operation({
    id: "restoreLiveSource",
    method: "POST",
    path: "/live-sources/{id}/restore",
    tag,
    summary: "Restore a deleted live source",
    description: "Restoring one that is not deleted changes nothing.",
    action: "source.edit",
    params: itemId,
    answer: answer(200, "The live source."),
    repeatable: true,
    example: ({ liveSourceId }) => ({ params: { id: liveSourceId } }),
    run: async (scope, { params }) => {
      await restoreSource(scope, params.id);
      return liveSourceOut(await loadHttp(scope, params.id));
    },
  }),
];

function liveSourceOut({ id, name, config, secrets, links, health, createdAt }: HttpItem) {
  const told = health && {
    lastGoodAt: health.lastGoodAt?.toISOString() ?? null,
    lastFailedAt: health.lastFailedAt?.toISOString() ?? null,
    lastFault: health.lastFault,
    failures: health.failures,
    openUntil: health.openUntil?.toISOString() ?? null,
  };
  return { id, name, config, secrets, links, health: told, createdAt: createdAt.toISOString() };
}
