import { newId } from "@/lib/accounts/ids";
import { askApi } from "@/lib/server/testing/ask-api";
import { askRoute } from "@/lib/server/testing/ask-route";
import type { Document } from "@/lib/template/schema";
import { key, limited, mine, own } from "./nested-world";

/** What is tried with ids that are not one's own, and the status it ends in. */
export type Attempt = [what: string, ask: () => Promise<Response>, status: number];

export const post = (by: () => string, path: () => string, body: () => unknown) => () =>
  askApi(by(), path(), { method: "POST", body: body() });
export const put = (by: () => string, id: () => string, document: () => Document) => () =>
  askApi(by(), `/templates/${id()}/draft`, {
    method: "PUT",
    headers: { "if-match": "*" },
    body: { document: document() },
  });
export const patch = (by: () => string, path: () => string, body: () => unknown) => () =>
  askApi(by(), path(), { method: "PATCH", body: body() });
export const get = (by: () => string, path: () => string) => () => askApi(by(), path());
export const remove = (by: () => string, path: () => string) => () =>
  askApi(by(), path(), { method: "DELETE" });
export const anyKey = () => key;
export const limitedKey = () => limited;
export const draft = (document: () => Document) => () =>
  askRoute("PUT w/[workspace]/templates/[id]/draft", mine, {
    id: own.templateId,
    body: { document: document(), baseRevision: 2, mutationId: newId("err") },
  });
export const route = (name: string, request: () => Parameters<typeof askRoute>[2]) => () =>
  askRoute(name, mine, request());
