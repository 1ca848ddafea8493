import { FieldTable } from "./field-table";
import { Prose } from "./prose";
import type { Entry } from "./reference";
import { Samples } from "./samples";

/** One operation: what it does, takes and answers, beside samples of it. */
export function OperationSection({ entry, operations }: { entry: Entry; operations: ReadonlySet<string> }) {
  const { id, method, path, summary, description, scope, parameters, body, answer, problems, samples } =
    entry;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-16 border-t py-8">
      <h3 id={`${id}-title`} className="font-semibold text-lg tracking-tight">
        <a href={`#${id}`} className="hover:underline">
          {summary}
        </a>
      </h3>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 font-mono text-xs">
        <span className="font-semibold text-accent-text">{method}</span>
        <span className="break-all">{path}</span>
        <span className="text-faint">{id}</span>
      </p>
      <div className="mt-4 grid gap-6 xl:grid-cols-2">
        <div className="min-w-0">
          <p className="text-pretty text-base text-muted">
            <Prose text={description} operations={operations} />
          </p>
          <p className="mt-2 text-muted text-xs">
            <Prose text={`Needs the scope \`${scope}\`.`} />
          </p>
          <FieldTable title="Parameters" fields={parameters} sent />
          {body ? (
            <>
              <FieldTable title={body.description === "" ? "Body" : "Form"} fields={body.fields} sent />
              {body.description === "" ? null : (
                <p className="mt-1.5 text-muted text-xs">
                  <Prose text={body.description} />
                </p>
              )}
            </>
          ) : null}
          <Answer answer={answer} />
          <p className="mt-4 flex flex-wrap gap-x-3 gap-y-1 text-xs">
            <span className="text-muted">Errors:</span>
            {problems.map(({ status, code }) => (
              <a
                key={code}
                href={`#problem-${code}`}
                title={code}
                className="figures text-accent-text hover:underline"
              >
                {status}
              </a>
            ))}
          </p>
        </div>
        <Samples of={summary} samples={samples} />
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: Entry["answer"] }) {
  const { status, description, contentTypes, fields } = answer;
  const isJson = contentTypes.length === 1 && contentTypes[0] === "application/json";
  return (
    <>
      <FieldTable title={`Answer: ${status}`} fields={fields} />
      {fields.length === 0 ? <h4 className="mt-4 mb-1 font-semibold text-xs">Answer: {status}</h4> : null}
      <p className="mt-1.5 text-muted text-xs">
        {description} {contentTypes.length === 0 ? "It is empty." : null}
        {contentTypes.length > 0 && !isJson ? `As ${contentTypes.join(", ")}.` : null}
      </p>
    </>
  );
}
