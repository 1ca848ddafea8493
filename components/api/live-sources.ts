import { z } from "zod";
import { callApi, nothing } from "./call-api";

const time = z.coerce.date().nullable();

export const FORMATS = ["json", "csv", "feed"] as const;
export type LiveFormat = (typeof FORMATS)[number];

const liveConfig = z.object({
  /** With placeholders such as `{{id}}`. */
  address: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  format: z.enum(FORMATS),
  /** Of a sheet: which row; null: the first. */
  row: z.object({ column: z.string(), param: z.string() }).nullable(),
  /** Pointers by the names of values. */
  values: z.record(z.string(), z.string()),
  timeoutMs: z.number(),
  cacheSeconds: z.number(),
  staleSeconds: z.number(),
});
export type LiveConfig = z.infer<typeof liveConfig>;

/** A live source. */
const liveSource = z.object({
  id: z.string(),
  name: z.string(),
  config: liveConfig,
  /** Names of its secrets; what they say is told nobody. */
  secrets: z.array(z.string()),
  /** null: no picture has asked it yet. */
  health: z
    .object({
      lastGoodAt: time,
      lastFailedAt: time,
      lastFault: z.string().nullable(),
      failures: z.number(),
      openUntil: time,
    })
    .nullable(),
});
export type LiveSource = z.infer<typeof liveSource>;

const readValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string(), cut: z.boolean() }),
  z.object({ kind: z.enum(["missing", "blank", "list", "object"]) }),
]);
export type ReadValue = z.infer<typeof readValue>;

const treeLine = z.object({
  pointer: z.string(),
  depth: z.number(),
  name: z.string(),
  kind: z.enum(["object", "list", "text", "number", "yes-no", "nothing"]),
  text: z.string(),
});
export type TreeLine = z.infer<typeof treeLine>;

const liveTest = z.object({
  missing: z.array(z.string()),
  request: z
    .object({ url: z.string(), headers: z.array(z.object({ name: z.string(), value: z.string() })) })
    .nullable(),
  answer: z
    .object({
      status: z.number(),
      contentType: z.string().nullable(),
      bytes: z.number(),
      ms: z.number(),
      redirects: z.number(),
      body: z.string(),
    })
    .nullable(),
  fault: z.string().nullable(),
  columns: z.array(z.string()),
  rowFound: z.boolean().nullable(),
  tree: z.array(treeLine),
  values: z.array(z.object({ name: z.string(), pointer: z.string(), read: readValue })),
});
export type LiveTest = z.infer<typeof liveTest>;

type Secrets = Readonly<Record<string, string>>;

const sourcesOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/sources`;

export function createLive(
  workspace: string,
  body: { name: string; config: Partial<LiveConfig>; secrets?: Secrets },
): Promise<LiveSource> {
  return callApi({ method: "POST", path: `${sourcesOf(workspace)}/live`, body, answer: liveSource });
}

export function loadLive(workspace: string, id: string): Promise<LiveSource> {
  return callApi({ method: "GET", path: `${sourcesOf(workspace)}/live/${id}`, answer: liveSource });
}

/** Secrets that are left out stay as they are. */
export function changeLive(
  workspace: string,
  id: string,
  body: { config: LiveConfig; secrets: Secrets },
): Promise<LiveSource> {
  return callApi({ method: "PUT", path: `${sourcesOf(workspace)}/live/${id}`, body, answer: liveSource });
}

export function testLive(
  workspace: string,
  body: { id: string; config: LiveConfig; secrets: Secrets; sample: Readonly<Record<string, string>> },
): Promise<LiveTest> {
  return callApi({ method: "POST", path: `${sourcesOf(workspace)}/live/test`, body, answer: liveTest });
}

export async function renameLive(workspace: string, id: string, name: string): Promise<string> {
  const answer = z.object({ name: z.string() });
  const path = `${sourcesOf(workspace)}/${id}`;
  return (await callApi({ method: "PATCH", path, body: { name }, answer })).name;
}

export function deleteLive(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: `${sourcesOf(workspace)}/${id}`, answer: nothing });
}

export async function restoreLive(workspace: string, id: string): Promise<void> {
  await callApi({ method: "POST", path: `${sourcesOf(workspace)}/${id}/restore`, answer: z.unknown() });
}
