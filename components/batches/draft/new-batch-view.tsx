"use client";

import { useRouter } from "next/navigation";
import { BackToBatches } from "../back-to-batches";
import { BatchTitle } from "../batch-title";
import type { TemplateFacts } from "../template-facts";
import { ListSource } from "./list-source";
import { StepBar } from "./step-bar";
import type { Step } from "./steps";
import { useIntake } from "./use-intake";

const NOTHING_YET = { upload: "Bring a list", map: "", check: "", output: "" } as const;

const NOTHING_DONE: ReadonlySet<Step> = new Set();

/** A batch before there is a list: the first of its steps. With a list it is a draft, and has an address of its own. */
export function NewBatchView({ workspace, template }: { workspace: string; template: TemplateFacts }) {
  const router = useRouter();
  const intake = useIntake({
    workspace,
    templateId: template.id,
    // Going back from the draft leads to where one came from, not to a second draft.
    onMade: ({ id }) => router.replace(`/${workspace}/batches/${id}`),
  });
  return (
    <main className="mx-auto max-w-5xl px-4 py-4 md:px-8 md:py-6">
      <BackToBatches workspace={workspace} />
      <BatchTitle workspace={workspace} template={template}>
        <h1 className="font-semibold text-lg tracking-tight">New batch</h1>
      </BatchTitle>
      <StepBar current="upload" facts={NOTHING_YET} done={NOTHING_DONE} href={null} />
      <div className="mt-5">
        <ListSource intake={intake} />
      </div>
    </main>
  );
}
