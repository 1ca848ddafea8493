import { connect } from "node:net";

/** What came of many requests that were sent at once, each over a connection of its own. */
export type Burst = {
  requests: number;
  /** How many requests got no answer, by the code of what went wrong. */
  errors: Record<string, number>;
  /** Answers that are no picture by their type and first bytes. */
  notPictures: number;
  /** How many answers said what of their picture, by `X-Render-Status`. */
  statuses: Record<string, number>;
  /** Different tags among the answers that are the pictures asked for. */
  distinct: number;
  /** s until the last answer. */
  seconds: number;
};

type Reply = { type: string; render: string; tag: string; start: string };

/** Sends one request for each path, all at once, and waits for every answer. */
export async function burst(port: number, paths: readonly string[]): Promise<Burst> {
  const started = performance.now();
  const errors: Record<string, number> = {};
  const replies = await Promise.all(
    paths.map((path) =>
      ask(port, path).catch((error) => {
        count(errors, error instanceof Error && "code" in error ? String(error.code) : String(error));
        return null;
      }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  const answered = replies.filter((reply) => reply !== null);
  const statuses: Record<string, number> = {};
  for (const { render } of answered) count(statuses, render);
  return {
    requests: paths.length,
    errors,
    notPictures: answered.filter((reply) => !isPicture(reply)).length,
    statuses,
    distinct: new Set(answered.filter(({ render }) => render === "ok").map(({ tag }) => tag)).size,
    seconds,
  };
}

function count(tally: Record<string, number>, name: string): void {
  tally[name] = (tally[name] ?? 0) + 1;
}

/** The sum of a tally. */
export function totalOf(tally: Record<string, number>): number {
  return Object.values(tally).reduce((sum, times) => sum + times, 0);
}

const HEAD_END = "\r\n\r\n";

/** Reads the head of an answer and counts the rest: the client runs beside the server and must be cheap. */
function ask(port: number, path: string): Promise<Reply> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1");
    let begun = Buffer.alloc(0);
    let reply: Reply | null = null;
    let missing = 0;
    socket.once("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`));
    socket.once("error", fail);
    socket.once("close", () => fail(new Error("closed before the end")));
    socket.on("data", (chunk) => {
      if (!reply) {
        begun = Buffer.concat([begun, chunk]);
        const end = begun.indexOf(HEAD_END);
        if (end < 0) return;
        const header = headersIn(begun.toString("latin1", 0, end));
        const start = begun.subarray(end + HEAD_END.length, end + HEAD_END.length + 8).toString("hex");
        reply = {
          type: header("content-type"),
          tag: header("etag"),
          render: header("x-render-status"),
          start,
        };
        missing = Number(header("content-length")) + end + HEAD_END.length - begun.length;
      } else missing -= chunk.length;
      if (missing > 0) return;
      socket.removeAllListeners("close").destroy();
      done(reply);
    });
  });
}

function headersIn(head: string): (name: string) => string {
  return (name) => new RegExp(`\\r\\n${name}: ([^\\r]*)`, "i").exec(head)?.[1] ?? "none";
}

const STARTS: Record<string, string> = { "image/jpeg": "ffd8ff", "image/png": "89504e47" };

function isPicture({ type, start }: Reply): boolean {
  const expected = STARTS[type];
  return expected !== undefined && start.startsWith(expected);
}
