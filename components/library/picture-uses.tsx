"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { listPictureUses, type PictureUse, type PictureUses as Uses } from "../api/pictures";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";

/** What shows a picture: templates, workspace templates and the brand kit, each with the way to it. */
export function PictureUses({ workspace, id }: { workspace: string; id: string }) {
  const [uses, setUses] = useState<Uses | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks again
  useEffect(() => {
    let isWanted = true;
    setFailed(null);
    listPictureUses(workspace, id).then(
      (found) => isWanted && setUses(found),
      (error) => isWanted && setFailed(sentenceOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [workspace, id, attempt]);

  return (
    <section aria-label="Where it is used">
      <h3 className="font-medium text-muted text-xs">Where it is used</h3>
      {failed === null ? null : (
        <div role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-danger-text text-sm">
          {failed}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </Button>
        </div>
      )}
      {uses === null && failed === null ? <Skeleton className="mt-1.5 h-5 w-40" /> : null}
      {uses !== null && countOf(uses) === 0 ? (
        <p className="mt-1 text-muted text-sm">In no template.</p>
      ) : null}
      <ul className="mt-1 grid gap-1 text-sm empty:hidden">
        {uses?.uses.map((use) => (
          <li key={use.id} className="wrap-anywhere">
            <Link
              href={`/${workspace}/templates/${use.id}`}
              className="font-medium text-accent-text hover:underline"
            >
              {use.name}
            </Link>
            <span className="text-muted"> · {wordsOf(use)}</span>
            {use.versions.length === 0 ? null : (
              <>
                {" "}
                <Link
                  href={`/${workspace}/templates/${use.id}?open=versions`}
                  className="text-accent-text text-xs hover:underline"
                >
                  Versions<span className="sr-only"> of {use.name}</span>
                </Link>
              </>
            )}
          </li>
        ))}
        {uses?.starters.map(({ id: starter, name }) => (
          <li key={starter} className="wrap-anywhere">
            {name}
            <span className="text-muted"> · workspace template</span>
          </li>
        ))}
        {uses?.logos.map(({ id: logo, name }) => (
          <li key={logo} className="wrap-anywhere">
            <Link href={`/${workspace}/brand`} className="font-medium text-accent-text hover:underline">
              {name}
            </Link>
            <span className="text-muted"> · logo of the brand kit</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function countOf({ uses, starters, logos }: Uses): number {
  return uses.length + starters.length + logos.length;
}

function wordsOf({ draft, versions, live }: PictureUse): string {
  const numbers = [...versions].reverse().join(", ");
  const published = versions.length === 0 ? "" : `version${versions.length === 1 ? "" : "s"} ${numbers}`;
  return [draft ? "draft" : "", published, live ? "live now" : ""].filter(Boolean).join(", ");
}
