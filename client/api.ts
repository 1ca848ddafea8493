// The REST API in types, made from its OpenAPI document: see “The typed client” in CONTRIBUTING.md. Not by hand.

export const ROOT = "/api/v1";

/** Every error, as RFC 9457 has it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  /** What was expected, what came, what to do. */
  detail: string;
  /** The kind of problem, for programs. */
  code: string;
  /** The number of the request. */
  requestId: string;
  errors?: Array<{
    /** RFC 6901. */
    pointer: string;
    detail: string;
  }>;
};

export type Image = {
  /** Begins with `img_`. */
  id: string;
  /** `pending`: it is being made. */
  state: "pending" | "ready" | "failed";
  /** Where the picture is once it is ready. Whoever knows the address sees it; it cannot be guessed. */
  url: string;
  /** Begins with `tpl_`. */
  templateId: string;
  /** Begins with `prj_`. */
  projectId: string;
  /** The version it shows; null: the draft. */
  versionId: string | null;
  format: "png" | "jpg" | "webp" | "avif" | "gif" | "pdf";
  /** Pixels; null until it is ready. */
  width: number | null;
  height: number | null;
  /** How large the file is. */
  bytes: number | null;
  /** What of it did not load: `picture` or `font`. */
  missing: string | null;
  /** Why it failed, as problems say it. */
  error: {
    code: string;
    detail: string;
  } | null;
  /** As it was sent. */
  metadata: Record<string, string>;
  /** RFC 3339, in UTC. */
  createdAt: string;
  /** When it is deleted. */
  expiresAt: string;
};

export type Batch = {
  /** Begins with `bat_`. */
  id: string;
  /** `done`: every row has its picture, or a reason why not. */
  state: "draft" | "running" | "paused" | "done" | "cancelled";
  name: string;
  /** Begins with `tpl_`. */
  templateId: string;
  /** Begins with `prj_`. */
  projectId: string;
  /** The version its pictures show; null for a draft. */
  versionId: string | null;
  /** How pictures are written. */
  output: {
    format: "png" | "jpg" | "webp" | "avif" | "gif" | "pdf";
    /** A size of the template; null: the design’s own. */
    size: string | null;
    scale: 1 | 2 | 3;
    maxKilobytes: number | null;
    /** What files are called: a pattern of fields. */
    fileName: string;
    /** What becomes of a row whose picture does not load. */
    missingPictures: "fail" | "replace";
    /** How rows become certificates that anybody can check; null: they do not. */
    certificate: {
      numberField: string;
      scheme: "sequence" | "hash";
      prefix: string;
      verificationField: string | null;
      title: string | "";
      shownFields: Array<string>;
    } | null;
  };
  /** All rows of the list. */
  rows: number;
  /** Rows that a person left out. */
  leftOut: number;
  /** Rows that have their picture. */
  made: number;
  /** Rows that have none for a reason. */
  failed: number;
  /** How large all pictures are together. */
  bytes: number;
  /** RFC 3339, in UTC. */
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** When it is deleted, with its rows and pictures. */
  expiresAt: string;
};

export type BatchResult = {
  /** 1 for the first. */
  row: number;
  /** `waiting`: it is being made, or nobody has tried yet. */
  state: "made" | "failed" | "left_out" | "waiting";
  /** Where its picture is. It cannot be guessed. */
  url: string | null;
  bytes: number | null;
  /** Why there is no picture. */
  problem: {
    code: string;
    detail: string;
  } | null;
};

export type Certificate = {
  /** Begins with `crt_`. */
  id: string;
  /** As it stands on the certificate. */
  number: string;
  /** Where anybody checks it. Whoever has it sees whom the certificate names. */
  url: string;
  /** The batch that made it; batches are deleted after 30 days. */
  batchId: string;
  /** Its row in the batch, from 1. */
  row: number;
  /** What whoever checks it sees; null when it cannot be read any more. */
  shown: {
    title: string;
    values: Array<{
      label: string;
      value: string;
    }>;
  } | null;
  /** RFC 3339, in UTC. */
  issuedAt: string;
  /** Null: it counts. */
  revokedAt: string | null;
  /** Why, for the people of the workspace. */
  revokedReason: string | null;
};

export type Template = {
  /** Begins with `tpl_`. */
  id: string;
  name: string;
  /** Begins with `prj_`. */
  projectId: string;
  /** `draft`: never published. `changed`: the draft has moved on since the last publish. */
  status: "draft" | "published" | "changed";
  /** Counts changes of the draft. */
  revision: number;
  /** The canvas of the draft, px; null when the stored draft is damaged. */
  size: {
    width: number;
    height: number;
  } | null;
  /** Whether editors may change texts and pictures only. */
  brandLocked: boolean;
  /** Key of the first live link: its picture is at `/i/{linkKey}.png`. Null before the first publish. */
  linkKey: string | null;
  /** RFC 3339, in UTC. */
  updatedAt: string;
};

export type Field = {
  /** What stands in `values`, and in a link's query. */
  key: string;
  /** What people call it. */
  label: string;
  /** What values it takes. */
  type: "text" | "number" | "date" | "image" | "url" | "color" | "boolean";
  /** Shown when the field has no value. */
  fallback: string;
  /** The first values of the sample rows. */
  samples: Array<string>;
};

export type Draft = {
  /** The design, as the editor stores it. */
  document: {
    schemaVersion: number;
    width: number;
    height: number;
    [name: string]: unknown;
  };
  /** Counts changes. The ETag names it. */
  revision: number;
  /** What was damaged in the stored design, and mended for this answer. */
  repairs: Array<{
    code: string;
    path: string;
    message: string;
  }>;
};

export type Published = {
  version: {
    /** Begins with `ver_`. */
    id: string;
    number: number;
    revision: number;
  };
  link: {
    /** Its picture is at `/i/{key}.png`. */
    key: string;
  };
};

export type Version = {
  /** 1 for the first. */
  number: number;
  /** Revision of the draft that it froze. */
  revision: number;
  /** What it is about; empty when nobody said. */
  note: string;
  /** RFC 3339, in UTC. */
  createdAt: string;
  /** Who published it; null when they have no account any more. */
  by: string | null;
  /** Whether links show it. */
  live: boolean;
};

export type Link = {
  /** Begins with `lnk_`. */
  id: string;
  /** What stands in its address. */
  key: string;
  /** Begins with `tpl_`. */
  templateId: string;
  /** What people call it; may be empty. */
  name: string;
  /** Its picture as PNG; `.jpg`, `.webp`, `.avif`, `.gif` and `.pdf` are there too. */
  url: string;
  /** `used_up`: it shows the pictures it has made, and makes no more. Paused and expired ones show the picture without values. */
  state: "live" | "paused" | "expired" | "used_up";
  expiresAt: string | null;
  /** Most pictures it makes; null: any number. */
  maxRenders: number | null;
  /** Pictures it made while there was a limit. */
  renders: number;
  /** Who may say what it shows. */
  policy: "open" | "signed_remote" | "signed";
  /** Hosts that pictures may come from; none: as the workspace. */
  allowedImageHosts: Array<string>;
  /** RFC 3339, in UTC. */
  createdAt: string;
};

export type Table = {
  /** Begins with `src_`. */
  id: string;
  name: string;
  columns: Array<string>;
  /** How many. */
  rows: number;
  /** The column whose value finds a row. */
  keyColumn: string;
  /** Under which name that value stands in addresses of pictures. */
  param: string;
  /** `email`: MD5, SHA-1 and SHA-256 digests of e-mail addresses find their rows too. */
  keyKind: "plain" | "email";
  /** How many links look values up in it. */
  links: number;
  /** When its list came. */
  filledAt: string | null;
  /** RFC 3339, in UTC. */
  createdAt: string;
};

export type FilledTable = {
  table: Table;
  /** What was noticed, such as rows that nothing finds. */
  notes: Array<string>;
};

export type TableRow = {
  /** What it is found by. */
  key: string;
  /** By the names of the columns. */
  values: Record<string, string>;
};

export type LinkData = {
  sources: Array<{
    /** Begins with `src_`. */
    sourceId: string;
    /** Names of its values by keys of the template's fields. */
    mapping: Record<string, string>;
  }>;
};

export type LiveSource = {
  /** Begins with `src_`. */
  id: string;
  name: string;
  /** How it is asked, and what is read from its answers. */
  config: {
    /** With `{{name}}` for what a picture's address says. */
    address: string;
    format: "json" | "csv" | "feed";
    /** JSON pointers (RFC 6901) by the names of values. */
    values: Record<string, string>;
    timeoutMs: number;
    cacheSeconds: number;
    staleSeconds: number;
    [name: string]: unknown;
  };
  /** Their names; what they say is never given. */
  secrets: Array<string>;
  /** How many links look values up in it. */
  links: number;
  /** Null: no picture has asked it yet. */
  health: {
    lastGoodAt: string | null;
    lastFailedAt: string | null;
    /** Why it failed last. */
    lastFault: string | null;
    /** Since it last answered. */
    failures: number;
    /** Until when it is left alone. */
    openUntil: string | null;
  } | null;
  /** RFC 3339, in UTC. */
  createdAt: string;
};

export type LiveSourceTest = {
  /** Names that `sample` lacks; where any, nothing was asked. */
  missing: Array<string>;
  /** What was sent, secrets as dots. */
  request: {
    url: string;
    headers: Array<{
      name: string;
      value: string;
    }>;
  } | null;
  /** Null: none came. */
  answer: {
    status: number;
    contentType: string | null;
    bytes: number;
    ms: number;
    redirects: number;
    /** Its beginning. */
    body: string;
  } | null;
  /** What is wrong, and what to do. */
  fault: string | null;
  /** Of a sheet. */
  columns: Array<string>;
  /** Of a sheet, where a row was looked for. */
  rowFound: boolean | null;
  /** What the answer holds, one line for each JSON pointer. */
  tree: Array<{
    pointer: string;
    depth: number;
    name: string;
    kind: "object" | "list" | "text" | "number" | "yes-no" | "nothing";
    text: string;
  }>;
  /** What each value would be in a picture. */
  values: Array<{
    name: string;
    pointer: string;
    read: {
      kind: "text" | "missing" | "blank" | "list" | "object";
      [name: string]: unknown;
    };
  }>;
};

export type SigningKey = {
  /** Begins with `sgk_`. */
  id: string;
  /** RFC 3339, in UTC. */
  createdAt: string;
};

export type NewSigningKey = {
  /** Begins with `sgk_`. */
  id: string;
  /** RFC 3339, in UTC. */
  createdAt: string;
  /** Keep it on your server. */
  secret: string;
};

export type Project = {
  /** Begins with `prj_`. */
  id: string;
  name: string;
  /** How many. */
  templates: number;
};

export type Asset = {
  /** Begins with `ast_`. */
  id: string;
  name: string;
  contentType: string;
  width: number;
  height: number;
  /** How large the file is. */
  bytes: number;
  /** What it is sorted by. */
  tags: Array<string>;
  /** RFC 3339, in UTC. */
  createdAt: string;
};

export type Member = {
  /** Begins with `usr_`. */
  id: string;
  name: string;
  email: string;
  role: "owner" | "admin" | "editor" | "viewer" | "guest";
  /** The only projects a guest sees; null: all. */
  projectIds: Array<string> | null;
  /** RFC 3339, in UTC. */
  joinedAt: string;
};

export type Usage = {
  /** Such as `2026-11`; it begins and ends in UTC. */
  month: string;
  /** The whole workspace; null for a key that is limited to projects. */
  workspace: {
    plan: {
      id: "free" | "growth" | "scale" | "self-hosted";
      name: string;
    };
    /** Pictures answered in the month. */
    served: {
      used: number;
      /** What the plan includes; null: there is no limit. */
      limit: number | null;
    };
    /** Pictures painted anew in the month. */
    rendered: {
      used: number;
      /** What the plan includes; null: there is no limit. */
      limit: number | null;
    };
    /** Batches started in the month. */
    batches: {
      used: number;
      /** What the plan includes; null: there is no limit. */
      limit: number | null;
    };
    /** Bytes of uploads now, deleted ones that old pictures still show included, and of kept pictures. */
    storage: {
      used: number;
      /** What the plan includes; null: there is no limit. */
      limit: number | null;
    };
    /** People now, guests and open invitations included. */
    members: {
      used: number;
      /** What the plan includes; null: there is no limit. */
      limit: number | null;
    };
  } | null;
  /** Those that used anything, the one that was seen most first. */
  projects: Array<{
    /** Null: pictures whose project was not known. */
    id: string | null;
    name: string | null;
    /** Pictures answered. */
    served: number;
    /** Pictures painted anew, not remembered. */
    rendered: number;
  }>;
  /** Every day of the month until today. */
  days: Array<{
    day: string;
    /** Pictures answered. */
    served: number;
    /** Pictures painted anew, not remembered. */
    rendered: number;
  }>;
};

export type Webhook = {
  /** Begins with `whk_`. */
  id: string;
  url: string;
  events: Array<string>;
  /** The only projects whose events it gets; null: all. */
  projectIds: Array<string> | null;
  health: "unused" | "healthy" | "failing" | "disabled";
  /** RFC 3339, in UTC. */
  createdAt: string;
  lastTriedAt: string | null;
  /** Since when nothing has arrived; null: the last try did. */
  failingSince: string | null;
  disabledAt: string | null;
  /** `gone`: it answered 410. `failing`: nothing had arrived for 5 days. */
  disabledFor: "person" | "gone" | "failing" | null;
  /** Until when the secret before signs too. */
  previousUntil: string | null;
};

export type NewWebhook = {
  webhook: Webhook;
  /** Begins with `whsec_`. Verify deliveries with it. */
  secret: string;
};

export type WebhookSecret = {
  /** Begins with `whsec_`. Verify deliveries with it. */
  secret: string;
};

export type Delivery = {
  /** Begins with `dlv_`. */
  id: string;
  /** Begins with `whk_`. */
  webhookId: string;
  /** The `webhook-id`: the same for every try. */
  messageId: string;
  event: string;
  /** What is sent, byte for byte. */
  body: string;
  state: "pending" | "delivered" | "failed";
  /** RFC 3339, in UTC. */
  createdAt: string;
  nextTryAt: string | null;
  /** The newest first, 20 at most. */
  attempts: Array<{
    /** RFC 3339, in UTC. */
    at: string;
    /** What was answered; null: nothing was. */
    status: number | null;
    /** How long the answer took; null: there was none. */
    ms: number | null;
    /** Whether somebody asked for it. */
    manual: boolean;
  }>;
};

/** Kinds of problems, as `code` of a problem names them. */
export type ProblemCode =
  | "not_signed_in"
  | "forbidden"
  | "too_many"
  | "internal"
  | "unavailable"
  | "bad_request"
  | "not_found"
  | "conflict"
  | "too_large"
  | "unsupported_type"
  | "invalid"
  | "precondition_failed"
  | "precondition_required"
  | "storage_full";

/** A file that was answered. */
export type Bytes = { bytes: Uint8Array<ArrayBuffer>; contentType: string; headers: Headers };

/** What each operation takes and gives; `item`: one of a list. */
export type Operations = {
  /**
   * Make a picture. Paints a template with values. `delivery` says what comes: the picture itself, its address, or at once where it will be. The same request gives the same picture. Where a link would show something in its place, this says what is wrong. With `bytes`, `X-Render-Problem` names what did not load (`picture` or `font`), and an Idempotency-Key is not needed and not looked at: nothing is made that stays.
   *
   * Needs the scope `images:render`.
   */
  createImage: {
    input: {
      body: {
        templateId: string;
        /** `latest`: what links show. `draft`: the design as it is edited. Or the number of a version. */
        version?: "latest" | "draft" | number;
        /** What stands in the fields, by their keys. Left out or blank: the field’s fallback. */
        values?: Record<string, string | number | boolean>;
        /** `gif` moves for a minute where the design counts down. `pdf` is a page of vectors. */
        format?: "png" | "jpg" | "webp" | "avif" | "gif" | "pdf";
        /** A size of the template: its id, its name, or such as `600x600`. */
        size?: string;
        /** Pixels to a px of the canvas. */
        scale?: 1 | 2 | 3;
        /** The quality is lowered until the picture fits; 1 kB is 1,000 bytes. */
        maxKilobytes?: number;
        /** `bytes`: the picture itself. `url`: its address, where it stays for 30 days. `async`: at once, with where it will be; `getImage` and webhooks say when. */
        delivery?: "bytes" | "url" | "async";
        /** What you want to find again in answers and webhooks, such as an order number. Kept as it is: no personal data. Not for `bytes`. */
        metadata?: Record<string, string>;
      };
    };
    answer: Bytes;
  };
  /**
   * List kept pictures. Those made with `url` or `async`, the newest first.
   *
   * Needs the scope `images:read`.
   */
  listImages: {
    input: {
      /** Only pictures of this template. */
      template?: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      images: Array<Image>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Image;
  };
  /**
   * Get a kept picture. How it stands: `pending`, `ready` with its address, or `failed` with why. Kept for 30 days.
   *
   * Needs the scope `images:read`.
   */
  getImage: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Image;
  };
  /**
   * Make a batch. Many pictures from rows, one a row, up to 10,000 in a request. It starts at once unless `start` is `false`, and shows the version that is published then. `getBatch` says how far it is; webhooks say when it is done. Rows that cannot be made stop nobody: `listBatchResults` says why.
   *
   * Needs the scope `batches:write`.
   */
  createBatch: {
    input: {
      body: {
        templateId: string;
        /** What people call it. */
        name?: string;
        /** What stands in the fields of each picture, by their keys. Left out or blank: the field’s fallback. */
        rows: Array<Record<string, string | number | boolean>>;
        /** How pictures are written, and what their files are called. */
        output?: {
          format?: "png" | "jpg" | "webp" | "avif" | "gif" | "pdf";
          size?: string | null;
          scale?: 1 | 2 | 3;
          maxKilobytes?: number | null;
          fileName?: string;
          missingPictures?: "fail" | "replace";
          certificate?: {
            numberField: string;
            scheme: "sequence" | "hash";
            prefix?: string;
            verificationField?: string | null;
            title?: string | "";
            shownFields?: Array<string>;
          } | null;
        };
        /** Whether it starts at once. `false`: it is a draft, until `startBatch` or a person starts it. A workspace has at most 200 of them, and one that nobody changes for 14 days is deleted. */
        start?: boolean;
      };
    };
    answer: Batch;
  };
  /**
   * List batches. The newest first. They are kept for 30 days, drafts for 14 after the last change.
   *
   * Needs the scope `batches:read`.
   */
  listBatches: {
    input: {
      /** Only batches of this template. */
      template?: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      batches: Array<Batch>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Batch;
  };
  /**
   * Get a batch. How far it is: `made`, `failed` and `leftOut` are all of its `rows` when it is `done`.
   *
   * Needs the scope `batches:read`.
   */
  getBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Batch;
  };
  /**
   * Delete a batch. With its rows and all of its pictures, at once and whatever it is doing. Their addresses show nothing any more.
   *
   * Needs the scope `batches:write`.
   */
  deleteBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * Start a batch. A draft begins to be made, from the version that is published now.
   *
   * Needs the scope `batches:write`.
   */
  startBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Batch;
  };
  /**
   * Pause a batch. What is being made at this moment is made anew when it is resumed.
   *
   * Needs the scope `batches:write`.
   */
  pauseBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Batch;
  };
  /**
   * Resume a batch. It goes on where it was paused.
   *
   * Needs the scope `batches:write`.
   */
  resumeBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Batch;
  };
  /**
   * Cancel a batch. It ends for good; pictures that are made stay.
   *
   * Needs the scope `batches:write`.
   */
  cancelBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Batch;
  };
  /**
   * Make failed rows again. Of a batch that is done, only rows that failed are made again, from the same version.
   *
   * Needs the scope `batches:write`.
   */
  retryBatch: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Batch;
  };
  /**
   * List what became of rows. Each row in the order of the list, with the address of its picture, or why there is none. Not for drafts.
   *
   * Needs the scope `batches:read`.
   */
  listBatchResults: {
    input: {
      /** Which one. */
      id: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** At most so many, 1 to 100. */
      limit?: number;
    };
    answer: {
      results: Array<BatchResult>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: BatchResult;
  };
  /**
   * Download all pages as one PDF. Of a batch whose format is `pdf`: a page for every row that is made, in the order of the list, as it was made. Rows that failed or were left out have none. It is written while it is read.
   *
   * Needs the scope `batches:read`.
   */
  getBatchPages: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Bytes;
  };
  /**
   * List certificates. The newest first. Those of rows without a picture are not among them.
   *
   * Needs the scope `certificates:read`.
   */
  listCertificates: {
    input: {
      /** Only those with this in their number: all of it, or a part. */
      number?: string;
      /** Only those that this batch made. */
      batch?: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      certificates: Array<Certificate>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Certificate;
  };
  /**
   * Get a certificate. Whom it names and what for, and whether it counts.
   *
   * Needs the scope `certificates:read`.
   */
  getCertificate: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Certificate;
  };
  /**
   * Revoke or restore a certificate. Whoever checks it is told so from then on, and no longer whom it names while it is revoked. One that is as wanted stays as it is.
   *
   * Needs the scope `certificates:write`.
   */
  updateCertificate: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** Whether it counts no more; `false` lets it count again. */
        revoked: boolean;
        /** Why it is revoked, for the people of the workspace alone; whoever checks it is not told. */
        reason?: string;
      };
    };
    answer: Certificate;
  };
  /**
   * List templates. The last changed first. A key that is limited to projects sees theirs.
   *
   * Needs the scope `templates:read`.
   */
  listTemplates: {
    input: {
      /** Only templates of this project. */
      project?: string;
      /** Part of the name; case and accents do not count. */
      search?: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      templates: Array<Template>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Template;
  };
  /**
   * Create a template. Empty, from a ready design, or from a template of the workspace.
   *
   * Needs the scope `templates:write`.
   */
  createTemplate: {
    input: {
      body: {
        name?: string;
        /** Left out: the first project. */
        projectId?: string;
        from:
          | {
              kind: "blank";
              width: number;
              height: number;
              /** How wide it is shown, px: half the width for sharp screens. */
              displayWidth: number;
            }
          | {
              kind: "starter";
              id: string;
            }
          | {
              kind: "workspace-starter";
              id: string;
            };
      };
    };
    answer: Template;
  };
  /**
   * Get a template. What lists show of it. Its fields and its design have addresses of their own.
   *
   * Needs the scope `templates:read`.
   */
  getTemplate: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Template;
  };
  /**
   * Rename or move a template. Its design is changed with `putDraft`.
   *
   * Needs the scope `templates:write`.
   */
  updateTemplate: {
    input: {
      /** Which one. */
      id: string;
      body: {
        name?: string;
        /** Where it is moved to. */
        projectId?: string;
      };
    };
    answer: Template;
  };
  /**
   * Delete a template. Its links show a neutral picture from then on. `restoreTemplate` brings both back.
   *
   * Needs the scope `templates:write`.
   */
  deleteTemplate: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * Restore a deleted template. With the links that went with it. Restoring one that is not deleted changes nothing.
   *
   * Needs the scope `templates:write`.
   */
  restoreTemplate: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Template;
  };
  /**
   * Duplicate a template. A new, unpublished template with the same design, beside it or in another project.
   *
   * Needs the scope `templates:write`.
   */
  duplicateTemplate: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** Where the copy goes; left out: beside the original. */
        projectId?: string;
      };
    };
    answer: Template;
  };
  /**
   * List a template’s fields. What may stand in `values` when a picture is made, and what is shown where nothing does.
   *
   * Needs the scope `templates:read`.
   */
  listFields: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: {
      fields: Array<Field>;
    };
  };
  /**
   * Get a draft. The design as it is edited. Its ETag names its revision: keep it for `putDraft`.
   *
   * Needs the scope `templates:read`.
   */
  getDraft: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Draft;
  };
  /**
   * Replace a draft. Takes a whole design. If-Match has to name the revision it was made on: where somebody has saved meanwhile, nothing is stored and the answer is 412.
   *
   * Needs the scope `templates:write`.
   */
  putDraft: {
    input: {
      /** Which one. */
      id: string;
      /** The revision that the change was made on; `*` replaces whatever is there. */
      ifMatch: number | "*";
      body: {
        /** A design, as `getDraft` gives it. */
        document: Record<string, unknown>;
      };
    };
    answer: {
      revision: number;
    };
  };
  /**
   * Publish a template. Freezes a revision of the draft as the version that links show from now on. The first time it makes the template’s link.
   *
   * Needs the scope `templates:publish`.
   */
  publishTemplate: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** Of the draft. Where it has moved on, nothing is published. */
        revision: number;
        /** What the version is about, for the list of versions. */
        note?: string;
      };
    };
    answer: Published;
  };
  /**
   * List versions. What was published, the newest first.
   *
   * Needs the scope `templates:read`.
   */
  listVersions: {
    input: {
      /** Which one. */
      id: string;
      /** Only versions before this number. */
      before?: number;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      versions: Array<Version>;
      more: boolean;
    };
  };
  /**
   * List links. The newest first.
   *
   * Needs the scope `links:read`.
   */
  listLinks: {
    input: {
      /** Only links of this template. */
      template?: string;
      /** Only links whose name, key or template has this in it. */
      search?: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      links: Array<Link>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Link;
  };
  /**
   * Create a link. One more address of a template, such as for another campaign, with settings of its own.
   *
   * Needs the scope `links:write`.
   */
  createLink: {
    input: {
      body: {
        templateId: string;
        /** What people call it, such as the campaign it is for. */
        name?: "" | string;
        /** A paused link shows its picture without values. */
        paused?: boolean;
        /** From then on it shows its picture without values; null: never. */
        expiresAt?: string | null;
        /** Most pictures it makes. Those that are kept are shown on; null: any number. */
        maxRenders?: number | null;
        /** Who may say what it shows. `open`: whoever has the address. `signed_remote`: likewise, but pictures by address come from listed hosts or are signed. `signed`: signed and encrypted addresses only. */
        policy?: "open" | "signed_remote" | "signed";
        /** Hosts that pictures may come from, such as `*.example.com`. They never reach further than the workspace’s; none: as the workspace. */
        allowedImageHosts?: Array<string>;
      };
    };
    answer: Link;
  };
  /**
   * Get a link. A deleted one is not found.
   *
   * Needs the scope `links:read`.
   */
  getLink: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Link;
  };
  /**
   * Change a link’s settings. What is left out stays as it is. Its pictures follow within seconds.
   *
   * Needs the scope `links:write`.
   */
  updateLink: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** What people call it, such as the campaign it is for. */
        name?: "" | string;
        /** A paused link shows its picture without values. */
        paused?: boolean;
        /** From then on it shows its picture without values; null: never. */
        expiresAt?: string | null;
        /** Most pictures it makes. Those that are kept are shown on; null: any number. */
        maxRenders?: number | null;
        /** Who may say what it shows. `open`: whoever has the address. `signed_remote`: likewise, but pictures by address come from listed hosts or are signed. `signed`: signed and encrypted addresses only. */
        policy?: "open" | "signed_remote" | "signed";
        /** Hosts that pictures may come from, such as `*.example.com`. They never reach further than the workspace’s; none: as the workspace. */
        allowedImageHosts?: Array<string>;
      };
    };
    answer: Link;
  };
  /**
   * Delete a link. Its address shows a neutral picture within seconds. `restoreLink` brings it back.
   *
   * Needs the scope `links:write`.
   */
  deleteLink: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * Sign an address. The address of a link’s picture for some values, signed, so that nobody can change them; or with the values encrypted, so that nobody can read them either. The newest signing key is used; without one, one is made.
   *
   * Needs the scope `links:sign`.
   */
  signLinkUrl: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** What stands in the fields, by their keys. */
        values?: Record<string, string | number | boolean>;
        format?: "png" | "jpg" | "webp" | "avif" | "gif" | "pdf";
        /** A size of the template: its id, its name, or such as `600x600`. */
        size?: string;
        scale?: 1 | 2 | 3;
        /** Whether the values stand in the address encrypted, so that no personal data does. */
        encrypt?: boolean;
        /** Seconds for which it holds; left out: for ever. */
        expiresIn?: number;
      };
    };
    answer: {
      url: string;
      /** Until when it holds; null: for ever. */
      expiresAt: string | null;
    };
  };
  /**
   * Restore a deleted link. Restoring one that is not deleted changes nothing.
   *
   * Needs the scope `links:write`.
   */
  restoreLink: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Link;
  };
  /**
   * List tables. All of them, the newest first.
   *
   * Needs the scope `sources:read`.
   */
  listTables: {
    input: Record<never, never>;
    answer: {
      tables: Array<Table>;
    };
  };
  /**
   * Create a table. From up to 10,000 rows; `replaceTableRows` and the app take other lists later, the app files of up to 500,000 rows. Where a key stands twice, the last row stays.
   *
   * Needs the scope `sources:write`.
   */
  createTable: {
    input: {
      body: {
        /** The column whose value finds a row. */
        keyColumn: string;
        /** Under which name that value stands in addresses. */
        param?: string;
        /** `plain`: as it is. `email`: an address may have the MD5, SHA-1 or SHA-256 digest of the e-mail address in its place. */
        keyKind?: "plain" | "email";
        name: string;
        /** Each by the names of its columns; numbers and booleans become text. */
        rows: Array<Record<string, string | number | boolean | null>>;
      };
    };
    answer: FilledTable;
  };
  /**
   * Get a table. A deleted one is not found.
   *
   * Needs the scope `sources:read`.
   */
  getTable: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Table;
  };
  /**
   * Delete a table. Links that use it show the fallbacks of their fields within seconds. `restoreTable` brings it back for 30 days.
   *
   * Needs the scope `sources:write`.
   */
  deleteTable: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * Restore a deleted table. Restoring one that is not deleted changes nothing.
   *
   * Needs the scope `sources:write`.
   */
  restoreTable: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Table;
  };
  /**
   * List rows. In the order of the list; those that were added later come after it.
   *
   * Needs the scope `sources:read`.
   */
  listTableRows: {
    input: {
      /** Which one. */
      id: string;
      /** `nextCursor` of the page before. */
      cursor?: number;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      rows: Array<TableRow>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: TableRow;
  };
  /**
   * Replace all rows. Pictures show the old rows until all of the new ones are there. The columns become those of the new rows; the key column has to be one of them.
   *
   * Needs the scope `sources:write`.
   */
  replaceTableRows: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** Each by the names of its columns; numbers and booleans become text. */
        rows: Array<Record<string, string | number | boolean | null>>;
      };
    };
    answer: FilledTable;
  };
  /**
   * Get a row. Found by its key, whatever its case; in a table of e-mail addresses by their digests too.
   *
   * Needs the scope `sources:read`.
   */
  getTableRow: {
    input: {
      /** Which one. */
      id: string;
      /** What the row is found by, percent-encoded. */
      key: string;
    };
    answer: TableRow;
  };
  /**
   * Put a row. A new one, or in the place of the one with its key, whole: columns that are left out become empty. Pictures made in the same process show it at once, others within 5 seconds; what mail programs keep, for a minute longer.
   *
   * Needs the scope `sources:write`.
   */
  putTableRow: {
    input: {
      /** Which one. */
      id: string;
      /** What the row is found by, percent-encoded. */
      key: string;
      body: {
        /** By the names of the columns. */
        values: Record<string, string | number | boolean | null>;
      };
    };
    answer: TableRow;
  };
  /**
   * Delete a row. Pictures of whoever it was about show the fallbacks of their fields.
   *
   * Needs the scope `sources:write`.
   */
  deleteTableRow: {
    input: {
      /** Which one. */
      id: string;
      /** What the row is found by, percent-encoded. */
      key: string;
    };
    answer: undefined;
  };
  /**
   * Get what a link looks up. Which tables and other data, in order: where two give a field, the later one goes before.
   *
   * Needs the scope `sources:read`.
   */
  getLinkData: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: LinkData;
  };
  /**
   * Set what a link looks up. All of it, in order. Values that are looked up go before those that stand in the address. Needs a key that reaches the whole workspace.
   *
   * Needs the scope `sources:write`.
   */
  setLinkData: {
    input: {
      /** Which one. */
      id: string;
      body: {
        sources: Array<{
          sourceId: string;
          mapping: Record<string, string>;
        }>;
      };
    };
    answer: LinkData;
  };
  /**
   * List live sources. All of them, the newest first.
   *
   * Needs the scope `sources:read`.
   */
  listLiveSources: {
    input: Record<never, never>;
    answer: {
      liveSources: Array<LiveSource>;
    };
  };
  /**
   * Create a live source. `{{name}}` in the address stands for what a picture's address says under that name, `{{secret:name}}` in a header or the query for a secret. Nothing is asked before a picture needs it. Attach it to a link with `setLinkData`.
   *
   * Needs the scope `sources:write`.
   */
  createLiveSource: {
    input: {
      body: {
        name: string;
        config: {
          address: string;
          headers?: Array<{
            name: string;
            value: string;
          }>;
          format?: "json" | "csv" | "feed";
          row?: {
            column: string;
            param: string;
          } | null;
          values?: Record<string, string>;
          timeoutMs?: number;
          cacheSeconds?: number;
          staleSeconds?: number;
        };
        secrets?: Record<string, string>;
      };
    };
    answer: LiveSource;
  };
  /**
   * Get a live source. With how it does; of its secrets the names only. A deleted one is not found.
   *
   * Needs the scope `sources:read`.
   */
  getLiveSource: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: LiveSource;
  };
  /**
   * Change how a live source is asked. Secrets that are left out stay, as long as the address leads to the same host; for another they have to be given again.
   *
   * Needs the scope `sources:write`.
   */
  updateLiveSource: {
    input: {
      /** Which one. */
      id: string;
      body: {
        config: {
          address: string;
          headers?: Array<{
            name: string;
            value: string;
          }>;
          format?: "json" | "csv" | "feed";
          row?: {
            column: string;
            param: string;
          } | null;
          values?: Record<string, string>;
          timeoutMs?: number;
          cacheSeconds?: number;
          staleSeconds?: number;
        };
        secrets?: Record<string, string>;
      };
    };
    answer: LiveSource;
  };
  /**
   * Delete a live source. Links that use it show the fallbacks of their fields within seconds. `restoreLiveSource` brings it back.
   *
   * Needs the scope `sources:write`.
   */
  deleteLiveSource: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * Test a live source. Asks it once, past every memory, and tells what was sent and what came, with dots in the place of secrets. `sample` says what a picture's address would; where a name is missing there, nothing is asked. With `config`, and `secrets` for those that are new, a change is tried before it is made. 30 tests a minute.
   *
   * Needs the scope `sources:write`.
   */
  testLiveSource: {
    input: {
      /** Which one. */
      id: string;
      body: {
        config?: {
          address: string;
          headers?: Array<{
            name: string;
            value: string;
          }>;
          format?: "json" | "csv" | "feed";
          row?: {
            column: string;
            param: string;
          } | null;
          values?: Record<string, string>;
          timeoutMs?: number;
          cacheSeconds?: number;
          staleSeconds?: number;
        };
        secrets?: Record<string, string>;
        sample?: Record<string, string>;
      };
    };
    answer: LiveSourceTest;
  };
  /**
   * Restore a deleted live source. Restoring one that is not deleted changes nothing.
   *
   * Needs the scope `sources:write`.
   */
  restoreLiveSource: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: LiveSource;
  };
  /**
   * List signing keys. Those that hold, the newest first: new addresses are signed with that one.
   *
   * Needs the scope `signing-keys:write`.
   */
  listSigningKeys: {
    input: Record<never, never>;
    answer: {
      signingKeys: Array<SigningKey>;
    };
  };
  /**
   * Create a signing key. Sign with it on your own machine, or leave that to `signLinkUrl`. Addresses signed with older keys hold until those are revoked.
   *
   * Needs the scope `signing-keys:write`.
   */
  createSigningKey: {
    input: Record<never, never>;
    answer: NewSigningKey;
  };
  /**
   * Revoke a signing key. Addresses signed with it show the picture without values within seconds.
   *
   * Needs the scope `signing-keys:write`.
   */
  revokeSigningKey: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * List projects. All of them, at most 500. A key that is limited to projects sees those.
   *
   * Needs the scope `projects:read`.
   */
  listProjects: {
    input: Record<never, never>;
    answer: {
      projects: Array<Project>;
    };
  };
  /**
   * Create a project. A place for templates: a client, a campaign.
   *
   * Needs the scope `projects:write`.
   */
  createProject: {
    input: {
      body: {
        name: string;
      };
    };
    answer: Project;
  };
  /**
   * Rename a project. Nothing else of it changes.
   *
   * Needs the scope `projects:write`.
   */
  updateProject: {
    input: {
      /** Which one. */
      id: string;
      body: {
        name: string;
      };
    };
    answer: {
      /** Begins with `prj_`. */
      id: string;
      name: string;
    };
  };
  /**
   * List uploaded pictures. The newest first.
   *
   * Needs the scope `assets:read`.
   */
  listAssets: {
    input: {
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      assets: Array<Asset>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Asset;
  };
  /**
   * Upload a picture. PNG, JPEG, WebP, GIF (its first frame) or SVG. It is decoded and encoded anew, so that nothing but its pixels is kept. The same picture twice is one asset, so repeating it does no harm.
   *
   * Needs the scope `assets:write`.
   */
  uploadAsset: {
    input: {
      /** The picture, as the part `file` of a multipart form. */
      file: File;
    };
    answer: Asset;
  };
  /**
   * Download an uploaded picture. The bytes as they are kept.
   *
   * Needs the scope `assets:read`.
   */
  getAssetFile: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Bytes;
  };
  /**
   * Rename or tag a picture. What shows it goes on to show it.
   *
   * Needs the scope `assets:write`.
   */
  updateAsset: {
    input: {
      /** Which one. */
      id: string;
      body: {
        name?: string;
        tags?: Array<string>;
      };
    };
    answer: Asset;
  };
  /**
   * Delete a picture. It leaves the library. Designs that show it go on to show it.
   *
   * Needs the scope `assets:write`.
   */
  deleteAsset: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * List members. Who is in the workspace, with which role.
   *
   * Needs the scope `members:read`.
   */
  listMembers: {
    input: Record<never, never>;
    answer: {
      members: Array<Member>;
    };
  };
  /**
   * Read usage. What was used in a calendar month (UTC): the whole workspace against its plan, and projects and days of the month. A key that is limited to projects sees theirs, and nothing of the whole workspace. Counts are a few seconds old.
   *
   * Needs the scope `usage:read`.
   */
  getUsage: {
    input: {
      /** A calendar month in UTC, such as `2026-11`; left out: this month. */
      month?: string;
      /** Only what this project used. */
      project?: string;
    };
    answer: Usage;
  };
  /**
   * List webhooks. The newest first; 50 at most.
   *
   * Needs the scope `webhooks:read`.
   */
  listWebhooks: {
    input: Record<never, never>;
    answer: {
      webhooks: Array<Webhook>;
    };
  };
  /**
   * Create a webhook. Events are sent to it from now on, as `{ type, timestamp, data }`. The secret in the answer verifies them.
   *
   * `template.published`: `templateId`, `projectId`, `name`, `versionId`, `version`, `linkKey`.
   *
   * `image.rendered`: `id`, `url`, `templateId`, `projectId`, `versionId`, `format`, `width`, `height`, `bytes`, `expiresAt`, `metadata`.
   *
   * `image.failed`: `id`, `templateId`, `projectId`, `versionId`, `format`, `error`, `metadata`.
   *
   * `batch.finished` and `batch.cancelled`: `id`, `templateId`, `projectId`, `versionId`, `rows`, `made`, `failed`, `leftOut`, `expiresAt`.
   *
   * `quota.reached`: `metric`, `period`, `limit`, `used`, `threshold`.
   *
   * Needs the scope `webhooks:write`.
   */
  createWebhook: {
    input: {
      body: {
        /** Where events are posted: a public http or https address. Redirects are not followed. */
        url: string;
        /** What it is told of. */
        events: Array<
          | "template.published"
          | "image.rendered"
          | "image.failed"
          | "batch.finished"
          | "batch.cancelled"
          | "quota.reached"
        >;
        /** The only projects whose events it gets; null or left out: all, and what concerns the whole workspace. */
        projectIds?: Array<string> | null;
      };
    };
    answer: NewWebhook;
  };
  /**
   * Get a webhook. With how it stands.
   *
   * Needs the scope `webhooks:read`.
   */
  getWebhook: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Webhook;
  };
  /**
   * Change a webhook. Its address, its events, its projects, and whether anything is sent.
   *
   * Needs the scope `webhooks:write`.
   */
  updateWebhook: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** Where events are posted: a public http or https address. Redirects are not followed. */
        url?: string;
        /** What it is told of. */
        events?: Array<
          | "template.published"
          | "image.rendered"
          | "image.failed"
          | "batch.finished"
          | "batch.cancelled"
          | "quota.reached"
        >;
        /** The only projects whose events it gets; null or left out: all, and what concerns the whole workspace. */
        projectIds?: Array<string> | null;
        /** Whether events are sent. Switching it on forgets that it failed. */
        enabled?: boolean;
      };
    };
    answer: Webhook;
  };
  /**
   * Delete a webhook. With its deliveries. What is on its way is sent no more.
   *
   * Needs the scope `webhooks:write`.
   */
  deleteWebhook: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: undefined;
  };
  /**
   * Get a webhook’s secret. What its deliveries are signed with.
   *
   * Needs the scope `webhooks:write`.
   */
  getWebhookSecret: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: WebhookSecret;
  };
  /**
   * Rotate a webhook’s secret. Until the overlap ends, deliveries are signed with both.
   *
   * Needs the scope `webhooks:write`.
   */
  rotateWebhookSecret: {
    input: {
      /** Which one. */
      id: string;
      body: {
        /** How long both secrets sign, so that receivers can be changed without missing anything. */
        overlapHours?: number;
      };
    };
    answer: NewWebhook;
  };
  /**
   * Send a test event. An event `webhook.test`, whatever the webhook is told of otherwise.
   *
   * Needs the scope `webhooks:write`.
   */
  testWebhook: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Delivery;
  };
  /**
   * List deliveries. What was sent in the last 7 days and what came of it, the newest first.
   *
   * Needs the scope `webhooks:read`.
   */
  listDeliveries: {
    input: {
      /** Which one. */
      id: string;
      /** `nextCursor` of the page before. */
      cursor?: string;
      /** How many at most. */
      limit?: number;
    };
    answer: {
      deliveries: Array<Delivery>;
      /** Pass it as `cursor` for the next page; null: this is the last. */
      nextCursor: string | null;
    };
    item: Delivery;
  };
  /**
   * Send a delivery again. Once, under the same `webhook-id`, whatever became of it before.
   *
   * Needs the scope `webhooks:write`.
   */
  resendDelivery: {
    input: {
      /** Which one. */
      id: string;
    };
    answer: Delivery;
  };
};

export const OPERATIONS = {
  createImage: {
    method: "POST",
    path: "/images",
    query: [],
    sends: "json",
    gives: "bytes",
    isRepeatable: true,
    items: null,
  },
  listImages: {
    method: "GET",
    path: "/images",
    query: ["template", "cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "images",
  },
  getImage: {
    method: "GET",
    path: "/images/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  createBatch: {
    method: "POST",
    path: "/batches",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listBatches: {
    method: "GET",
    path: "/batches",
    query: ["template", "cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "batches",
  },
  getBatch: {
    method: "GET",
    path: "/batches/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteBatch: {
    method: "DELETE",
    path: "/batches/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  startBatch: {
    method: "POST",
    path: "/batches/{id}/start",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  pauseBatch: {
    method: "POST",
    path: "/batches/{id}/pause",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  resumeBatch: {
    method: "POST",
    path: "/batches/{id}/resume",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  cancelBatch: {
    method: "POST",
    path: "/batches/{id}/cancel",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  retryBatch: {
    method: "POST",
    path: "/batches/{id}/retry",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  listBatchResults: {
    method: "GET",
    path: "/batches/{id}/results",
    query: ["cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "results",
  },
  getBatchPages: {
    method: "GET",
    path: "/batches/{id}/results.pdf",
    query: [],
    sends: "nothing",
    gives: "bytes",
    isRepeatable: false,
    items: null,
  },
  listCertificates: {
    method: "GET",
    path: "/certificates",
    query: ["number", "batch", "cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "certificates",
  },
  getCertificate: {
    method: "GET",
    path: "/certificates/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  updateCertificate: {
    method: "PATCH",
    path: "/certificates/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  listTemplates: {
    method: "GET",
    path: "/templates",
    query: ["project", "search", "cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "templates",
  },
  createTemplate: {
    method: "POST",
    path: "/templates",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  getTemplate: {
    method: "GET",
    path: "/templates/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  updateTemplate: {
    method: "PATCH",
    path: "/templates/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteTemplate: {
    method: "DELETE",
    path: "/templates/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  restoreTemplate: {
    method: "POST",
    path: "/templates/{id}/restore",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  duplicateTemplate: {
    method: "POST",
    path: "/templates/{id}/duplicate",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listFields: {
    method: "GET",
    path: "/templates/{id}/fields",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  getDraft: {
    method: "GET",
    path: "/templates/{id}/draft",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  putDraft: {
    method: "PUT",
    path: "/templates/{id}/draft",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  publishTemplate: {
    method: "POST",
    path: "/templates/{id}/publish",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listVersions: {
    method: "GET",
    path: "/templates/{id}/versions",
    query: ["before", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  listLinks: {
    method: "GET",
    path: "/links",
    query: ["template", "search", "cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "links",
  },
  createLink: {
    method: "POST",
    path: "/links",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  getLink: {
    method: "GET",
    path: "/links/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  updateLink: {
    method: "PATCH",
    path: "/links/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteLink: {
    method: "DELETE",
    path: "/links/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  signLinkUrl: {
    method: "POST",
    path: "/links/{id}/url",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  restoreLink: {
    method: "POST",
    path: "/links/{id}/restore",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listTables: {
    method: "GET",
    path: "/tables",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  createTable: {
    method: "POST",
    path: "/tables",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  getTable: {
    method: "GET",
    path: "/tables/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteTable: {
    method: "DELETE",
    path: "/tables/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  restoreTable: {
    method: "POST",
    path: "/tables/{id}/restore",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listTableRows: {
    method: "GET",
    path: "/tables/{id}/rows",
    query: ["cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "rows",
  },
  replaceTableRows: {
    method: "PUT",
    path: "/tables/{id}/rows",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  getTableRow: {
    method: "GET",
    path: "/tables/{id}/rows/{key}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  putTableRow: {
    method: "PUT",
    path: "/tables/{id}/rows/{key}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteTableRow: {
    method: "DELETE",
    path: "/tables/{id}/rows/{key}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  getLinkData: {
    method: "GET",
    path: "/links/{id}/data",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  setLinkData: {
    method: "PUT",
    path: "/links/{id}/data",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  listLiveSources: {
    method: "GET",
    path: "/live-sources",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  createLiveSource: {
    method: "POST",
    path: "/live-sources",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  getLiveSource: {
    method: "GET",
    path: "/live-sources/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  updateLiveSource: {
    method: "PUT",
    path: "/live-sources/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteLiveSource: {
    method: "DELETE",
    path: "/live-sources/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  testLiveSource: {
    method: "POST",
    path: "/live-sources/{id}/test",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  restoreLiveSource: {
    method: "POST",
    path: "/live-sources/{id}/restore",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listSigningKeys: {
    method: "GET",
    path: "/signing-keys",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  createSigningKey: {
    method: "POST",
    path: "/signing-keys",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  revokeSigningKey: {
    method: "DELETE",
    path: "/signing-keys/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  listProjects: {
    method: "GET",
    path: "/projects",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  createProject: {
    method: "POST",
    path: "/projects",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  updateProject: {
    method: "PATCH",
    path: "/projects/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  listAssets: {
    method: "GET",
    path: "/assets",
    query: ["cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "assets",
  },
  uploadAsset: {
    method: "POST",
    path: "/assets",
    query: [],
    sends: "file",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  getAssetFile: {
    method: "GET",
    path: "/assets/{id}/file",
    query: [],
    sends: "nothing",
    gives: "bytes",
    isRepeatable: false,
    items: null,
  },
  updateAsset: {
    method: "PATCH",
    path: "/assets/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteAsset: {
    method: "DELETE",
    path: "/assets/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  listMembers: {
    method: "GET",
    path: "/members",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  getUsage: {
    method: "GET",
    path: "/usage",
    query: ["month", "project"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  listWebhooks: {
    method: "GET",
    path: "/webhooks",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  createWebhook: {
    method: "POST",
    path: "/webhooks",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  getWebhook: {
    method: "GET",
    path: "/webhooks/{id}",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  updateWebhook: {
    method: "PATCH",
    path: "/webhooks/{id}",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  deleteWebhook: {
    method: "DELETE",
    path: "/webhooks/{id}",
    query: [],
    sends: "nothing",
    gives: "nothing",
    isRepeatable: false,
    items: null,
  },
  getWebhookSecret: {
    method: "GET",
    path: "/webhooks/{id}/secret",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: null,
  },
  rotateWebhookSecret: {
    method: "POST",
    path: "/webhooks/{id}/rotate-secret",
    query: [],
    sends: "json",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  testWebhook: {
    method: "POST",
    path: "/webhooks/{id}/test",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
  listDeliveries: {
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    query: ["cursor", "limit"],
    sends: "nothing",
    gives: "json",
    isRepeatable: false,
    items: "deliveries",
  },
  resendDelivery: {
    method: "POST",
    path: "/deliveries/{id}/resend",
    query: [],
    sends: "nothing",
    gives: "json",
    isRepeatable: true,
    items: null,
  },
} as const;
