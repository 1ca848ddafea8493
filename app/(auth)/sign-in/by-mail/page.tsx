import type { Metadata } from "next";
import { headers } from "next/headers";
import { AskForMailForm } from "@/components/auth/ask-for-mail-form";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { outboxOpen } from "@/lib/server/mail/outbox-open";

export const metadata: Metadata = { title: "Sign in by a link" };

export default async function ByMailPage() {
  return <AskForMailForm kind="link" mail={mailAvailable()} outbox={outboxOpen(await headers())} />;
}
