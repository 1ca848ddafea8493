import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-registry";
import { createRemoteFetcher, type RemoteFetcher } from "./fetch-remote";

/** The guarded door of this process, through which pictures and data come. */
export function remoteDoor(): RemoteFetcher {
  return processWide("remote-door", () => {
    const { PUBLIC_URL, ALLOW_PRIVATE_SOURCES, SOURCE_PORTS } = env();
    return createRemoteFetcher({
      ownHosts: [new URL(PUBLIC_URL).hostname],
      allowPrivate: ALLOW_PRIVATE_SOURCES,
      dataPorts: SOURCE_PORTS,
    });
  });
}
