"use client";

import { RefreshCw } from "lucide-react";
import { useId, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../../api/call-api";
import { type LiveSource, loadLive } from "../../api/live-sources";
import { TimeAgo } from "../../shell/time-ago";
import { IconButton } from "../../ui/icon-button";

type Props = {
  workspace: string;
  source: LiveSource;
  onSource: (source: LiveSource) => void;
};

/** How a source does. */
export function StatePanel({ workspace, source, onSource }: Props) {
  const title = useId();
  const [busy, setBusy] = useState(false);
  const { health } = source;
  const isOpen = health?.openUntil && health.openUntil.getTime() > Date.now();

  async function refresh() {
    setBusy(true);
    try {
      onSource(await loadLive(workspace, source.id));
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <section aria-labelledby={title} className="grid content-start gap-3 rounded-lg bg-panel p-4 shadow-card">
      <header className="flex items-center gap-2">
        <h2 id={title} className="flex-1 font-semibold text-sm">
          State
        </h2>
        <IconButton label="Look again" disabled={busy} onClick={() => void refresh()}>
          <RefreshCw aria-hidden className="size-4" />
        </IconButton>
      </header>
      {health ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
          <dt className="text-muted">Last good answer</dt>
          <dd>{health.lastGoodAt ? <TimeAgo date={health.lastGoodAt} /> : "none yet"}</dd>
          <dt className="text-muted">Failed since</dt>
          <dd>{health.failures === 0 ? "never" : `${health.failures.toLocaleString("en")} times`}</dd>
          {health.failures > 0 && health.lastFault ? (
            <>
              <dt className="text-muted">Last failure</dt>
              <dd>
                {health.lastFailedAt ? <TimeAgo date={health.lastFailedAt} /> : null}
                <p className="text-warning-text text-xs">{health.lastFault}</p>
              </dd>
            </>
          ) : null}
          {isOpen && health.openUntil ? (
            <>
              <dt className="text-muted">Left alone until</dt>
              <dd suppressHydrationWarning>
                {health.openUntil.toLocaleTimeString()}
                <p className="text-muted text-xs">
                  It failed five times within half a minute. Then one request tries whether it is well again;
                  meanwhile pictures show its last good answers.
                </p>
              </dd>
            </>
          ) : null}
        </dl>
      ) : (
        <p className="text-muted text-sm">No picture has asked it yet.</p>
      )}
    </section>
  );
}
