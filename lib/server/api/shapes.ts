import { z } from "zod";
import { ROLES } from "@/lib/accounts/permissions";
import { certificateOption } from "@/lib/certificates/certificate-option";
import { IMAGE_FORMATS } from "@/lib/link/address";
import { fieldType } from "@/lib/template/field";
import { PLAN_IDS } from "@/lib/usage/plans";

/** What the API gives, as schemas: answers are checked against them, and the documentation is made from them. */

const time = z.iso.datetime().describe("RFC 3339, in UTC.");
const id = (prefix: string) => z.string().describe(`Begins with \`${prefix}_\`.`);
const px = z.number().int().positive();

export const templateShape = z
  .strictObject({
    id: id("tpl"),
    name: z.string(),
    projectId: id("prj"),
    status: z
      .enum(["draft", "published", "changed"])
      .describe("`draft`: never published. `changed`: the draft has moved on since the last publish."),
    revision: z.number().int().describe("Counts changes of the draft."),
    size: z
      .strictObject({ width: px, height: px })
      .nullable()
      .describe("The canvas of the draft, px; null when the stored draft is damaged."),
    brandLocked: z.boolean().describe("Whether editors may change texts and pictures only."),
    linkKey: z
      .string()
      .nullable()
      .describe(
        "Key of the first live link: its picture is at `/i/{linkKey}.png`. Null before the first publish.",
      ),
    updatedAt: time,
  })
  .meta({ id: "Template" });

export const fieldShape = z
  .strictObject({
    key: z.string().describe("What stands in `values`, and in a link's query."),
    label: z.string().describe("What people call it."),
    type: fieldType.describe("What values it takes."),
    fallback: z.string().describe("Shown when the field has no value."),
    samples: z.array(z.string()).describe("The first values of the sample rows."),
  })
  .meta({ id: "Field" });

export const draftShape = z
  .strictObject({
    document: z
      .looseObject({ schemaVersion: z.number().int(), width: px, height: px })
      .describe("The design, as the editor stores it."),
    revision: z.number().int().describe("Counts changes. The ETag names it."),
    repairs: z
      .array(z.strictObject({ code: z.string(), path: z.string(), message: z.string() }))
      .describe("What was damaged in the stored design, and mended for this answer."),
  })
  .meta({ id: "Draft" });

export const versionShape = z
  .strictObject({
    number: z.number().int().describe("1 for the first."),
    revision: z.number().int().describe("Revision of the draft that it froze."),
    note: z.string().describe("What it is about; empty when nobody said."),
    createdAt: time,
    by: z.string().nullable().describe("Who published it; null when they have no account any more."),
    live: z.boolean().describe("Whether links show it."),
  })
  .meta({ id: "Version" });

export const publishedShape = z
  .strictObject({
    version: z.strictObject({ id: id("ver"), number: z.number().int(), revision: z.number().int() }),
    link: z.strictObject({ key: z.string().describe("Its picture is at `/i/{key}.png`.") }),
  })
  .meta({ id: "Published" });

export const projectShape = z
  .strictObject({ id: id("prj"), name: z.string(), templates: z.number().int().describe("How many.") })
  .meta({ id: "Project" });

export const linkShape = z
  .strictObject({
    id: id("lnk"),
    key: z.string().describe("What stands in its address."),
    templateId: id("tpl"),
    name: z.string().describe("What people call it; may be empty."),
    url: z.url().describe("Its picture as PNG; `.jpg`, `.webp`, `.avif`, `.gif` and `.pdf` are there too."),
    state: z
      .enum(["live", "paused", "expired", "used_up"])
      .describe(
        "`used_up`: it shows the pictures it has made, and makes no more. Paused and expired ones show the picture without values.",
      ),
    expiresAt: time.nullable(),
    maxRenders: z.number().int().nullable().describe("Most pictures it makes; null: any number."),
    renders: z.number().int().describe("Pictures it made while there was a limit."),
    policy: z.enum(["open", "signed_remote", "signed"]).describe("Who may say what it shows."),
    allowedImageHosts: z
      .array(z.string())
      .describe("Hosts that pictures may come from; none: as the workspace."),
    createdAt: time,
  })
  .meta({ id: "Link" });

export const tableShape = z
  .strictObject({
    id: id("src"),
    name: z.string(),
    columns: z.array(z.string()),
    rows: z.number().int().describe("How many."),
    keyColumn: z.string().describe("The column whose value finds a row."),
    param: z.string().describe("Under which name that value stands in addresses of pictures."),
    keyKind: z
      .enum(["plain", "email"])
      .describe("`email`: MD5, SHA-1 and SHA-256 digests of e-mail addresses find their rows too."),
    links: z.number().int().describe("How many links look values up in it."),
    filledAt: time.nullable().describe("When its list came."),
    createdAt: time,
  })
  .meta({ id: "Table" });

export const liveSourceShape = z
  .strictObject({
    id: id("src"),
    name: z.string(),
    config: z
      .looseObject({
        address: z.string().describe("With `{{name}}` for what a picture's address says."),
        format: z.enum(["json", "csv", "feed"]),
        values: z.record(z.string(), z.string()).describe("JSON pointers (RFC 6901) by the names of values."),
        timeoutMs: z.number().int(),
        cacheSeconds: z.number().int(),
        staleSeconds: z.number().int(),
      })
      .describe("How it is asked, and what is read from its answers."),
    secrets: z.array(z.string()).describe("Their names; what they say is never given."),
    links: z.number().int().describe("How many links look values up in it."),
    health: z
      .strictObject({
        lastGoodAt: time.nullable(),
        lastFailedAt: time.nullable(),
        lastFault: z.string().nullable().describe("Why it failed last."),
        failures: z.number().int().describe("Since it last answered."),
        openUntil: time.nullable().describe("Until when it is left alone."),
      })
      .nullable()
      .describe("Null: no picture has asked it yet."),
    createdAt: time,
  })
  .meta({ id: "LiveSource" });

export const liveSourceTestShape = z
  .strictObject({
    missing: z.array(z.string()).describe("Names that `sample` lacks; where any, nothing was asked."),
    request: z
      .strictObject({
        url: z.string(),
        headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      })
      .nullable()
      .describe("What was sent, secrets as dots."),
    answer: z
      .strictObject({
        status: z.number().int(),
        contentType: z.string().nullable(),
        bytes: z.number().int(),
        ms: z.number().int(),
        redirects: z.number().int(),
        body: z.string().describe("Its beginning."),
      })
      .nullable()
      .describe("Null: none came."),
    fault: z.string().nullable().describe("What is wrong, and what to do."),
    columns: z.array(z.string()).describe("Of a sheet."),
    rowFound: z.boolean().nullable().describe("Of a sheet, where a row was looked for."),
    tree: z
      .array(
        z.strictObject({
          pointer: z.string(),
          depth: z.number().int(),
          name: z.string(),
          kind: z.enum(["object", "list", "text", "number", "yes-no", "nothing"]),
          text: z.string(),
        }),
      )
      .describe("What the answer holds, one line for each JSON pointer."),
    values: z
      .array(
        z.strictObject({
          name: z.string(),
          pointer: z.string(),
          read: z.looseObject({ kind: z.enum(["text", "missing", "blank", "list", "object"]) }),
        }),
      )
      .describe("What each value would be in a picture."),
  })
  .meta({ id: "LiveSourceTest" });

export const filledTableShape = z
  .strictObject({
    table: tableShape,
    notes: z.array(z.string()).describe("What was noticed, such as rows that nothing finds."),
  })
  .meta({ id: "FilledTable" });

export const tableRowShape = z
  .strictObject({
    key: z.string().describe("What it is found by."),
    values: z.record(z.string(), z.string()).describe("By the names of the columns."),
  })
  .meta({ id: "TableRow" });

export const linkDataShape = z
  .strictObject({
    sources: z.array(
      z.strictObject({
        sourceId: id("src"),
        mapping: z
          .record(z.string(), z.string())
          .describe("Names of its values by keys of the template's fields."),
      }),
    ),
  })
  .meta({ id: "LinkData" });

export const signingKeyShape = z.strictObject({ id: id("sgk"), createdAt: time }).meta({ id: "SigningKey" });

export const assetShape = z
  .strictObject({
    id: id("ast"),
    name: z.string(),
    contentType: z.string(),
    width: px,
    height: px,
    bytes: z.number().int().describe("How large the file is."),
    tags: z.array(z.string()).describe("What it is sorted by."),
    createdAt: time,
  })
  .meta({ id: "Asset" });

export const imageShape = z
  .strictObject({
    id: id("img"),
    state: z.enum(["pending", "ready", "failed"]).describe("`pending`: it is being made."),
    url: z
      .url()
      .describe(
        "Where the picture is once it is ready. Whoever knows the address sees it; it cannot be guessed.",
      ),
    templateId: id("tpl"),
    projectId: id("prj"),
    versionId: id("ver").nullable().describe("The version it shows; null: the draft."),
    format: z.enum(IMAGE_FORMATS),
    width: px.nullable().describe("Pixels; null until it is ready."),
    height: px.nullable(),
    bytes: z.number().int().nullable().describe("How large the file is."),
    missing: z.string().nullable().describe("What of it did not load: `picture` or `font`."),
    error: z
      .strictObject({ code: z.string(), detail: z.string() })
      .nullable()
      .describe("Why it failed, as problems say it."),
    metadata: z.record(z.string(), z.string()).describe("As it was sent."),
    createdAt: time,
    expiresAt: time.describe("When it is deleted."),
  })
  .meta({ id: "Image" });

export const batchShape = z
  .strictObject({
    id: id("bat"),
    state: z
      .enum(["draft", "running", "paused", "done", "cancelled"])
      .describe("`done`: every row has its picture, or a reason why not."),
    name: z.string(),
    templateId: id("tpl"),
    projectId: id("prj"),
    versionId: id("ver").nullable().describe("The version its pictures show; null for a draft."),
    output: z
      .strictObject({
        format: z.enum(IMAGE_FORMATS),
        size: z.string().nullable().describe("A size of the template; null: the design’s own."),
        scale: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        maxKilobytes: z.number().int().nullable(),
        fileName: z.string().describe("What files are called: a pattern of fields."),
        missingPictures: z
          .enum(["fail", "replace"])
          .describe("What becomes of a row whose picture does not load."),
        certificate: certificateOption
          .nullable()
          .describe("How rows become certificates that anybody can check; null: they do not."),
      })
      .describe("How pictures are written."),
    rows: z.number().int().describe("All rows of the list."),
    leftOut: z.number().int().describe("Rows that a person left out."),
    made: z.number().int().describe("Rows that have their picture."),
    failed: z.number().int().describe("Rows that have none for a reason."),
    bytes: z.number().int().describe("How large all pictures are together."),
    createdAt: time,
    startedAt: time.nullable(),
    finishedAt: time.nullable(),
    expiresAt: time.describe("When it is deleted, with its rows and pictures."),
  })
  .meta({ id: "Batch" });

export const certificateShape = z
  .strictObject({
    id: id("crt"),
    number: z.string().describe("As it stands on the certificate."),
    url: z.string().describe("Where anybody checks it. Whoever has it sees whom the certificate names."),
    batchId: id("bat").describe("The batch that made it; batches are deleted after 30 days."),
    row: z.number().int().describe("Its row in the batch, from 1."),
    shown: z
      .strictObject({
        title: z.string(),
        values: z.array(z.strictObject({ label: z.string(), value: z.string() })),
      })
      .nullable()
      .describe("What whoever checks it sees; null when it cannot be read any more."),
    issuedAt: time,
    revokedAt: time.nullable().describe("Null: it counts."),
    revokedReason: z.string().nullable().describe("Why, for the people of the workspace."),
  })
  .meta({ id: "Certificate" });

export const batchResultShape = z
  .strictObject({
    row: z.number().int().describe("1 for the first."),
    state: z
      .enum(["made", "failed", "left_out", "waiting"])
      .describe("`waiting`: it is being made, or nobody has tried yet."),
    url: z.url().nullable().describe("Where its picture is. It cannot be guessed."),
    bytes: z.number().int().nullable(),
    problem: z
      .strictObject({ code: z.string(), detail: z.string() })
      .nullable()
      .describe("Why there is no picture."),
  })
  .meta({ id: "BatchResult" });

export const webhookShape = z
  .strictObject({
    id: id("whk"),
    url: z.url(),
    events: z.array(z.string()),
    projectIds: z.array(z.string()).nullable().describe("The only projects whose events it gets; null: all."),
    health: z.enum(["unused", "healthy", "failing", "disabled"]),
    createdAt: time,
    lastTriedAt: time.nullable(),
    failingSince: time.nullable().describe("Since when nothing has arrived; null: the last try did."),
    disabledAt: time.nullable(),
    disabledFor: z
      .enum(["person", "gone", "failing"])
      .nullable()
      .describe("`gone`: it answered 410. `failing`: nothing had arrived for 5 days."),
    previousUntil: time.nullable().describe("Until when the secret before signs too."),
  })
  .meta({ id: "Webhook" });

export const webhookSecretShape = z
  .strictObject({ secret: z.string().describe("Begins with `whsec_`. Verify deliveries with it.") })
  .meta({ id: "WebhookSecret" });

export const newWebhookShape = z
  .strictObject({ webhook: webhookShape, secret: webhookSecretShape.shape.secret })
  .meta({ id: "NewWebhook" });

export const deliveryShape = z
  .strictObject({
    id: id("dlv"),
    webhookId: id("whk"),
    messageId: id("msg").describe("The `webhook-id`: the same for every try."),
    event: z.string(),
    body: z.string().describe("What is sent, byte for byte."),
    state: z.enum(["pending", "delivered", "failed"]),
    createdAt: time,
    nextTryAt: time.nullable(),
    attempts: z
      .array(
        z.strictObject({
          at: time,
          status: z.number().int().nullable().describe("What was answered; null: nothing was."),
          ms: z.number().int().nullable().describe("How long the answer took; null: there was none."),
          manual: z.boolean().describe("Whether somebody asked for it."),
        }),
      )
      .describe("The newest first, 20 at most."),
  })
  .meta({ id: "Delivery" });

export const memberShape = z
  .strictObject({
    id: id("usr"),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    projectIds: z.array(z.string()).nullable().describe("The only projects a guest sees; null: all."),
    joinedAt: time,
  })
  .meta({ id: "Member" });

const count = z.number().int().nonnegative();
const counted = {
  served: count.describe("Pictures answered."),
  rendered: count.describe("Pictures painted anew, not remembered."),
};
const quota = (what: string) =>
  z
    .strictObject({
      used: count,
      limit: count.nullable().describe("What the plan includes; null: there is no limit."),
    })
    .describe(what);

export const usageShape = z
  .strictObject({
    month: z.string().describe("Such as `2026-11`; it begins and ends in UTC."),
    workspace: z
      .strictObject({
        plan: z.strictObject({ id: z.enum(PLAN_IDS), name: z.string() }),
        served: quota("Pictures answered in the month."),
        rendered: quota("Pictures painted anew in the month."),
        batches: quota("Batches started in the month."),
        storage: quota(
          "Bytes of uploads now, deleted ones that old pictures still show included, and of kept pictures.",
        ),
        members: quota("People now, guests and open invitations included."),
      })
      .nullable()
      .describe("The whole workspace; null for a key that is limited to projects."),
    projects: z
      .array(
        z.strictObject({
          id: z.string().nullable().describe("Null: pictures whose project was not known."),
          name: z.string().nullable(),
          ...counted,
        }),
      )
      .describe("Those that used anything, the one that was seen most first."),
    days: z
      .array(z.strictObject({ day: z.iso.date(), ...counted }))
      .describe("Every day of the month until today."),
  })
  .meta({ id: "Usage" });

export const problemShape = z
  .strictObject({
    type: z.url(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe("What was expected, what came, what to do."),
    code: z.string().describe("The kind of problem, for programs."),
    requestId: z.string().describe("The number of the request."),
    errors: z
      .array(z.strictObject({ pointer: z.string().describe("RFC 6901."), detail: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "Every error, as RFC 9457 has it." });

/** A page of a list: what is on it, and where the next one begins. */
export function pageOf(name: string, item: z.ZodType) {
  return z.strictObject({
    [name]: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .describe("Pass it as `cursor` for the next page; null: this is the last."),
  });
}

export const itemId = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .describe("Which one."),
});

/** How many, and from where: of every list. */
export const limitParam = z.coerce.number().int().min(1).max(100).default(30).describe("How many at most.");
