import { Resolver } from "node:dns/promises";
import { connect, isIPv6, type Socket } from "node:net";

/** The two things that touch the wire. Tests put their own in to lead public addresses to loopback servers. */
export type Network = {
  /** Every IPv4 and IPv6 address of a host name. Rejects, or answers with an empty list, when there is none. */
  resolve: (hostname: string, signal: AbortSignal) => Promise<string[]>;
  /** Begins a TCP connection to one of these addresses and to nothing else. */
  dial: (addresses: readonly string[], port: number) => Socket;
  /** Extra certificate authorities, PEM. */
  ca?: string;
};

/** The machine's own DNS servers and sockets. */
export const systemNetwork: Network = { resolve: createResolve(), dial };

/**
 * Asks DNS servers directly, not through getaddrinfo: a slow server then holds no thread of the pool that
 * files and pixels share, and the machine's hosts file and search domains lend no private names.
 *
 * @param servers `address:port` of the servers to ask instead of the machine's
 */
export function createResolve(servers?: readonly string[]): Network["resolve"] {
  return async (hostname, signal) => {
    const resolver = new Resolver({ timeout: 1000, tries: 2 });
    if (servers) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    try {
      signal.throwIfAborted();
      const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
      return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  };
}

/** The host is a name that cannot exist, so the checked addresses are all that this socket can ever reach. */
function dial(addresses: readonly string[], port: number): Socket {
  const checked = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return connect({
    host: "checked.invalid",
    port,
    autoSelectFamily: true,
    lookup: (_hostname, _options, done) => done(null, checked),
  });
}
