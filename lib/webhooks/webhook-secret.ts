import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { AppError } from "@/lib/errors";
import { seal, unseal } from "@/lib/server/sealed-secret";
import type { WebhookMessage } from "./webhook-message";

/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** A new secret as receivers are given it. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/** A secret as the row of its endpoint keeps it. */
export function sealWebhookSecret(endpointId: string, secret: string): string {
  return seal("webhook", endpointId, secret);
}

/** @throws AppError `unavailable` when NEXTAUTH_SECRET is another than it was sealed under */
export function openWebhookSecret(endpointId: string, sealed: string): string {
  const secret = unseal("webhook", endpointId, sealed);
  if (secret !== null) return secret;
  throw new AppError(
    "unavailable",
    "The secret of this webhook does not open: NEXTAUTH_SECRET is another than it was. Rotate the secret.",
  );
}

type Secrets = { id: string; secret: string; previousSecret: string | null; previousUntil: Date | null };

/** Whether a kept secret can still be read: under another NEXTAUTH_SECRET it cannot. */
export function opensWebhookSecret(endpointId: string, sealed: string): boolean {
  return unseal("webhook", endpointId, sealed) !== null;
}

/**
 * The headers that say what is sent, when and by whom; while a secret is replaced, both sign. One that does not open is
 * left out; null: none opens.
 */
export function signedHeaders(
  endpoint: Secrets,
  { id, body }: Pick<WebhookMessage, "id" | "body">,
  now: Date,
): Record<string, string> | null {
  const { previousSecret, previousUntil } = endpoint;
  const overlaps = previousSecret !== null && previousUntil !== null && previousUntil > now;
  const secrets = [endpoint.secret, ...(overlaps ? [previousSecret] : [])];
  const signatures = secrets.flatMap((sealed) => {
    const secret = unseal("webhook", endpoint.id, sealed);
    return secret === null ? [] : [new Webhook(secret).sign(id, now, body)];
  });
  if (signatures.length === 0) return null;
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}
