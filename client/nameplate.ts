import { OPERATIONS, type Operations, ROOT } from "./api.ts";
import { NameplateError } from "./nameplate-error.ts";

/** A client of Nameplate's REST API for whatever has `fetch`: Node 20 and newer, Deno, Bun, workers. It needs no packages. */

export type NameplateOptions = {
  /** Where the server is, such as `https://img.example.com`. */
  origin: string;
  /** An API key of the workspace. It goes into the Authorization header, and to no other server. */
  key: string;
  /** How often a request is sent at most. */
  attempts?: number;
  /** How long one answer may take, ms. */
  timeoutMs?: number;
  /** The longest pause before the next attempt, ms. Where the server asks for a longer one, the problem is thrown. */
  longestPauseMs?: number;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  pause?: (ms: number) => Promise<void>;
};

export type CallOptions = {
  signal?: AbortSignal;
  /** One of your own, so that also another run of your program repeats the request. Left out: a new one. */
  idempotencyKey?: string;
};

type Id = keyof Operations;
type PagedId = { [Each in Id]: Operations[Each] extends { item: unknown } ? Each : never }[Id];
type Optional<Input> = Record<never, never> extends Input ? [input?: Input] : [input: Input];

/** Every operation as a method of its name. */
export type Nameplate = {
  [Each in Id]: (
    ...args: [...Optional<Operations[Each]["input"]>, options?: CallOptions]
  ) => Promise<Operations[Each]["answer"]>;
} & {
  /** The items of a list one by one, however many pages they stand on. */
  each: <Each extends PagedId>(
    list: Each,
    input?: Omit<Operations[Each]["input"], "cursor">,
    options?: CallOptions,
  ) => AsyncGenerator<Operations[Each]["item"], void, undefined>;
};

const FIRST_PAUSE_MS = 500;

type Input = Record<string, unknown>;
type Row = {
  method: string;
  path: string;
  query: readonly string[];
  sends: "json" | "file" | "nothing";
  gives: "json" | "bytes" | "nothing";
  isRepeatable: boolean;
  items: string | null;
};

/** A client of one workspace. @throws NameplateError from every method */
export function createNameplate(options: NameplateOptions): Nameplate {
  const { attempts = 4, longestPauseMs = 60_000 } = options;
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));

  async function call(
    row: Row,
    input: Input = {},
    { signal, idempotencyKey }: CallOptions = {},
  ): Promise<unknown> {
    const headers = headersOf(row, input, options.key, idempotencyKey);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(row, input, headers, signal);
      } catch (error) {
        if (!(error instanceof NameplateError)) throw error;
        const ms = error.retryAfter === null ? FIRST_PAUSE_MS * 2 ** (attempt - 1) : error.retryAfter * 1000;
        if (attempt >= attempts || ms > longestPauseMs || !mayRepeat(row, error)) throw error;
        await pause(ms);
        signal?.throwIfAborted();
      }
    }
  }

  async function once(row: Row, input: Input, headers: Headers, signal?: AbortSignal): Promise<unknown> {
    const late = AbortSignal.timeout(options.timeoutMs ?? 60_000);
    const init: RequestInit = {
      method: row.method,
      headers,
      // Another address would get the key.
      redirect: "error",
      signal: signal ? AbortSignal.any([signal, late]) : late,
      ...bodyOf(row, input),
    };
    try {
      const response = await (options.fetch ?? fetch)(urlOf(options.origin, row, input), init);
      if (!response.ok) throw await NameplateError.of(response);
      return await answerOf(row, response);
    } catch (cause) {
      if (cause instanceof NameplateError || signal?.aborted) throw cause;
      const code = cause instanceof SyntaxError ? "unreadable" : "unreachable";
      throw new NameplateError(`No answer came from ${options.origin}.`, { code, status: 0, cause });
    }
  }

  async function* each(list: PagedId, input: Input = {}, callOptions: CallOptions = {}) {
    const row: Row = OPERATIONS[list];
    let cursor: unknown;
    do {
      const page = await call(row, { ...input, ...(cursor ? { cursor } : {}) }, callOptions);
      const found = page as Record<string, unknown[]> & { nextCursor?: unknown };
      yield* found[row.items ?? ""] ?? [];
      cursor = found.nextCursor;
    } while (cursor);
  }

  const methods = Object.entries(OPERATIONS).map(([id, row]) => [
    id,
    (input?: Input, callOptions?: CallOptions) => call(row, input, callOptions),
  ]);
  // The types of `api.ts` and its table are made from one document, so that they meet here.
  return { ...Object.fromEntries(methods), each } as Nameplate;
}

/**
 * Whether asking again can do no harm. A request that the server put off has done nothing; one whose answer was lost may
 * have: it is sent again only if it changes nothing, or carries a key by which the server knows it.
 */
function mayRepeat({ method, isRepeatable }: Row, { code, status, retryAfter }: NameplateError): boolean {
  if (code === "too_many" || code === "unavailable") return true;
  if (code === "conflict") return isRepeatable && retryAfter !== null;
  if (code !== "unreachable" && status !== 429 && status < 502) return false;
  return method === "GET" || isRepeatable;
}

function urlOf(origin: string, { path, query }: Row, input: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(input[name])));
  const url = new URL(`${ROOT}${filled}`, origin);
  for (const name of query) if (input[name] !== undefined) url.searchParams.set(name, String(input[name]));
  return url.href;
}

function headersOf(
  { sends, isRepeatable }: Row,
  { ifMatch }: Input,
  key: string,
  idempotencyKey?: string,
): Headers {
  const headers = new Headers({ authorization: `Bearer ${key}` });
  if (sends === "json") headers.set("content-type", "application/json");
  if (ifMatch !== undefined) headers.set("if-match", ifMatch === "*" ? "*" : `"${ifMatch}"`);
  if (isRepeatable) headers.set("idempotency-key", idempotencyKey ?? crypto.randomUUID());
  return headers;
}

function bodyOf({ sends }: Row, { body, file }: Input): RequestInit {
  if (sends === "json") return { body: JSON.stringify(body) };
  if (sends === "nothing" || !(file instanceof Blob)) return {};
  const form = new FormData();
  form.set("file", file);
  return { body: form };
}

async function answerOf({ gives }: Row, response: Response): Promise<unknown> {
  if (gives === "json") return response.json();
  if (gives === "nothing") return undefined;
  const { headers } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { bytes, contentType: headers.get("content-type") ?? "", headers };
}
