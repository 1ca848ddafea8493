"use client";

import { useState } from "react";
import {
  MAIL_STATES,
  type MailingItem,
  type MailRow,
  type MailState,
} from "@/lib/batches/mailing/mailing-item";
import { TimeAgo } from "../../shell/time-ago";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Select } from "../../ui/select";
import { Skeleton } from "../../ui/skeleton";
import { count } from "../batch-words";
import { MAIL_BADGES } from "./mailing-words";
import { useMails } from "./use-mails";

const ALL = "all";

/** Every mail with its row, its address and what became of it. */
export function MailLog({ workspace, id, mailing }: { workspace: string; id: string; mailing: MailingItem }) {
  const [state, setState] = useState<MailState | null>(null);
  const { mails, hasMore, busy, more } = useMails({ workspace, id, mailing }, state);
  const { counts } = mailing;

  return (
    <section aria-label="Mails by row">
      <header className="mb-2 flex min-h-7 items-center gap-3">
        <h3 className="min-w-0 flex-1 font-medium text-muted text-xs">Mails by row</h3>
        <div className="w-52 shrink-0">
          <Select
            aria-label="Which mails"
            size="small"
            value={state ?? ALL}
            options={[
              { value: ALL, label: "All rows" },
              ...MAIL_STATES.map((each) => ({
                value: each,
                label: `${MAIL_BADGES[each].label} (${count(counts[each])})`,
              })),
            ]}
            onValueChange={(value) => setState(MAIL_STATES.find((each) => each === value) ?? null)}
          />
        </div>
      </header>
      <ul
        aria-label="Mails by row"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys must reach it
        tabIndex={0}
        className="max-h-80 divide-y overflow-y-auto rounded-lg bg-panel shadow-card"
      >
        {mails === null ? (
          <li className="px-4 py-2.5">
            <Skeleton className="h-5 w-64" />
          </li>
        ) : mails.length === 0 ? (
          <li className="px-4 py-2.5 text-muted text-sm">No row is in this state.</li>
        ) : (
          mails.map((mail) => <MailLine key={mail.row} mail={mail} />)
        )}
      </ul>
      {hasMore ? (
        <Button className="mt-3" busy={busy} onClick={() => void more()}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}

function MailLine({ mail: { row, address, state, at, answer } }: { mail: MailRow }) {
  const badge = MAIL_BADGES[state];
  const said =
    state === "skipped" ? "There is no good address in this row." : state === "sent" ? null : answer;
  return (
    <li className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <span className="figures text-muted">Row {count(row)}</span>
      <span className="wrap-anywhere min-w-0">
        {address || <span className="text-faint">No address</span>}
        {said ? <span className="block text-muted text-xs">{said}</span> : null}
      </span>
      <span className="flex items-center gap-3">
        <Badge tone={badge.tone}>{badge.label}</Badge>
        {at && state !== "waiting" ? (
          <span className="text-faint text-xs">
            <TimeAgo date={at} />
          </span>
        ) : null}
      </span>
    </li>
  );
}
