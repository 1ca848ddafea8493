import type { Scope } from "@/lib/accounts/scope";
import { createBatch, createBatchInput } from "@/lib/batches/create-batch";
import { startBatch } from "@/lib/batches/start-batch";
import { db } from "@/lib/server/db";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { newOwner } from "../new-owner";
import { documentOf } from "../pictures/document";
import type { Item, Scene } from "../pictures/scene";

/** A card of 1200 x 628 with two texts and a QR code of each row's own. */
const SCENE: Scene = {
  id: "batch",
  title: "two texts and a QR code",
  width: 1200,
  height: 628,
  background: "#f4f6fb",
  fields: [
    { key: "full_name", type: "text" },
    { key: "member", type: "text" },
  ],
  items: [
    { kind: "rectangle", box: { x: 60, y: 60, width: 1080, height: 508 }, color: "#ffffff", radius: 28 },
    words(120, 200, "Thank you, {{full_name}}", 56),
    words(120, 320, "Member {{member}}", 36),
    {
      kind: "qr",
      box: { x: 840, y: 194, width: 240, height: 240 },
      text: "https://example.com/member/{{member}}",
    },
  ],
  values: valuesOf,
};

function words(x: number, y: number, text: string, size: number): Item {
  const font = { family: "Inter", weight: 700 } as const;
  const box = { x, y, width: 680, height: 80 };
  return { kind: "text", box, text, font, size, color: "#101828", align: "left" };
}

/** What stands in a row; no two are equal. */
export function valuesOf(turn: number): Record<string, string> {
  return { full_name: `Person ${turn} ${"abcdefgh".slice(turn % 8)}`, member: `NP-${100_000 + turn}` };
}

export type World = { scope: Scope; templateId: string; linkKey: string };

/** Somebody with a published template. */
export async function newWorld(): Promise<World> {
  const scope = await newOwner();
  const { width, height } = SCENE;
  const from = { kind: "blank" as const, width, height, displayWidth: width / 2 };
  const { id } = await createTemplate(scope, { from });
  const document = documentOf(SCENE, (name) => name);
  const saved = await saveDraft(scope, id, { document, baseRevision: 1, mutationId: "bench-batches" });
  const { link } = await publishTemplate(scope, id, saved.revision);
  return { scope, templateId: id, linkKey: link.key };
}

let turn = 0;

/** Starts a batch of so many rows, of values that nobody had before unless `from` says otherwise. */
export async function startRows({ scope, templateId }: World, rows: number, from?: number): Promise<string> {
  const first = from ?? turn;
  if (from === undefined) turn += rows;
  const input = createBatchInput.parse({
    templateId,
    name: "Bench",
    rows: Array.from({ length: rows }, (_, at) => valuesOf(first + at)),
    output: { format: "jpg" },
    start: false,
  });
  const { id } = await createBatch(scope, input);
  await startBatch(scope, id);
  return id;
}

/** Waits until a batch is done. Gives how it ended, and the seconds from its start to the end of its last part. */
export async function untilDone(id: string): Promise<{ seconds: number; made: number; failed: number }> {
  for (;;) {
    const { state, made, failed, startedAt, finishedAt } = await db().batch.findUniqueOrThrow({
      where: { id },
    });
    if (state === "done" && startedAt && finishedAt) {
      return { seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000, made, failed };
    }
    await new Promise((done) => setTimeout(done, 250));
  }
}
