import { IncomingMessage, type Server } from "node:http";
import type { Duplex } from "node:stream";

const upgraded = new WeakMap<Server, Set<Duplex>>();

/**
 * The class of requests of a server that changes to another protocol only where `may` says so. Everywhere else the
 * client's offer (curl and Java offer HTTP/2 with every request) is passed over, and the request is one like any.
 *
 * Once anybody listens for `upgrade`, which the framework does in production too, Node takes up every offer and gives
 * such a request no answer at all. It asks the request's own `upgrade` first; newer versions of Node have a setting
 * for this, the oldest supported one does not.
 */
export function requestClass(may: (target: string) => boolean): typeof IncomingMessage {
  return class extends IncomingMessage {
    #offered = false;
    #may: boolean | undefined;

    get upgrade(): boolean {
      if (!this.#offered) return false;
      // Asked again after the handlers ran, which may have changed the target: the first word counts.
      this.#may ??= this.method === "CONNECT" || may(this.url ?? "/");
      return this.#may;
    }

    set upgrade(offered: boolean | null) {
      // The constructor above this class sets it before there is anything to set.
      if (#offered in this) this.#offered = offered === true;
    }
  };
}

/** Whether the client offered another protocol. What it sent behind the request may be lost in Node. */
export function offersUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade !== undefined;
}

/** Counts the connections that change their protocol: HTTP's own bookkeeping, and so its closing, forgets them. */
export function countUpgraded(server: Server): void {
  const sockets = new Set<Duplex>();
  upgraded.set(server, sockets);
  const count = (_request: IncomingMessage, socket: Duplex) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.emit("upgraded");
  };
  // Only beside somebody who answers: a listener of ours alone would make Node leave upgrades without an answer.
  const follow = (event: string | symbol) => {
    if (event !== "upgrade") return;
    server.off("newListener", follow);
    server.on("upgrade", count);
  };
  server.on("newListener", follow);
}

/** Closes the connections that changed their protocol. There is no answer under way on them. */
export function closeUpgraded(server: Server): void {
  for (const socket of upgraded.get(server) ?? []) socket.destroy();
}
