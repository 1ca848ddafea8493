import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutboxMailView } from "@/components/outbox/outbox-mail-view";
import { findOutboxMail } from "@/lib/server/mail/outbox";
import { requireOutbox } from "../require-outbox";

export const metadata: Metadata = { title: "A mail in the outbox", robots: { index: false } };

type Props = { params: Promise<{ id: string }> };

export default async function OutboxMailPage({ params }: Props) {
  await requireOutbox();
  const mail = await findOutboxMail((await params).id);
  return mail ? <OutboxMailView mail={mail} /> : notFound();
}
