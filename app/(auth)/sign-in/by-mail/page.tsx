import type { Metadata } from "next";
import { headers } from "next/headers";
import { AskForMailForm } from "@/components/auth/ask-for-mail-form";
import { safeNext } from "@/components/auth/safe-next";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { outboxOpen } from "@/lib/server/mail/outbox-open";

export const metadata: Metadata = { title: "Sign in by a link" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function ByMailPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next);
  return (
    <AskForMailForm kind="link" next={next} mail={mailAvailable()} outbox={outboxOpen(await headers())} />
  );
}
