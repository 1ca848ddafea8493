"use client";

import { Plus, Webhook } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { ProjectItem } from "../api/template-item";
import { createWebhook, type WebhookItem } from "../api/webhooks";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { useFreshLoad } from "../use-fresh-load";
import { SecretDialog } from "./secret-dialog";
import { type EventChoice, WebhookDialog } from "./webhook-dialog";
import { addressWords, healthWords } from "./webhook-words";

export type WebhooksViewProps = {
  loadId: string;
  workspace: string;
  webhooks: readonly WebhookItem[];
  projects: readonly ProjectItem[];
  events: readonly EventChoice[];
};

/** Where events of the workspace are sent, and whether they arrive. */
export function WebhooksView({ loadId, workspace, webhooks: loaded, projects, events }: WebhooksViewProps) {
  useFreshLoad(loadId);
  const [added, setAdded] = useState<readonly WebhookItem[]>([]);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = [...added.filter(({ id }) => loaded.every((item) => item.id !== id)), ...loaded];

  const newButton = (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      New webhook
    </Button>
  );
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-6 flex min-h-8 items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">Webhooks</h1>
        {webhooks.length > 0 && newButton}
      </header>
      {webhooks.length === 0 ? (
        <EmptyState icon={<Webhook aria-hidden />} title="No webhooks yet" action={newButton}>
          A program of yours is told when a template is published or a picture is ready.
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-lg bg-panel shadow-card">
          {webhooks.map((item) => (
            <WebhookRow key={item.id} item={item} workspace={workspace} projects={projects} />
          ))}
        </ul>
      )}
      <WebhookDialog
        open={making}
        onOpenChange={setMaking}
        projects={projects}
        events={events}
        onWish={async (wish) => {
          const made = await createWebhook(workspace, wish);
          setAdded((before) => [made.webhook, ...before]);
          setMaking(false);
          setSecret(made.secret);
        }}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </main>
  );
}

type RowProps = { item: WebhookItem; workspace: string; projects: readonly ProjectItem[] };

function WebhookRow({ item, workspace, projects }: RowProps) {
  const health = healthWords(item);
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={`/${workspace}/webhooks/${item.id}`}
            className="min-w-0 break-all font-medium text-sm after:absolute after:inset-0"
          >
            {addressWords(item.url)}
          </Link>
          <Badge tone={health.tone}>{health.text}</Badge>
        </p>
        <p className="mt-1 text-muted text-xs">
          {item.events.join(", ")} · {projectWords(item, projects)}
        </p>
      </div>
      <p className="text-faint text-xs leading-5">
        {item.lastTriedAt ? (
          <>
            last sent <TimeAgo date={item.lastTriedAt} />
          </>
        ) : (
          <>
            made <TimeAgo date={item.createdAt} />
          </>
        )}
      </p>
    </li>
  );
}

/** Of what projects an endpoint hears. */
export function projectWords({ projectIds }: WebhookItem, projects: readonly ProjectItem[]): string {
  if (projectIds === null) return "all projects";
  const names = projects.filter(({ id }) => projectIds.includes(id)).map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : "no project";
}
