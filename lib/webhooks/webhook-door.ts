import { createRemotePoster, type RemotePoster } from "@/lib/render/remote/post-remote";
import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-registry";

/** The guarded door of this process through which events leave. */
export function webhookDoor(): RemotePoster {
  return processWide("webhook-door", () =>
    createRemotePoster({
      ownHosts: [new URL(env().PUBLIC_URL).hostname],
      allowPrivate: env().ALLOW_PRIVATE_SOURCES,
      ports: env().WEBHOOK_PORTS,
    }),
  );
}
