import { MailX } from "lucide-react";
import Link from "next/link";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** A link that was used, taken back or is too old, or never was. */
export function InvitationRefused() {
  return (
    <EmptyState
      icon={<MailX aria-hidden />}
      title="This invitation lets nobody in"
      action={
        <Button asChild>
          <Link href="/home">Go to your workspaces</Link>
        </Button>
      }
    >
      It was used, taken back, or is too old. Ask whoever invited you for a new one.
    </EmptyState>
  );
}
