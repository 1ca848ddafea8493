import Link from "next/link";
import type { LinkItem } from "../api/links";
import { linkName } from "../links/link-words";

/** Which links look values up here. */
export function SourceLinks({ workspace, links }: { workspace: string; links: readonly LinkItem[] }) {
  return (
    <section aria-labelledby="source-links">
      <h2 id="source-links" className="mb-2 font-semibold text-sm">
        Links that use it
      </h2>
      {links.length === 0 ? (
        <p className="text-muted text-sm">
          None yet. Choose “Data” in the menu of a link on{" "}
          <Link href={`/${workspace}/links`} className="underline underline-offset-2 hover:text-text">
            Links
          </Link>
          .
        </p>
      ) : (
        <ul className="divide-y rounded-lg bg-panel shadow-card">
          {links.map((link) => (
            <li key={link.id} className="flex flex-wrap items-center gap-x-3 px-4 py-2 text-sm">
              <Link
                href={`/${workspace}/links?data=${link.id}`}
                className="min-w-0 truncate font-medium hover:underline"
              >
                {linkName(link)}
              </Link>
              <span className="text-faint text-xs">{link.template.name}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
