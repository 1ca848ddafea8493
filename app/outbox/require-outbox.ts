import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { outboxOpen } from "@/lib/server/mail/outbox-open";

/** Shows nothing of the outbox where it may not be read. */
export async function requireOutbox(): Promise<void> {
  if (!outboxOpen(await headers())) notFound();
}
