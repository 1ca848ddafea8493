import { ArrowLeft } from "lucide-react";
import Link from "next/link";

export type OutboxMailViewProps = {
  mail: { to: string; subject: string; text: string; html: string | null };
};

const ADDRESS = /(https?:\/\/\S+)/;

/** One kept mail: as text, its link to be followed, and as a mail program would draw it. */
export function OutboxMailView({ mail }: OutboxMailViewProps) {
  return (
    <main className="mx-auto max-w-3xl px-4 py-8 md:px-8">
      <Link
        href="/outbox"
        className="mb-6 inline-flex items-center gap-1.5 rounded-sm text-muted text-sm hover:text-text"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Outbox
      </Link>
      <h1 className="break-words font-semibold text-lg tracking-tight">{mail.subject}</h1>
      <p className="mt-1 mb-6 break-words text-muted text-sm">To {mail.to}</p>
      <section aria-label="As text" className="rounded-lg bg-panel p-5 shadow-card">
        <pre className="whitespace-pre-wrap break-words font-sans text-sm">{withLinks(mail.text)}</pre>
      </section>
      {mail.html === null ? null : (
        <section aria-label="As HTML" className="mt-6">
          <h2 className="mb-2 font-medium text-muted text-xs">As a mail program draws it</h2>
          {/* Without scripts or an origin; what is pressed in it opens in a tab of its own. */}
          <iframe
            title="The mail as HTML"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={`<base target="_blank">${mail.html}`}
            className="h-96 w-full rounded-lg bg-white shadow-card"
          />
        </section>
      )}
    </main>
  );
}

/** A plain anchor: the framework's own would fetch the page before anybody presses it. */
function withLinks(text: string) {
  return text.split(ADDRESS).map((part, index) =>
    ADDRESS.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={index} href={part} className="break-all text-accent-text underline">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
