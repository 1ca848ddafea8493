"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { ApiError, sentenceOf } from "../api/call-api";
import { type LookedAt, lookAtInvitation } from "../api/invitations";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { AcceptButton } from "./accept-button";
import { InvitationCard } from "./invitation-card";
import { InvitationRefused } from "./invitation-refused";
import { JoinForm } from "./join-form";
import { MailLink } from "./mail-link";
import { SwitchAccount } from "./switch-account";
import { forgetInvitationToken, useInvitationToken } from "./use-invitation-token";

const PATH = "/invite";

type State = { kind: "asking" } | { kind: "refused" } | { kind: "failed"; sentence: string } | Shown;
type Shown = { kind: "shown"; looked: LookedAt };

/** An invitation, and what whoever looks at it can do. Nothing is used up by looking, since mail programs look too. */
export function Invitation() {
  const token = useInvitationToken();
  const [state, setState] = useState<State>({ kind: "asking" });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again.
  useEffect(() => {
    if (token === null) return;
    let isOver = false;
    setState({ kind: "asking" });
    lookAtInvitation(token).then(
      (looked) => isOver || setState({ kind: "shown", looked }),
      (error) => {
        if (isOver) return;
        const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500;
        if (isRefused) forgetInvitationToken();
        setState(isRefused ? { kind: "refused" } : { kind: "failed", sentence: sentenceOf(error) });
      },
    );
    return () => {
      isOver = true;
    };
  }, [token, round]);

  switch (state.kind) {
    case "asking":
      return <Asking />;
    case "refused":
      return <InvitationRefused />;
    case "failed":
      return (
        <div role="alert">
          <p className="mb-4 text-sm">{state.sentence}</p>
          <Button onClick={() => setRound(round + 1)}>Try again</Button>
        </div>
      );
    case "shown":
      return (
        <>
          <InvitationCard {...state.looked.invitation} />
          <NextStep token={token ?? ""} {...state.looked} />
        </>
      );
  }
}

function NextStep({ token, invitation, viewer, needsMail }: LookedAt & { token: string }) {
  const { email, workspace } = invitation;
  const signIn = `/sign-in?${new URLSearchParams({ next: PATH, email })}`;
  if (!viewer) {
    return needsMail ? (
      <MailLink token={token} email={email} signIn={signIn} />
    ) : (
      <JoinForm token={token} email={email} signIn={signIn} />
    );
  }
  if (viewer.isMember) {
    return (
      <>
        <p className="mb-4 text-sm">You are a member already.</p>
        <Button asChild variant="primary" size="large" className="w-full">
          <Link href={`/${workspace.slug}`}>Go to {workspace.name}</Link>
        </Button>
      </>
    );
  }
  if (viewer.email !== email) {
    return (
      <>
        <p className="mb-4 text-sm">
          The invitation is for <strong className="font-medium">{email}</strong>, and you are signed in as{" "}
          <strong className="font-medium">{viewer.email}</strong>.
        </p>
        <SwitchAccount path={PATH} />
      </>
    );
  }
  if (needsMail) return <MailLink token={token} email={email} />;
  return (
    <>
      <AcceptButton token={token} workspace={workspace.name} />
      <p className="mt-4 text-faint text-sm">You are signed in as {viewer.email}.</p>
    </>
  );
}

function Asking() {
  return (
    <div aria-busy="true">
      <h1 className="sr-only">Invitation</h1>
      <Skeleton className="h-7 w-64" />
      <Skeleton className="mt-5 h-20 w-full rounded-lg" />
      <Skeleton className="mt-6 h-10 w-full" />
    </div>
  );
}
