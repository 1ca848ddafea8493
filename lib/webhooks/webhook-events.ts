/** What a caller gave along with a picture, to find it again. */
export type Metadata = Readonly<Record<string, string>>;

/** Facts of a picture that programs asked for: never its values. */
type ImageFacts = {
  id: string;
  templateId: string;
  projectId: string;
  /** null: the draft. */
  versionId: string | null;
  format: string;
  metadata: Metadata;
};

/** Facts of a batch: how many rows it had and how they ended. Never what stood in them. */
type BatchFacts = {
  id: string;
  templateId: string;
  projectId: string;
  versionId: string | null;
  rows: number;
  made: number;
  failed: number;
  leftOut: number;
  expiresAt: string;
};

/** What happens in a workspace that its programs may want to know, and what is sent of it. No personal data. */
export type WebhookEvent =
  | {
      type: "template.published";
      data: {
        templateId: string;
        projectId: string;
        name: string;
        versionId: string;
        version: number;
        /** Its picture is at `/i/{linkKey}.png`. */
        linkKey: string;
      };
    }
  | {
      type: "image.rendered";
      data: ImageFacts & { url: string; width: number; height: number; bytes: number; expiresAt: string };
    }
  | { type: "image.failed"; data: ImageFacts & { error: { code: string; detail: string } } }
  | { type: "batch.finished" | "batch.cancelled"; data: BatchFacts }
  | {
      type: "quota.reached";
      data: {
        metric: string;
        /** The month, such as 2026-11. */
        period: string;
        limit: number;
        used: number;
        /** Per cent of the limit that is used now: 80 or 100. */
        threshold: number;
      };
    };

/** What endpoints can ask for, in the order in which they are offered. */
export const WEBHOOK_EVENTS = [
  "template.published",
  "image.rendered",
  "image.failed",
  "batch.finished",
  "batch.cancelled",
  "quota.reached",
] as const satisfies readonly WebhookEvent["type"][];

/** What people are told of each. */
export const WEBHOOK_EVENT_LABELS: Readonly<Record<WebhookEvent["type"], string>> = {
  "template.published": "A template is published",
  "image.rendered": "A picture that was asked for is ready",
  "image.failed": "A picture that was asked for could not be made",
  "batch.finished": "A batch is done: every row has its picture, or a reason why not",
  "batch.cancelled": "A batch was cancelled",
  "quota.reached": "A limit of the workspace is reached, or four fifths of it",
};

/** Sent only when a person asks for it. */
export const TEST_EVENT = "webhook.test";
