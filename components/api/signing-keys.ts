import { z } from "zod";
import { callApi, nothing } from "./call-api";

const signingKey = z.object({ id: z.string(), createdAt: z.coerce.date() });
export type SigningKey = z.infer<typeof signingKey>;

const openedKey = signingKey.extend({ secret: z.string() });
/** With its secret. */
export type OpenedKey = z.infer<typeof openedKey>;

const listed = z.object({ signingKeys: z.array(signingKey) });

const pathOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/signing-keys`;

/** The keys that hold, the newest first: new addresses are signed with that. */
export async function loadSigningKeys(workspace: string): Promise<SigningKey[]> {
  const { signingKeys } = await callApi({ method: "GET", path: pathOf(workspace), answer: listed });
  return signingKeys;
}

export function createSigningKey(workspace: string): Promise<OpenedKey> {
  return callApi({ method: "POST", path: pathOf(workspace), answer: openedKey });
}

export function openSigningKey(workspace: string, id: string): Promise<OpenedKey> {
  return callApi({ method: "GET", path: `${pathOf(workspace)}/${id}`, answer: openedKey });
}

export function revokeSigningKey(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: `${pathOf(workspace)}/${id}`, answer: nothing });
}
