import type { Metadata } from "next";
import { OutboxList } from "@/components/outbox/outbox-list";
import { listOutbox } from "@/lib/server/mail/outbox";
import { requireOutbox } from "./require-outbox";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };

export default async function OutboxPage() {
  await requireOutbox();
  return <OutboxList mails={await listOutbox()} />;
}
