import { randomText } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { remoteDoor } from "@/lib/render/remote/remote-door";
import { parseInput } from "@/lib/server/http/parse-input";
import { createPersonLimiter, type PersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import { paramsOfConfig } from "../look-up/http-config";
import { type AskedSource, type Question, questionOf } from "../look-up/question";
import { decode, readDocument } from "../look-up/read-document";
import type { ReadValue } from "../look-up/read-values";
import { reasonOf, reasonOfStatus } from "../look-up/source-reason";
import { openSecrets } from "../look-up/source-secrets";
import { faultSentence } from "./fault-sentence";
import { DOTS, hideSecrets } from "./hide-secrets";
import {
  requireAskable,
  secretsAfter,
  type TestHttpInput,
  type TestStoredHttpInput,
  testHttpInput,
} from "./http-input";
import { storedHttp } from "./http-item";
import { readTest } from "./read-test";
import type { TreeLine } from "./value-tree";

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
  // Those that this change leaves out too: the source may know them, and what it repeats is nobody's.
  const hide = hideSecrets([...Object.values(all), ...Object.values(kept?.secrets ?? {})]);
  const request = sent(source, sample, hide);
  return { ...nothing, missing: [], request, ...(await ask(question, hide, sample, deps)) };
}

/** The same of a source that is there, by the configuration that it has where no other is given. */
export async function testStoredHttp(
  scope: Scope,
  id: string,
  { config, secrets, sample }: TestStoredHttpInput,
  deps: TestDeps = processDeps(),
): Promise<HttpTest> {
  const stored = config ?? (await storedHttp(scope, id)).config;
  return testHttp(scope, parseInput(testHttpInput, { id, config: stored, secrets, sample }), deps);
}

type Told = Pick<HttpTest, "answer" | "fault"> & Partial<HttpTest>;

async function ask(
  question: Question,
  hide: (text: string) => string,
  sample: Readonly<Record<string, string>>,
  { fetchData, now, wait }: TestDeps,
): Promise<Told> {
  const { config } = question.source;
  const began = now();
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
      contentType: contentType === undefined ? null : hide(contentType).slice(0, 200),
      bytes: bytes.length,
      ms: Math.round(now() - began),
      redirects,
      body: hide(decode(bytes, contentType))
        .slice(0, SHOWN)
        .replace(/\p{Cs}/gu, "\ufffd"),
    };
    if (status !== 200) return { answer, fault: faultSentence(reasonOfStatus(status)) };
    try {
      return {
        answer,
        fault: null,
        ...readTest(readDocument(bytes, contentType, config.format), question, sample, hide),
      };
    } catch (error) {
      return { answer, fault: faultSentence(reasonOf(error)) };
    }
  } catch (error) {
    const reason = reasonOf(error);
    // Refused, closed and silent take equally long, or this would tell what listens where.
    if (reason === "no_answer") await wait(Math.max(0, config.timeoutMs - (now() - began)));
    return { answer: null, fault: faultSentence(reason) };
  }
}

/** What is sent, with dots where a secret goes, however short it is. */
function sent(
  source: AskedSource,
  sample: Readonly<Record<string, string>>,
  hide: (text: string) => string,
): HttpTest["request"] {
  const mark = `secret${randomText(24)}`;
  const secrets = Object.fromEntries(Object.keys(source.secrets).map((name) => [name, mark]));
  const question = questionOf({ ...source, secrets }, sample);
  if (!question) return null;
  const shown = (text: string) => hide(text.replaceAll(mark, DOTS));
  return {
    url: shown(question.url),
    headers: Object.entries({ ...question.headers, accept: question.accept }).map(([name, value]) => ({
      name,
      value: shown(value),
    })),
  };
}
