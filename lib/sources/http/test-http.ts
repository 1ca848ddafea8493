import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { remoteDoor } from "@/lib/render/remote/remote-door";
import { createPersonLimiter, type PersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import { reasonOf } from "../look-up/asker";
import { paramsOfConfig } from "../look-up/http-config";
import { type Question, questionOf } from "../look-up/question";
import { decode, readDocument, type SourceDocument } from "../look-up/read-document";
import { rowKey, rowObject } from "../look-up/read-sheet";
import { type ReadValue, readNamed } from "../look-up/read-values";
import { openSecrets } from "../look-up/source-secrets";
import { type FaultReason, faultSentence } from "./fault-sentence";
import { requireAskable, secretsAfter, type TestHttpInput } from "./http-input";
import { storedHttp } from "./http-item";
import { type TreeLine, valueTree } from "./value-tree";

export type HttpTest = {
  /** Names that the picture's address lacks; where any, nothing is asked. */
  missing: string[];
  /** What was sent, secrets as dots. */
  request: { url: string; headers: { name: string; value: string }[] } | null;
  answer: {
    status: number;
    contentType: string | null;
    bytes: number;
    ms: number;
    redirects: number;
    /** Its beginning. */
    body: string;
  } | null;
  /** What is wrong, and what to do; null: nothing. */
  fault: string | null;
  /** Of a sheet its columns. */
  columns: string[];
  /** Whether the row that was looked for is there; null: none was. */
  rowFound: boolean | null;
  tree: TreeLine[];
  values: { name: string; pointer: string; read: ReadValue }[];
};

/** Characters of an answer that are shown. */
const SHOWN = 20_000;

const DOTS = "••••••";

/** Requests that one person may have sent in a minute. */
const TESTS = { most: 30, windowMs: 60_000 };

export type TestDeps = {
  fetchData: ReturnType<typeof remoteDoor>["fetchData"];
  limiter: PersonLimiter;
  /** ms, of any beginning. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
};

function processDeps(): TestDeps {
  return {
    fetchData: remoteDoor().fetchData,
    limiter: processWide("source-tests", () => createPersonLimiter(TESTS)),
    now: () => performance.now(),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
}

/** Asks a source once, as pictures would, past every memory, and tells all about it. Nothing is counted or kept. */
export async function testHttp(
  scope: Scope,
  { id, config, secrets, sample }: TestHttpInput,
  deps: TestDeps = processDeps(),
): Promise<HttpTest> {
  const stored = id === null ? null : await storedHttp(scope, id);
  requireAskable(config);
  const kept = stored && { address: stored.config.address, secrets: openSecrets(stored.id, stored.sealed) };
  const all = secretsAfter(config, secrets, kept);
  const nothing = {
    request: null,
    answer: null,
    fault: null,
    columns: [],
    rowFound: null,
    tree: [],
    values: [],
  };
  const missing = paramsOfConfig(config).filter((name) => !sample[name]?.trim());
  const source = { sourceId: id ?? "", workspaceId: scope.workspaceId, config, sealed: null, secrets: all };
  const question = missing.length > 0 ? null : questionOf(source, sample);
  if (!question) {
    const fault =
      missing.length > 0 ? null : "With these values the address would lead elsewhere. Nothing was asked.";
    return { ...nothing, missing, fault };
  }
  const waitMs = deps.limiter.attempt(scope.userId);
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000);
    throw new AppError("too_many", `That were many tests in a short time. Try again in ${seconds} s.`, {
      details: { retryAfter: seconds },
    });
  }
  const hide = hiding(Object.values(all));
  const request = {
    url: hide(question.url),
    headers: sentHeaders(question).map(({ name, value }) => ({ name, value: hide(value) })),
  };
  return { ...nothing, missing: [], request, ...(await ask(question, hide, sample, deps)) };
}

type Told = Pick<HttpTest, "answer" | "fault"> & Partial<HttpTest>;

async function ask(
  question: Question,
  hide: (text: string) => string,
  sample: Readonly<Record<string, string>>,
  { fetchData, now, wait }: TestDeps,
): Promise<Told> {
  const { config } = question.source;
  const started = now();
  try {
    const { url, headers, accept } = question;
    const { status, contentType, bytes, redirects } = await fetchData({
      url,
      headers,
      accept,
      timeoutMs: config.timeoutMs,
    });
    const answer = {
      status,
      contentType: contentType?.slice(0, 200) ?? null,
      bytes: bytes.length,
      ms: Math.round(now() - started),
      redirects,
      body: hide(decode(bytes, contentType).slice(0, SHOWN * 2))
        .slice(0, SHOWN)
        .replace(/\p{Cs}/gu, "\ufffd"),
    };
    if (status !== 200) return { answer, fault: faultSentence(ofStatus(status)) };
    try {
      return {
        answer,
        fault: null,
        ...read(readDocument(bytes, contentType, config.format), question, sample, hide),
      };
    } catch (error) {
      return { answer, fault: faultSentence(reasonOf(error)) };
    }
  } catch (error) {
    const reason = reasonOf(error);
    // Refused, closed and silent take equally long, or this would tell what listens where.
    if (reason === "no_answer") await wait(Math.max(0, config.timeoutMs - (now() - started)));
    return { answer: null, fault: faultSentence(reason) };
  }
}

function ofStatus(status: number): FaultReason {
  if (status === 401 || status === 403) return "not_allowed";
  if (status === 429) return "too_often";
  return status >= 500 ? "server_error" : "status";
}

function read(
  document: SourceDocument,
  { source: { config } }: Question,
  sample: Readonly<Record<string, string>>,
  hide: (text: string) => string,
): Partial<HttpTest> {
  const { row } = config;
  const sheet = document.kind === "sheet" ? document.sheet : null;
  const at = sheet && row ? sheet.columns.indexOf(row.column.trim()) : -1;
  const sought = row ? rowKey(sample[row.param] ?? "") : "";
  const cells = sheet && (row ? sheet.rows.find((each) => rowKey(each[at] ?? "") === sought) : sheet.rows[0]);
  const json = document.kind === "json" ? document.json : rowObject(sheet?.columns ?? [], cells ?? []);
  return {
    columns: sheet?.columns.filter((name) => name !== "") ?? [],
    rowFound: sheet && row ? cells !== undefined : null,
    tree: valueTree(json).map((line) => ({ ...line, text: hide(line.text) })),
    values: Object.entries(readNamed(json, config.values)).map(([name, value]) => ({
      name,
      pointer: config.values[name] ?? "",
      read:
        value.kind === "text"
          ? { ...value, text: hide(value.text.slice(0, 500)).replace(/\p{Cs}/gu, "\ufffd") }
          : value,
    })),
  };
}

function sentHeaders({ headers, accept }: Question): { name: string; value: string }[] {
  return Object.entries({ ...headers, accept }).map(([name, value]) => ({ name, value }));
}

/** Puts dots in the place of secrets, also where an answer repeats what it was told. */
function hiding(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .filter((form) => form.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((shown, form) => shown.replaceAll(form, DOTS), text);
}
