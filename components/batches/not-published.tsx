import { Rocket } from "lucide-react";
import Link from "next/link";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { BackToBatches } from "./back-to-batches";

export type NotPublishedProps = { workspace: string; template: { id: string; name: string } };

/** A template of which no batch can be made yet. */
export function NotPublished({ workspace, template }: NotPublishedProps) {
  return (
    <main className="mx-auto max-w-5xl px-4 py-4 md:px-8 md:py-6">
      <BackToBatches workspace={workspace} />
      <h1 className="sr-only">New batch</h1>
      <EmptyState
        icon={<Rocket aria-hidden />}
        title={`“${template.name}” is not published`}
        action={
          <Button asChild variant="primary">
            <Link href={`/${workspace}/templates/${template.id}`}>Open the template</Link>
          </Button>
        }
      >
        A batch makes pictures of what is published, so that nothing changes under it. Publish the template,
        and come back.
      </EmptyState>
    </main>
  );
}
