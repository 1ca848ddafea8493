/**
 * What is done later, and what each needs to know: ids only, for jobs lie in the database and what failed is written
 * beside them.
 */
export type JobPayloads = {
  /** Paints a picture that was asked for. */
  finish_image: { imageId: string };
  /** Makes the next part of a workspace's batches, for one of its places in the line. */
  batch_part: { workspaceId: string; place: number };
  /** Tries to deliver an event. `tries` says which try it is, so that the same one is not made twice. */
  deliver_webhook: { deliveryId: string; tries: number };
  /** Sends an event once more because a person wants it. */
  resend_webhook: { deliveryId: string };
  /** Tells owners and admins that an endpoint was switched off. */
  mail_webhook_disabled: { endpointId: string };
  /** Deletes rows of a table that another list took the place of. */
  delete_filling: { workspaceId: string; sourceId: string; filling: number };
  /** Sends the next mails of results of a batch. */
  send_mailing: { mailingId: string };
  /** Tells an owner or admin of a quota that is used so far: which one, by what its notice is known by. */
  mail_quota: {
    workspaceId: string;
    metric: string;
    /** Such as 2026-11. */
    month: string;
    threshold: number;
    plan: string;
    userId: string;
  };
};

export type JobTask = keyof JobPayloads;
