import Link from "next/link";
import type { ReactNode } from "react";
import { Thumbnail } from "../templates/thumbnail";
import type { TemplateFacts } from "./template-facts";

export type BatchTitleProps = {
  workspace: string;
  template: TemplateFacts;
  /** The heading. */
  children: ReactNode;
  actions?: ReactNode;
};

/** What a batch is called, and which template its pictures are of. */
export function BatchTitle({ workspace, template, children, actions }: BatchTitleProps) {
  return (
    <header className="mb-4 flex min-h-10 flex-wrap items-center gap-3">
      <Thumbnail
        src={`/api/w/${workspace}/templates/${template.id}/thumbnail.png`}
        size={template}
        eager
        className="w-16 shrink-0 rounded-md p-1! max-sm:hidden"
      />
      <div className="min-w-0 flex-1 basis-56">
        {children}
        <p className="truncate text-faint text-xs">
          Pictures of{" "}
          <Link
            href={`/${workspace}/templates/${template.id}`}
            className="rounded-sm text-muted underline underline-offset-2 hover:text-text"
          >
            {template.name}
          </Link>
        </p>
      </div>
      {actions}
    </header>
  );
}
