import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Network } from "../remote/network";

/** What a host name resolves to; a function is asked again at every look-up, as a rebinding server would be. */
export type Zone = Record<string, string[] | (() => string[])>;

export type CanaryRig = {
  network: Network;
  zone: Zone;
  /** Addresses that lead to the site; every other address that is dialled leads to the canary. */
  sites: Set<string>;
  /** Requests that reached the site. */
  visits: IncomingMessage[];
  /** Requests that reached the canary: none, ever, while the guard stands. */
  hits: IncomingMessage[];
  /** Address lists in the order they were dialled. */
  dials: string[][];
  /** What the site answers. */
  serve: RequestListener;
  close: () => Promise<void>;
};

/** Two real loopback servers, a public site and a canary, behind a network whose names and routes are given. */
export async function openCanaryRig(): Promise<CanaryRig> {
  const site = createServer((request, response) => {
    rig.visits.push(request);
    rig.serve(request, response);
  });
  const canary = createServer((request, response) => {
    rig.hits.push(request);
    response.end("secret");
  });
  const sitePort = await listen(site);
  const canaryPort = await listen(canary);
  const rig: CanaryRig = {
    zone: {},
    sites: new Set(),
    visits: [],
    hits: [],
    dials: [],
    serve: (_request, response) => response.end("public"),
    network: {
      resolve: async (hostname) => {
        const entry = rig.zone[hostname];
        if (!entry) throw new Error(`NXDOMAIN ${hostname}`);
        return typeof entry === "function" ? entry() : entry;
      },
      dial: (addresses) => {
        rig.dials.push([...addresses]);
        const isSite = addresses.every((address) => rig.sites.has(address));
        return connect(isSite ? sitePort : canaryPort, "127.0.0.1");
      },
    },
    close: async () => {
      await Promise.all([stop(site), stop(canary)]);
    },
  };
  return rig;
}

/** Starts a server on a free loopback port and answers with the port. */
export async function listen(server: Server, host = "127.0.0.1"): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  return portOf(server.address());
}

/** Stops a server and drops its connections. */
export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("expected a TCP server");
  return address.port;
}
