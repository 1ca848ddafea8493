import type { Server } from "node:http";
import { closeUpgraded } from "./upgrades";

const CHECK_MS = 50;

/**
 * Takes no more connections, lets the answers under way finish, and then cuts what is left. Resolves when the
 * last connection is closed, at the latest after `timeoutMs`.
 */
export async function drain(server: Server, timeoutMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  const closeIdle = () => {
    server.closeIdleConnections();
    closeUpgraded(server);
  };
  closeIdle();
  // A kept-alive connection becomes idle only when its last answer is out.
  const idle = setInterval(closeIdle, CHECK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
