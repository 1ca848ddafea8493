import type { Server } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ImageHandler } from "@/lib/render/image-handler";
import { DEPTH_HEADER } from "@/lib/render/remote/fetch-remote";
import { endWith } from "./last-answer";
import { type RecordOf, type RequestRecord, recordRequests } from "./request-record";
import { escapedTarget, isImageTarget } from "./request-target";

/** The rest of a refused request is read and dropped up to here, so that the answer is not lost in a reset. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_MS = 10_000;
const HEAD_END = "\r\n\r\n";

const TIMED_OUT = "ERR_HTTP_REQUEST_TIMEOUT";

type Refusal = Error & { code?: string };

/**
 * Answers what the HTTP parser refuses: raw spaces, raw UTF-8, control characters, heads beyond its limit. A
 * picture's address still gets its picture, read from the bytes as they came; all else gets a bare 400, 408 or
 * 431. Either way the connection ends with the answer.
 */
export function answerRefused(server: Server, image: ImageHandler["handle"]): void {
  const recordOf: RecordOf = recordRequests(server);
  server.on("clientError", (error: Refusal, socket: Socket) => {
    const record = recordOf(socket);
    if (record.taken) return;
    if (!socket.writable || error.code === "ECONNRESET") {
      socket.destroy();
      return;
    }
    // The record gets the refused bytes right after the parser did.
    setImmediate(() => {
      if (record.taken) return;
      record.taken = true;
      recover(socket, record, error, image).catch(() => socket.destroy());
    });
  });
}

async function recover(
  socket: Socket,
  record: RequestRecord,
  error: Refusal,
  image: ImageHandler["handle"],
): Promise<void> {
  const line = requestLine(record.head);
  if (line === null || !isImageTarget(line.target)) {
    await answered(socket, record);
    return endWith(socket, plain(error));
  }
  const head = error.code === TIMED_OUT ? record.head : await wholeHead(socket, record);
  const read = requestLine(head) ?? line;
  const asking = { method: read.method, ifNoneMatch: headerIn(head, "if-none-match") };
  const nested = headerIn(head, DEPTH_HEADER) !== null;
  const { status, headers, body } = await image({ target: escapedTarget(read.target), ...asking, nested });
  await answered(socket, record);
  const all = { ...headers, Date: new Date().toUTCString(), Connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const top = Buffer.from(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n`,
    "latin1",
  );
  endWith(socket, body ? Buffer.concat([top, body]) : top);
}

type RequestLine = { method: "GET" | "HEAD"; target: string };

/** The first line of a head, whatever stands between the method and the version. null for another method. */
function requestLine(head: string): RequestLine | null {
  const found = /^[\r\n]*(GET|HEAD) ([^\r\n]*)/.exec(head);
  if (!found) return null;
  const target = (found[2] ?? "").replace(/ HTTP\/\d(\.\d)?\s*$/, "");
  return { method: found[1] === "HEAD" ? "HEAD" : "GET", target };
}

/** The value of a header, all that came of it; null where there is none that can be read. */
function headerIn(head: string, wanted: string): string | null {
  const values = head.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\t\x20-\x7e]*)$/.exec(line) ?? [];
    return name?.toLowerCase() === wanted && value !== undefined ? [value] : [];
  });
  return values.length === 0 ? null : values.join(", ");
}

/** Reads on until the head is over; keeps what it was given and the next bytes up to as much again. */
function wholeHead(socket: Socket, { head: begun, ended, tail: last }: RequestRecord): Promise<string> {
  if (ended) return Promise.resolve(begun);
  return new Promise((done) => {
    let head = begun;
    let tail = last;
    let read = begun.length;
    const finish = () => {
      clearTimeout(timer);
      socket.off("data", more).off("close", finish).off("end", finish);
      done(head);
    };
    const more = (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      read += chunk.length;
      if (head.length < 2 * 64 * 1024) head += text;
      tail += text;
      if (tail.includes(HEAD_END) || read > MOST_BYTES) finish();
      else tail = tail.slice(-HEAD_END.length);
    };
    const timer = setTimeout(finish, MOST_MS);
    socket.on("data", more).once("close", finish).once("end", finish);
  });
}

/** Waits until the earlier requests of the connection have their answers. */
function answered(socket: Socket, record: RequestRecord): Promise<void> {
  if (record.open === 0) return Promise.resolve();
  return new Promise((done) => {
    const check = () => {
      if (record.open > 0) return;
      socket.off("answered", check).off("close", done);
      done();
    };
    socket.on("answered", check).once("close", done);
  });
}

function plain(error: Refusal): Buffer {
  const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === TIMED_OUT ? 408 : 400;
  return Buffer.from(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
