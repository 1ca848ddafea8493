import { Prose } from "./prose";
import type { Field } from "./reference";

export type FieldTableProps = {
  title: string;
  fields: readonly (Field & { in?: string })[];
  /** Whether fields may be left out, so that it is told which may not. */
  sent?: boolean;
};

/** Fields with what they take, those inside others set in. */
export function FieldTable({ title, fields, sent = false }: FieldTableProps) {
  if (fields.length === 0) return null;
  return (
    <div className="mt-4">
      <h4 className="mb-1 font-semibold text-xs">{title}</h4>
      <ul className="divide-y border-y">
        {fields.map((field, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, in which a name may stand twice
            key={index}
            className="py-1.5"
            style={{ paddingLeft: `${field.depth}rem` }}
          >
            <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
              {field.name === "" ? null : (
                <code className="break-all font-mono font-medium">{field.name}</code>
              )}
              <span className="text-muted">
                {field.refersTo ? <Referring text={field.type} to={field.refersTo} /> : field.type}
              </span>
              {field.in ? <span className="text-faint">in the {field.in}</span> : null}
              {sent && field.required ? <span className="text-warning-text">required</span> : null}
            </p>
            {field.description === "" ? null : (
              <p className="mt-0.5 text-muted text-xs">
                <Prose text={field.description} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A type in whose words the name of an object leads to it. */
function Referring({ text, to }: { text: string; to: string }) {
  const [before = "", ...after] = text.split(to);
  return (
    <>
      {before}
      <a href={`#object-${to}`} className="text-accent-text hover:underline">
        {to}
      </a>
      {after.join(to)}
    </>
  );
}
