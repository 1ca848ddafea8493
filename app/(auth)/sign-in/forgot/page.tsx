import type { Metadata } from "next";
import { headers } from "next/headers";
import { AskForMailForm } from "@/components/auth/ask-for-mail-form";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { outboxOpen } from "@/lib/server/mail/outbox-open";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPage() {
  return <AskForMailForm kind="reset" mail={mailAvailable()} outbox={outboxOpen(await headers())} />;
}
