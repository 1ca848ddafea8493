import Link from "next/link";

/** Where mails are on a machine that only tries the product out. */
export function OutboxHint() {
  return (
    <p className="mt-1 text-faint text-xs">
      No mail server is set here: read it in the{" "}
      <Link href="/outbox" className="rounded-sm text-accent-text underline">
        outbox
      </Link>{" "}
      of this machine.
    </p>
  );
}
