import { MailX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { AcceptButton } from "@/components/invite/accept-button";
import { InvitationCard } from "@/components/invite/invitation-card";
import { JoinForm } from "@/components/invite/join-form";
import { SwitchAccount } from "@/components/invite/switch-account";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listMemberships, loadAccount } from "@/lib/accounts/account";
import { findInvitation } from "@/lib/accounts/invitations/find-invitation";
import { currentIdentity } from "../../../access";

/** Its address lets somebody in: no other site is told it, and no search engine keeps it. */
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

type Props = { params: Promise<{ token: string }> };

/** Shows an invitation. Nothing is used up by looking, since mail programs look too. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [invitation, identity] = await Promise.all([findInvitation(token), currentIdentity()]);
  if (!invitation) return <Refused />;
  const path = `/invite/${token}`;
  const { email, workspace } = invitation;
  if (!identity) {
    const signIn = `/sign-in?${new URLSearchParams({ next: path, email })}`;
    return (
      <>
        <InvitationCard {...invitation} />
        <JoinForm token={token} email={email} signIn={signIn} />
      </>
    );
  }
  const [account, memberships] = await Promise.all([loadAccount(identity), listMemberships(identity)]);
  if (memberships.some(({ slug }) => slug === workspace.slug)) {
    return (
      <>
        <InvitationCard {...invitation} />
        <p className="mb-4 text-sm">You are a member already.</p>
        <Button asChild variant="primary" size="large" className="w-full">
          <Link href={`/${workspace.slug}`}>Go to {workspace.name}</Link>
        </Button>
      </>
    );
  }
  return (
    <>
      <InvitationCard {...invitation} />
      {account.email === email ? (
        <>
          <AcceptButton token={token} workspace={workspace.name} />
          <p className="mt-4 text-faint text-sm">You are signed in as {account.email}.</p>
        </>
      ) : (
        <>
          <p className="mb-4 text-sm">
            The invitation is for <strong className="font-medium">{email}</strong>, and you are signed in as{" "}
            <strong className="font-medium">{account.email}</strong>.
          </p>
          <SwitchAccount path={path} />
        </>
      )}
    </>
  );
}

function Refused() {
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
