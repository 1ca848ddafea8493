import Link from "next/link";
import { Logo } from "../shell/logo";
import { ThemeChoice } from "../shell/theme-choice";
import { Contents } from "./contents";
import { FieldTable } from "./field-table";
import { Introduction } from "./introduction";
import { OperationSection } from "./operation-section";
import { groupAnchor, type Reference } from "./reference";
import { SampleLanguages } from "./sample-language";

export type ApiDocsProps = {
  reference: Reference;
  requestsAMinute: number;
  repliesKeptHours: number;
  /** The files of the typed client. */
  clientFiles: readonly string[];
  /** The workspace whose things stand in the samples; null: made-up ones do. */
  workspace: { slug: string; name: string; seesKeys: boolean } | null;
};

/** The documentation of the REST API: one page, made on the server. */
export function ApiDocs({
  reference,
  requestsAMinute,
  repliesKeptHours,
  clientFiles,
  workspace,
}: ApiDocsProps) {
  const { root, groups, objects, problems } = reference;
  const operations = new Set(groups.flatMap((group) => group.operations.map(({ id }) => id)));
  return (
    <SampleLanguages className="min-h-dvh">
      <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-bg px-4 md:px-6">
        <Link href="/" className="flex items-center gap-2 rounded-md font-semibold tracking-tight">
          <Logo className="size-5" />
          Nameplate
        </Link>
        <span className="min-w-0 flex-1 truncate text-muted">API</span>
        <a href="/api/v1/openapi.json" className="rounded-md px-1 text-muted hover:text-text">
          OpenAPI
        </a>
        <ThemeChoice />
      </header>
      <div className="mx-auto grid max-w-[90rem] md:grid-cols-[15rem_minmax(0,1fr)]">
        <aside className="hidden border-r md:block">
          <div className="sticky top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto px-2 py-6">
            <Contents groups={groups} objects={objects} />
          </div>
        </aside>
        <main className="min-w-0 px-4 pb-24 md:px-10">
          <details className="mt-4 rounded-lg bg-panel shadow-card md:hidden">
            <summary className="px-3 py-2 font-medium">Contents</summary>
            <div className="border-t px-1 py-3">
              <Contents groups={groups} objects={objects} />
            </div>
          </details>
          <h1 className="pt-8 font-semibold text-2xl tracking-tight">REST API</h1>
          <p className="mt-2 max-w-2xl text-pretty text-base text-muted">
            Pictures, templates, links and uploads, for programs. It answers at{" "}
            <code className="break-all font-mono text-text text-xs">{root}</code>.{" "}
            {workspace ? `The ids in the samples are those of ${workspace.name}.` : null}
          </p>
          <Introduction
            root={root}
            problems={problems}
            requestsAMinute={requestsAMinute}
            repliesKeptHours={repliesKeptHours}
            clientFiles={clientFiles}
            keysPage={workspace?.seesKeys ? `/${workspace.slug}/keys` : null}
          />
          {groups.map((group) => (
            <section key={group.name} id={groupAnchor(group.name)} className="scroll-mt-16 pt-12">
              <h2 className="font-semibold text-xl tracking-tight">{group.name}</h2>
              <p className="mt-1 mb-6 max-w-2xl text-pretty text-base text-muted">{group.description}</p>
              {group.operations.map((entry) => (
                <OperationSection key={entry.id} entry={entry} operations={operations} />
              ))}
            </section>
          ))}
          <section id="objects" className="scroll-mt-16 border-t pt-12">
            <h2 className="font-semibold text-xl tracking-tight">Objects</h2>
            <p className="mt-1 text-base text-muted">What stands in answers.</p>
            <div className="grid gap-x-10 xl:grid-cols-2">
              {objects.map(({ name, description, fields }) => (
                <section key={name} id={`object-${name}`} className="scroll-mt-16 pt-8">
                  <h3 className="font-semibold text-lg tracking-tight">{name}</h3>
                  {description === "" ? null : <p className="mt-1 text-muted">{description}</p>}
                  <FieldTable title="Fields" fields={fields} />
                </section>
              ))}
            </div>
          </section>
        </main>
      </div>
    </SampleLanguages>
  );
}
