import { API_SCOPE_NAMES } from "@/lib/accounts/keys/api-scopes";
import { type CreateKeyInput, createKey } from "@/lib/accounts/keys/manage-keys";
import { handleApi } from "../api/handle-api";
import type { Person } from "./people";

const ORIGIN = "http://localhost:3000";

let clients = 0;

export type AskApi = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Asks the REST API as a program with this key would; null sends none. `path` is below `/api/v1`. */
export function askApi(key: string | null, path: string, request: AskApi = {}): Promise<Response> {
  const { method = "GET", body } = request;
  const headers = new Headers(request.headers);
  // Every request comes from another client, unless said otherwise: wrong keys are counted by client.
  clients += 1;
  if (!headers.has("x-forwarded-for"))
    headers.set("x-forwarded-for", `10.0.${clients >> 8}.${clients & 255}`);
  if (key !== null) headers.set("authorization", `Bearer ${key}`);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm && !headers.has("content-type")) {
    headers.set("content-type", "application/json");
  }
  const sent = isForm || typeof body === "string" ? body : JSON.stringify(body);
  return handleApi(
    new Request(`${ORIGIN}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: sent }),
    }),
  );
}

/** A key of somebody's that may do everything they may, unless said otherwise. */
export async function newApiKey(person: Person, input: Partial<CreateKeyInput> = {}): Promise<string> {
  const { secret } = await createKey(person.scope, { name: "Test", scopes: API_SCOPE_NAMES, ...input });
  return secret;
}
