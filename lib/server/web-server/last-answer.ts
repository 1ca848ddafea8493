import type { Socket } from "node:net";
import { STALLED_MS } from "./stalled-reader";

/** Time for the client to close its side after it was sent everything. */
const LINGER_MS = 1_000;

/** Writes the last bytes of a connection, waits until they are on their way, and then lets the connection go. */
export function endWith(socket: Socket, bytes: Buffer, stalledMs = STALLED_MS): void {
  const stall = () => socket.destroy();
  // Bytes that the system takes count as life, those of one long write too.
  socket.setTimeout(stalledMs, stall);
  socket.end(bytes, () => {
    setTimeout(stall, LINGER_MS).unref();
  });
}
