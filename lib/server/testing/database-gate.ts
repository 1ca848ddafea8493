import { createServer, connect as dial, type Socket } from "node:net";
import { promisify } from "node:util";

/** A way to a database that can be shut: connections are refused, or taken and never answered. */
export type DatabaseGate = {
  port: number;
  /** Lets connections through to a port of this machine. */
  open: (port: number) => Promise<void>;
  /** Breaks every connection and refuses new ones. */
  shut: () => Promise<void>;
  /** Connections stay and are taken, but nothing comes back any more. */
  hang: () => void;
};

/** Starts a gate on a free port. */
export async function startDatabaseGate(): Promise<DatabaseGate> {
  const sockets = new Set<Socket>();
  let target: number | null = null;
  let hanging = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on("close", () => sockets.delete(near)).on("error", () => near.destroy());
    if (hanging) return;
    if (target === null) {
      near.destroy();
      return;
    }
    const far = dial(target, "127.0.0.1");
    far.on("error", () => near.destroy()).on("close", () => near.destroy());
    near.on("data", (bytes) => far.write(bytes)).on("close", () => far.destroy());
    far.on("data", (bytes) => hanging || near.write(bytes));
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;

  async function breakAll(): Promise<void> {
    const closed = server.listening ? promisify(server.close.bind(server))() : Promise.resolve();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    port,
    async open(to) {
      await breakAll();
      target = to;
      hanging = false;
      await listen(port);
    },
    shut: breakAll,
    hang: () => {
      hanging = true;
    },
  };
}
