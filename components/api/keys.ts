import { z } from "zod";
import { callApi } from "./call-api";

const time = z.iso.datetime().transform((text) => new Date(text));

const keyItem = z.object({
  id: z.string(),
  name: z.string(),
  lastFour: z.string(),
  scopes: z.array(z.string()),
  /** The only projects it reaches; null: all. */
  projectIds: z.array(z.string()).nullable(),
  createdAt: time,
  createdBy: z.string().nullable(),
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
  lastUsedAt: time.nullable(),
  leakedAt: time.nullable(),
  replacedById: z.string().nullable(),
});
export type KeyItem = z.infer<typeof keyItem>;

const newKey = z.object({ key: keyItem, secret: z.string() });
export type NewKey = z.infer<typeof newKey>;

export type KeyWish = {
  name: string;
  scopes: readonly string[];
  projectIds?: readonly string[] | undefined;
  expiresInDays?: number | undefined;
};

const pathOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/keys`;

/** Makes a key; its secret is in the answer and never again. */
export function createKey(workspace: string, body: KeyWish): Promise<NewKey> {
  return callApi({ method: "POST", path: pathOf(workspace), body, answer: newKey });
}

/** A new key in the place of one, which works on for so many hours. */
export function rotateKey(workspace: string, id: string, overlapHours: number): Promise<NewKey> {
  const path = `${pathOf(workspace)}/${id}/rotate`;
  return callApi({ method: "POST", path, body: { overlapHours }, answer: newKey });
}

/** Ends a key at once, everywhere. */
export function revokeKey(workspace: string, id: string): Promise<KeyItem> {
  return callApi({ method: "DELETE", path: `${pathOf(workspace)}/${id}`, answer: keyItem });
}
