import { newWebhook } from "@/lib/server/testing/api-world";
import type { Person } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";

const endpointOf = async (owner: Person) => (await newWebhook(owner)).webhookId;

/** Where events are sent, and what was sent there. */
export const WEBHOOKS_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/webhooks": async () => ({}),
  "POST w/[workspace]/webhooks": async (owner) => {
    // A workspace has fifty at most, and the walks make more.
    await newWebhook(owner);
    return { body: { url: "https://receiver.example/events", events: ["image.rendered"] }, status: 201 };
  },
  "GET w/[workspace]/webhooks/[id]": async (owner) => ({ id: await endpointOf(owner) }),
  "PATCH w/[workspace]/webhooks/[id]": async (owner) => ({
    id: await endpointOf(owner),
    body: { enabled: false },
  }),
  "DELETE w/[workspace]/webhooks/[id]": async (owner) => ({ id: await endpointOf(owner), status: 204 }),
  "GET w/[workspace]/webhooks/[id]/secret": async (owner) => ({ id: await endpointOf(owner) }),
  "POST w/[workspace]/webhooks/[id]/rotate": async (owner) => ({
    id: await endpointOf(owner),
    body: { overlapHours: 1 },
  }),
  "POST w/[workspace]/webhooks/[id]/test": async (owner) => ({ id: await endpointOf(owner), status: 201 }),
  "GET w/[workspace]/webhooks/[id]/deliveries": async (owner) => ({
    id: await endpointOf(owner),
    query: "?limit=10",
  }),
  "POST w/[workspace]/deliveries/[id]/resend": async (owner) => ({
    id: (await newWebhook(owner)).deliveryId,
  }),
};
