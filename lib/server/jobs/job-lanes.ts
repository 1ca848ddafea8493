import { z } from "zod";
import { mailingTurn } from "@/lib/batches/mailing/run/mailing-job";
import { makePart } from "@/lib/batches/run/make-part";
import { deleteFilling } from "@/lib/sources/tables/delete-filling";
import { mailQuota } from "@/lib/usage/mail-quota";
import { deliverWebhook } from "@/lib/webhooks/deliver-webhook";
import { mailWebhookDisabled } from "@/lib/webhooks/mail-webhook-disabled";
import { finishImage } from "../images/finish-image";
import type { JobTask } from "./job-tasks";

/**
 * What a job is told: its payload as it lies in the queue, whether it will not be begun again when it fails, and a signal that
 * the process is about to end.
 */
export type JobHandler = (
  payload: unknown,
  about: { isLast: boolean; stopping?: AbortSignal },
) => Promise<void>;

/** Jobs that share a number of workers, so that one kind cannot take all of them. */
export type JobLane = {
  name: string;
  concurrency: number;
  tasks: Partial<Record<JobTask, JobHandler>>;
};

const deliveryPayload = z.object({ deliveryId: z.string(), tries: z.number().int() });

const batchPartPayload = z.object({ workspaceId: z.string(), place: z.number().int() });
const fillingPayload = z.object({ workspaceId: z.string(), sourceId: z.string(), filling: z.number().int() });

const quotaPayload = z.object({
  workspaceId: z.string(),
  metric: z.string(),
  month: z.string(),
  threshold: z.number().int(),
  plan: z.string(),
  userId: z.string(),
});

/** What is done in a process of its own, beside the server: long work that shall slow nobody down. */
export const WORKER_LANES: readonly JobLane[] = [
  {
    name: "batches",
    // While one part ends, with fewer pictures left than threads, another keeps the threads busy.
    concurrency: 2,
    tasks: { batch_part: (payload) => makePart(batchPartPayload.parse(payload)) },
  },
];

/** What the server does beside its answers. Every handler may be begun twice with the same payload, and does nothing twice. */
export const JOB_LANES: readonly JobLane[] = [
  {
    name: "pictures",
    // Painting has threads of its own, and a line in which workspaces take turns.
    concurrency: 4,
    tasks: {
      finish_image: (payload, { isLast }) =>
        finishImage(z.object({ imageId: z.string() }).parse(payload).imageId, { isLast }),
    },
  },
  {
    name: "deliveries",
    // Mostly spent on waiting for receivers; each workspace has three queues and so takes three of these at most.
    concurrency: 16,
    tasks: {
      deliver_webhook: (payload) => {
        const { deliveryId, tries } = deliveryPayload.parse(payload);
        return deliverWebhook(deliveryId, { kind: "scheduled", tries });
      },
      resend_webhook: (payload) =>
        deliverWebhook(z.object({ deliveryId: z.string() }).parse(payload).deliveryId, { kind: "manual" }),
      mail_webhook_disabled: (payload) =>
        mailWebhookDisabled(z.object({ endpointId: z.string() }).parse(payload).endpointId),
      mail_quota: (payload) => mailQuota(quotaPayload.parse(payload)),
    },
  },
  {
    name: "mailings",
    // Mostly spent on waiting for the pace, which is one for all of them.
    concurrency: 4,
    tasks: {
      send_mailing: (payload, about) => mailingTurn(payload, about),
    },
  },
  {
    name: "tables",
    concurrency: 1,
    tasks: {
      delete_filling: async (payload) => {
        await deleteFilling(fillingPayload.parse(payload));
      },
    },
  },
];
