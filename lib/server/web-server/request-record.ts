import type { Server } from "node:http";
import type { Socket } from "node:net";

/** What is kept of a request that is still arriving; far more than a picture's query is read of. */
const KEPT_BYTES = 64 * 1024;
const HEAD_END = "\r\n\r\n";

/** The longest part of a head's end that is not the whole of it. */
const CUT = HEAD_END.length - 1;

/** What is known of a request of which nothing has come. */
const NOTHING = { head: "", ended: false, tail: "" };

/** What a connection is in the middle of. */
export type RequestRecord = {
  /** The beginning of the request that has not been understood so far, one character a byte. */
  head: string;
  /** Whether that request's head is over, though it may be longer than what is kept of it. */
  ended: boolean;
  /** The last bytes of it that came: the end of a head may be cut in two. */
  tail: string;
  /** Answers still owed to earlier requests on the connection. */
  open: number;
  /** Heads understood since the record last saw bytes. */
  understood: number;
  /** Set once the connection is no longer the HTTP parser's. */
  taken: boolean;
};

export type RecordOf = (socket: Socket) => RequestRecord;

/**
 * Keeps the beginning of each arriving request, so that one the HTTP parser refuses can still be read. The parser
 * sees every byte before the record does.
 */
export function recordRequests(server: Server): RecordOf {
  const records = new WeakMap<Socket, RequestRecord>();
  const recordOf = (socket: Socket): RequestRecord => {
    const found = records.get(socket);
    if (found) return found;
    const record: RequestRecord = { ...NOTHING, open: 0, understood: 0, taken: false };
    records.set(socket, record);
    return record;
  };

  server.on("connection", (socket: Socket) => {
    const record = recordOf(socket);
    const note = (chunk: Buffer) => noteBytes(record, chunk);
    socket.on("data", note);
    // An upgraded connection carries no more requests.
    socket.once("upgraded", () => socket.off("data", note));
  });
  server.on("request", (request, response) => {
    const record = recordOf(request.socket);
    record.open++;
    record.understood++;
    response.once("close", () => {
      record.open--;
      // Whatever was kept by now is this request's body, unless the client did not wait for the answer.
      if (record.open === 0 && request.complete && !record.taken && request.method !== "GET")
        Object.assign(record, NOTHING);
      request.socket.emit("answered");
    });
  });
  return recordOf;
}

function noteBytes(record: RequestRecord, chunk: Buffer): void {
  if (record.taken) return;
  const room = KEPT_BYTES - record.head.length;
  record.head += chunk.toString("latin1", 0, Math.max(0, room));
  if (record.understood > 0) {
    for (; record.understood > 0; record.understood--) {
      const end = record.head.indexOf(HEAD_END);
      record.head = end < 0 ? "" : record.head.slice(end + HEAD_END.length);
    }
    record.ended = record.head.includes(HEAD_END);
    record.tail = record.head.slice(-CUT);
    return;
  }
  const seam = record.tail + chunk.toString("latin1", 0, CUT);
  record.ended ||= chunk.includes(HEAD_END) || seam.includes(HEAD_END);
  record.tail = (record.tail + chunk.toString("latin1", Math.max(0, chunk.length - CUT))).slice(-CUT);
}
