import { Inbox } from "lucide-react";
import Link from "next/link";
import { TimeAgo } from "../shell/time-ago";
import { EmptyState } from "../ui/empty-state";

export type OutboxListProps = {
  mails: readonly { id: string; to: string; subject: string; createdAt: Date }[];
};

/** What would have been sent, had a mail server been set. */
export function OutboxList({ mails }: OutboxListProps) {
  return (
    <main className="mx-auto max-w-3xl px-4 py-8 md:px-8">
      <h1 className="font-semibold text-lg tracking-tight">Outbox</h1>
      <p className="mt-1 mb-6 text-balance text-muted text-sm">
        No mail server is set, so mails are kept here for seven days and sent to nobody. Only this machine
        sees this page.
      </p>
      {mails.length === 0 ? (
        <EmptyState icon={<Inbox aria-hidden />} title="No mails yet">
          When something would be mailed, such as a link to reset a password, it appears here.
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-lg bg-panel shadow-card">
          {mails.map((mail) => (
            <li key={mail.id}>
              <Link
                href={`/outbox/${mail.id}`}
                className="flex items-baseline gap-3 px-4 py-3 first:rounded-t-lg hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium text-sm">{mail.subject}</span>
                  <span className="block truncate text-faint text-xs">{mail.to}</span>
                </span>
                <span className="shrink-0 text-faint text-xs">
                  <TimeAgo date={mail.createdAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
