import { newId, newPictureKey } from "@/lib/accounts/ids";
import { db } from "@/lib/server/db";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import type { Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT, type FieldType } from "@/lib/template/field";
import type { Document } from "@/lib/template/schema";
import { image, text } from "@/lib/template/starters/build";
import { batchOutput } from "../batch-item";
import { BATCHES_KEPT_MS } from "../batch-row";
import { writeParts } from "../parts";

const field = (key: string, type: FieldType) => ({
  key,
  label: key,
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});

const SIZE = { width: 120, height: 60, displayWidth: 120 };
const BOX = { x: 0, width: 120, height: 24 };

/** Greets by name, and shows a picture by address where there is one. */
export const GREETING: Document = {
  ...createDocument(SIZE),
  fields: [field("first_name", "text"), field("company", "text"), field("photo", "image")],
  layers: [
    text({ ...BOX, id: "hello", name: "Hello", y: 0 }, "Hello {{first_name}}"),
    text({ ...BOX, id: "company", name: "Company", y: 30 }, "{{company}}"),
    image(
      { id: "photo", name: "Photo", x: 90, y: 0, width: 24, height: 24 },
      { source: { kind: "field", key: "photo" } },
    ),
  ],
};

/** A published template of a document. */
export async function newGreeting({ scope }: Person, document = GREETING): Promise<string> {
  const { width, height } = document;
  const from = { kind: "blank", width, height, displayWidth: width } as const;
  const { id } = await createTemplate(scope, { name: "Greeting", from });
  await saveDraft(scope, id, { document, baseRevision: 1, mutationId: newId("err") });
  await publishTemplate(scope, id, 2);
  return id;
}

export type NewBatch = {
  templateId: string;
  /** Name, company, address of a photo. */
  rows: readonly (readonly string[])[];
  output?: Record<string, unknown>;
};

/** A draft with so many rows. */
export async function newBatch(
  { scope }: Person,
  { templateId, rows, output = {} }: NewBatch,
): Promise<string> {
  const { workspaceId, userId } = scope;
  const { projectId } = await db().template.findUniqueOrThrow({ where: { id: templateId } });
  const id = newId("bat");
  const source = { kind: "paste", name: "", format: "csv", encoding: null, delimiter: ",", notes: [] };
  await db().batch.create({
    data: {
      ...{ id, workspaceId, projectId, templateId, source, createdById: userId },
      name: "Autumn",
      columns: ["first name", "company", "photo"],
      mapping: { first_name: 0, company: 1, photo: 2 },
      cleanUps: [],
      output: batchOutput.parse(output),
      key: newPictureKey(),
      expiresAt: new Date(Date.now() + BATCHES_KEPT_MS),
    },
  });
  const written = await writeParts({ id, workspaceId }, rows);
  await db().batch.update({ where: { id }, data: written });
  return id;
}

/** So many rows that no two pictures of are equal; every third says nothing of a company, and so touches other pixels. */
export function manyRows(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => [
    `Person ${at + 1}`,
    at % 3 === 2 ? "" : `Company ${(at * 7) % 1_000}`,
    "",
  ]);
}
