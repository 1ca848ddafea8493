"use client";

import { KeyRound, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { KeyItem, NewKey } from "../api/keys";
import type { ProjectItem } from "../api/template-item";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { KeyRow } from "./key-row";
import { NewKeyDialog } from "./new-key-dialog";
import type { ScopeChoice } from "./scope-choice";
import { SecretDialog } from "./secret-dialog";

export type KeysViewProps = {
  workspace: string;
  /** Where this service answers, such as `https://pictures.example`. */
  origin: string;
  keys: readonly KeyItem[];
  projects: readonly ProjectItem[];
  scopes: readonly ScopeChoice[];
};

/** Keys of the REST API: which there are, and making, rotating and revoking them. */
export function KeysView({ workspace, origin, keys: first, projects, scopes }: KeysViewProps) {
  const [keys, setKeys] = useState(first);
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<NewKey | null>(null);

  function put(changed: KeyItem) {
    setKeys((before) =>
      before.map((key) => (key.id === changed.id ? { ...changed, createdBy: key.createdBy } : key)),
    );
  }

  function add(made: NewKey, replaced?: { key: KeyItem; overlapHours: number }) {
    const endsAt = replaced && new Date(Date.now() + replaced.overlapHours * 60 * 60_000);
    setKeys((before) => [
      { ...made.key, createdBy: "you" },
      ...before.map((key) =>
        replaced && endsAt && key.id === replaced.key.id
          ? {
              ...key,
              replacedById: made.key.id,
              expiresAt: key.expiresAt && key.expiresAt < endsAt ? key.expiresAt : endsAt,
            }
          : key,
      ),
    ]);
    setMaking(false);
    setShown(made);
  }

  const newButton = (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      New key
    </Button>
  );
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-6 flex min-h-8 items-center gap-3">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-lg tracking-tight">API keys</h1>
        </div>
        <Button asChild variant="ghost">
          <Link href={`/docs/api?workspace=${encodeURIComponent(workspace)}`}>Documentation</Link>
        </Button>
        {keys.length > 0 && newButton}
      </header>
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound aria-hidden />} title="No keys yet" action={newButton}>
          A program of yours makes pictures and changes templates with a key of the REST API.
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-lg bg-panel shadow-card">
          {keys.map((key) => (
            <KeyRow
              key={key.id}
              item={key}
              workspace={workspace}
              projects={projects}
              onChanged={put}
              onRotated={(made, overlapHours) => add(made, { key, overlapHours })}
            />
          ))}
        </ul>
      )}
      <NewKeyDialog
        open={making}
        onOpenChange={setMaking}
        workspace={workspace}
        projects={projects}
        scopes={scopes}
        onMade={add}
      />
      <SecretDialog made={shown} origin={origin} onClose={() => setShown(null)} />
    </main>
  );
}
