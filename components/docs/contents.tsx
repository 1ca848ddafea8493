import { CHAPTERS } from "./introduction";
import { groupAnchor, type Reference } from "./reference";

/** The list of contents: every part of the page, one click away. */
export function Contents({ groups, objects }: Pick<Reference, "groups" | "objects">) {
  return (
    <nav aria-label="Contents" className="grid gap-5 text-sm">
      <Part title="Introduction" items={CHAPTERS.map(([id, title]) => ({ href: `#${id}`, title }))} />
      {groups.map(({ name, operations }) => (
        <Part
          key={name}
          title={name}
          href={`#${groupAnchor(name)}`}
          items={operations.map(({ id, summary }) => ({ href: `#${id}`, title: summary }))}
        />
      ))}
      <Part
        title="Objects"
        href="#objects"
        items={objects.map(({ name }) => ({ href: `#object-${name}`, title: name }))}
      />
    </nav>
  );
}

type PartProps = { title: string; href?: string; items: readonly { href: string; title: string }[] };

function Part({ title, href, items }: PartProps) {
  return (
    <div>
      <p className="mb-1 px-2 font-semibold text-xs">
        {href ? (
          <a href={href} className="hover:underline">
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              className="block truncate rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-text"
            >
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
