/** Names of the things that examples speak of: made up in the documentation, real in a test or a reader's workspace. */
export type ExampleWorld = {
  projectId: string;
  templateId: string;
  /** Revision of that template's draft. */
  revision: number;
  linkId: string;
  assetId: string;
  signingKeyId: string;
  imageId: string;
  /** Batches by how far they are; of the one that is done a row failed. */
  draftBatchId: string;
  runningBatchId: string;
  pausedBatchId: string;
  doneBatchId: string;
  /** One that is done and made pages (PDF). */
  pageBatchId: string;
  certificateId: string;
  webhookId: string;
  deliveryId: string;
  tableId: string;
  /** What a row of that table is found by. */
  rowKey: string;
  liveSourceId: string;
};

/** What stands in the OpenAPI document. */
export const DOCUMENTED_WORLD: ExampleWorld = {
  projectId: "prj_5y2v8c0q4m7k1h9d3s6x0z2b",
  templateId: "tpl_8d1k5t0w3n7r2c6y9b4f1h5m",
  revision: 1,
  linkId: "lnk_2q7x4v9j1c6n0s5m8k3t7d1w",
  assetId: "ast_0h4z9p2r6t1v5x8b3d7f0k4n",
  signingKeyId: "sgk_7m2c9w4t1x6r0b5k8h3n2v6q",
  imageId: "img_3c8n1v6x0z4m9k2j7h5g1d8s",
  draftBatchId: "bat_4k9t2w7c1x5v0m8q3z6n1b5d",
  runningBatchId: "bat_8s3h6j1p0r4y7u2i5o9e1w4q",
  pausedBatchId: "bat_1z7x5c3v9b0n2m4l6k8j1h3g",
  doneBatchId: "bat_6q0w4e8r2t5y9u1i3o7p0a2s",
  pageBatchId: "bat_3x7z1c5v9b2n6m0k4j8h2g6f",
  certificateId: "crt_2m6x0r5v9b3t7n1c6w2q4k8d",
  webhookId: "whk_6t2r9w4q8e1y5u0i3o7p2a6s",
  deliveryId: "dlv_1b5n9m3v7c2x6z0l4k8j3h7g",
  tableId: "src_4k8d2m6x0r5v9b3t7n1c6w2q",
  rowKey: "maria@example.com",
  liveSourceId: "src_9w3q7e1r5t8y2u6i0o4p1a3s",
};
