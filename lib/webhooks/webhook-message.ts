import { newId } from "@/lib/accounts/ids";

/** An event as it is sent. */
export type WebhookMessage = {
  /** The `webhook-id`, by which a receiver knows what it has had already. */
  id: string;
  event: string;
  /** The body, byte for byte. */
  body: string;
};

/** The message that tells of an event. */
export function webhookMessage(event: string, data: object, now: Date): WebhookMessage {
  const body = JSON.stringify({ type: event, timestamp: now.toISOString(), data });
  return { id: newId("msg"), event, body };
}
