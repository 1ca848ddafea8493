import type { Person } from "@/lib/server/testing/people";
import { createDraft } from "../drafts/create-draft";

/** A draft of a list that is given as text. */
export async function newDraft(owner: Person, templateId: string, text: string): Promise<string> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const list = { kind: "paste", sourceName: "Pasted list", name: "Spring", chunks: chunks() } as const;
  return (await createDraft(owner.scope, { templateId, ...list }, new Date())).id;
}
