import { AppError } from "@/lib/errors";
import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-registry";
import { createRemoteFetcher } from "./fetch-remote";
import { RemoteFailure } from "./remote-failure";

/** A list is larger than a picture, and nobody waits for it in a mail. */
const LIMITS = {
  bytes: 50 * 1024 * 1024,
  firstByteMs: 15_000,
  totalMs: 60_000,
  concurrent: 8,
  concurrentPerOrigin: 8,
};

/**
 * The bytes of a list that somebody has published, through the same guarded door as pictures. Whatever is wrong there, the
 * sentence is the same: it must not tell what our network can reach. @throws AppError `invalid`
 */
export async function remoteList(url: string): Promise<Uint8Array> {
  const { fetchRemote } = processWide("remote-lists", () =>
    createRemoteFetcher({
      ownHosts: [new URL(env().PUBLIC_URL).hostname],
      allowPrivate: env().ALLOW_PRIVATE_SOURCES,
      limits: LIMITS,
    }),
  );
  try {
    return (await fetchRemote(url)).bytes;
  } catch (cause) {
    if (!(cause instanceof RemoteFailure)) throw cause;
    throw new AppError(
      "invalid",
      "No list could be loaded from this address. Share the sheet with everybody who has the link, or publish it to the web as CSV, and check that the address opens in a private browser window.",
      { path: "/url", cause },
    );
  }
}
