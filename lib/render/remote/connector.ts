import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import { buildConnector } from "undici";
import { type AddressBlock, judgeAddress } from "./address-rule";
import type { Network } from "./network";
import { RemoteFailure } from "./remote-failure";
import { bareHostname } from "./url-rule";

export type ConnectorOptions = {
  network: Network;
  allowPrivate: readonly AddressBlock[];
  /** Time for name, TCP and TLS together, ms. */
  timeoutMs: number;
};

/**
 * Opens sockets for undici and is the only place that decides where to. The literal, or every address the
 * name resolves to, is judged; one bad address refuses the host; the socket goes to the judged addresses, so
 * a second DNS answer changes nothing. `Host` and the TLS server name stay those of the URL.
 */
export function createConnector({
  network,
  allowPrivate,
  timeoutMs,
}: ConnectorOptions): buildConnector.connector {
  const secureConnect = buildConnector({ ca: network.ca, timeout: timeoutMs, allowH2: false });

  async function open(target: buildConnector.Options): Promise<Socket> {
    const signal = AbortSignal.timeout(timeoutMs);
    const addresses = await addressesOf(bareHostname(target.hostname), network, signal);
    if (!addresses.every((address) => judgeAddress(address, allowPrivate) === "public")) {
      throw new RemoteFailure("refused_address");
    }
    const secure = target.protocol === "https:";
    const socket = network.dial(addresses, Number(target.port) || (secure ? 443 : 80));
    const giveUp = () => socket.destroy(new Error("no connection in time"));
    signal.addEventListener("abort", giveUp);
    try {
      await once(socket, "connect");
      socket.setNoDelay(true);
      return secure ? await secured(secureConnect, { ...target, httpSocket: socket }) : socket;
    } catch (cause) {
      socket.destroy();
      throw new RemoteFailure(signal.aborted ? "timeout" : "unreachable", cause);
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
  }

  return (target, callback) => {
    open(target).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

async function addressesOf(hostname: string, network: Network, signal: AbortSignal): Promise<string[]> {
  if (isIP(hostname) !== 0) return [hostname];
  const addresses = await network.resolve(hostname, signal).catch((cause) => {
    throw new RemoteFailure(signal.aborted ? "timeout" : "unresolved", cause);
  });
  if (addresses.length === 0) throw new RemoteFailure("unresolved");
  return addresses;
}

function secured(connect: buildConnector.connector, target: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connect(target, (error, socket) => (error ? reject(error) : resolve(socket)));
  });
}
