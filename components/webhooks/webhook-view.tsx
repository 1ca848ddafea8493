"use client";

import { Ellipsis, KeyRound, Pencil, RefreshCw, Send, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import type { ProjectItem } from "../api/template-item";
import {
  changeWebhook,
  type DeliveriesPage,
  deleteWebhook,
  loadSecret,
  rotateSecret,
  sendTest,
  type WebhookItem,
} from "../api/webhooks";
import { AskDialog } from "../ui/ask-dialog";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";
import { RotateDialog } from "../ui/rotate-dialog";
import { Switch } from "../ui/switch";
import { DeliveryRow } from "./delivery-row";
import { SecretDialog } from "./secret-dialog";
import { useDeliveries } from "./use-deliveries";
import { type EventChoice, WebhookDialog } from "./webhook-dialog";
import { addressWords, healthWords } from "./webhook-words";
import { projectWords } from "./webhooks-view";

export type WebhookViewProps = {
  workspace: string;
  webhook: WebhookItem;
  deliveries: DeliveriesPage;
  projects: readonly ProjectItem[];
  events: readonly EventChoice[];
};

/** One endpoint: how it stands, what was sent, and everything that can be done with it. */
export function WebhookView({ workspace, projects, events, ...loaded }: WebhookViewProps) {
  const router = useRouter();
  const sent = useDeliveries(workspace, { webhook: loaded.webhook, page: loaded.deliveries });
  const { webhook, setWebhook } = sent;
  const { id } = webhook;
  const [asking, setAsking] = useState<"change" | "rotate" | "delete" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const health = healthWords(webhook);
  const isOn = webhook.disabledAt === null;
  const close = () => setAsking(null);

  /** Does something; what goes wrong is said. */
  async function act(task: () => Promise<void>) {
    setBusy(true);
    try {
      await task();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <Link href={`/${workspace}/webhooks`} className="text-muted text-sm hover:text-text">
        Webhooks
      </Link>
      <header className="mt-1 mb-6 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="break-all font-semibold text-lg tracking-tight">{addressWords(webhook.url)}</h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
            <Badge tone={health.tone}>{health.text}</Badge>
            <span>
              {webhook.events.join(", ")} · {projectWords(webhook, projects)}
            </span>
          </p>
        </div>
        <div className="flex items-center gap-2">
          <label htmlFor="webhook-on" className="text-muted text-sm">
            On
          </label>
          <Switch
            id="webhook-on"
            checked={isOn}
            disabled={busy}
            onCheckedChange={(enabled) =>
              void act(async () => setWebhook(await changeWebhook(workspace, id, { enabled })))
            }
          />
          <Button
            icon={<Send aria-hidden className="size-4" />}
            busy={busy}
            disabled={!isOn}
            onClick={() =>
              void act(async () => {
                await sendTest(workspace, id);
                sent.expect();
                await sent.refresh();
              })
            }
          >
            Send test event
          </Button>
          <Menu>
            <MenuTrigger asChild>
              <IconButton label="More for this webhook">
                <Ellipsis aria-hidden className="size-4" />
              </IconButton>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsking("change")}>
                Change
              </MenuItem>
              <MenuItem
                icon={<KeyRound aria-hidden />}
                onSelect={() => void act(async () => setSecret((await loadSecret(workspace, id)).secret))}
              >
                Show secret
              </MenuItem>
              <MenuItem icon={<RefreshCw aria-hidden />} onSelect={() => setAsking("rotate")}>
                Rotate secret
              </MenuItem>
              <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setAsking("delete")}>
                Delete
              </MenuItem>
            </MenuContent>
          </Menu>
        </div>
      </header>
      {webhook.previousUntil && webhook.previousUntil.getTime() > Date.now() ? (
        <p className="mb-4 text-muted text-sm" suppressHydrationWarning>
          The secret before signs too until {webhook.previousUntil.toLocaleString()}.
        </p>
      ) : null}
      <h2 className="mb-2 font-semibold text-sm">Deliveries of the last 7 days</h2>
      {sent.deliveries.length === 0 ? (
        <p className="rounded-lg bg-panel px-4 py-8 text-center text-muted text-sm shadow-card">
          Nothing was sent yet. Send a test event to see whether it arrives.
        </p>
      ) : (
        <ul aria-label="Deliveries" className="divide-y rounded-lg bg-panel shadow-card">
          {sent.deliveries.map((item) => (
            <DeliveryRow
              key={item.id}
              item={item}
              workspace={workspace}
              canSend={isOn}
              onResent={sent.expect}
            />
          ))}
        </ul>
      )}
      {sent.hasMore && (
        <Button className="mt-3" busy={busy} onClick={() => void act(sent.more)}>
          Show older
        </Button>
      )}
      <WebhookDialog
        open={asking === "change"}
        onOpenChange={close}
        item={webhook}
        projects={projects}
        events={events}
        onWish={async (wish) => {
          setWebhook(await changeWebhook(workspace, id, wish));
          close();
        }}
      />
      <RotateDialog
        open={asking === "rotate"}
        onOpenChange={close}
        title="Rotate the secret"
        description="Until the old one ends, deliveries are signed with both, so that nothing is missed."
        label="The old secret"
        does="Signs"
        button="Make the new secret"
        onRotate={async (hours) => {
          const made = await rotateSecret(workspace, id, hours);
          close();
          setWebhook(made.webhook);
          setSecret(made.secret);
        }}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
      <AskDialog
        open={asking === "delete"}
        onClose={close}
        title="Delete this webhook?"
        yes="Delete webhook"
        no="Keep it"
        danger
        onYes={async () => {
          await deleteWebhook(workspace, id);
          router.push(`/${workspace}/webhooks`);
        }}
      >
        <p className="text-muted">
          Its deliveries go with it, and what is on its way is sent no more. Switch it off instead to keep
          them.
        </p>
      </AskDialog>
    </main>
  );
}
