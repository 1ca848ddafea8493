"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { callApi, sentenceOf } from "../api/call-api";
import { type TemplatePage, templatePage } from "../api/template-item";
import { Thumbnail } from "../templates/thumbnail";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SearchInput } from "../ui/search-input";
import { BackToBatches } from "./back-to-batches";

/** Quiet time before a search begins, ms. */
const PAUSE = 250;

/** Which template the pictures are of; only what is published can be made in numbers. */
export function ChooseTemplate({ workspace, firstPage }: { workspace: string; firstPage: TemplatePage }) {
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(firstPage);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    if (search.trim() === "") {
      setPage(firstPage);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ search: search.trim(), limit: "48" });
      callApi({
        method: "GET",
        path: `/api/w/${encodeURIComponent(workspace)}/templates?${query}`,
        answer: templatePage,
      }).then(
        (found) => {
          if (!current) return;
          setPage(found);
          setError(null);
        },
        (failure: unknown) => current && setError(sentenceOf(failure)),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, search, firstPage]);

  const published = page.templates.filter(({ status }) => status !== "draft");
  return (
    <main className="mx-auto max-w-5xl px-4 py-4 md:px-8 md:py-6">
      <BackToBatches workspace={workspace} />
      <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">Which template?</h1>
        {firstPage.templates.length > 0 ? (
          <SearchInput
            aria-label="Search templates"
            placeholder="Search"
            className="w-full sm:w-56"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        ) : null}
      </header>
      {error === null ? null : (
        <p role="alert" className="mb-4 text-danger-text text-sm">
          {error}
        </p>
      )}
      {published.length > 0 ? (
        <ul
          aria-label="Published templates"
          className="grid grid-cols-[repeat(auto-fill,minmax(min(12rem,100%),1fr))] gap-x-5 gap-y-6"
        >
          {published.map(({ id, name, revision, size }) => (
            <li key={id} className="group relative">
              <Thumbnail
                src={`/api/w/${workspace}/templates/${id}/thumbnail.png?r=${revision}`}
                size={size}
              />
              <h2 className="mt-2 truncate font-medium text-sm">
                <Link
                  href={`/${workspace}/batches/new?template=${id}`}
                  className="rounded-sm after:absolute after:inset-0 hover:text-accent-text"
                >
                  {name}
                </Link>
              </h2>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title={search.trim() ? "No published template is like that" : "No template is published yet"}
          action={
            <Button asChild>
              <Link href={`/${workspace}`}>Go to the templates</Link>
            </Button>
          }
        >
          A batch makes pictures of what is published. Publish a template first, and it stands here.
        </EmptyState>
      )}
    </main>
  );
}
