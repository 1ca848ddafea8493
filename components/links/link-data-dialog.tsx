"use client";

import Link from "next/link";
import { useId, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import type { LinkItem } from "../api/links";
import { type LinkSources, setLinkSources } from "../api/sources";
import { sourceWords } from "../sources/source-words";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { Switch } from "../ui/switch";
import { DataAddress } from "./data-address";
import { DataMapping } from "./data-mapping";
import { linkName } from "./link-words";
import { useLinkSources } from "./use-link-sources";

export type LinkDataDialogProps = {
  workspace: string;
  origin: string;
  /** null: closed. */
  link: LinkItem | null;
  onClose: () => void;
};

/** What a link looks values up in, which fields that fills, and the address that it leaves. */
export function LinkDataDialog({ workspace, origin, link, onClose }: LinkDataDialogProps) {
  return (
    <Dialog open={link !== null} onOpenChange={(open) => open || onClose()}>
      {link ? (
        <Body key={link.id} workspace={workspace} origin={origin} link={link} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

type BodyProps = Omit<LinkDataDialogProps, "link"> & { link: LinkItem };
type Attached = LinkSources["attached"];

function Body({ workspace, origin, link, onClose }: BodyProps) {
  const { data, failed } = useLinkSources(workspace, link.id);
  const [changed, setChanged] = useState<Attached | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const attached = changed ?? data?.attached ?? [];

  async function save() {
    if (changed === null) return onClose();
    setBusy(true);
    setError(undefined);
    try {
      await setLinkSources(workspace, link.id, changed);
      toast(`The data of “${linkName(link)}” is saved`, {
        description: "Its pictures follow within seconds.",
      });
      onClose();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <DialogContent
      title={`Data of “${linkName(link)}”`}
      description="Values that its picture looks up. They go before those that stand in the address."
      width="large"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabled={!data} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      {failed ? <p className="text-danger-text text-sm">{failed}</p> : null}
      {data ? (
        <Choices
          workspace={workspace}
          origin={origin}
          link={link}
          data={data}
          attached={attached}
          onChange={setChanged}
        />
      ) : failed ? null : (
        <Skeleton className="h-40 w-full rounded-md" />
      )}
      <p aria-live="assertive" className="mt-4 text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
    </DialogContent>
  );
}

type ChoicesProps = Omit<BodyProps, "onClose"> & {
  data: LinkSources;
  attached: Attached;
  onChange: (attached: Attached) => void;
};

function Choices({ workspace, origin, link, data, attached, onChange }: ChoicesProps) {
  const id = useId();
  if (data.choices.length === 0) {
    return (
      <p className="text-muted text-sm">
        There is no data in this workspace yet. Upload a list on{" "}
        <Link href={`/${workspace}/data`} className="underline underline-offset-2 hover:text-text">
          Data
        </Link>
        .
      </p>
    );
  }
  return (
    <div className="grid gap-5">
      <ul className="grid gap-4">
        {data.choices.map((source) => {
          const at = attached.find(({ sourceId }) => sourceId === source.id);
          const others = attached.filter(({ sourceId }) => sourceId !== source.id);
          return (
            <li key={source.id} className="grid gap-3">
              <div className="flex items-start gap-3">
                <Switch
                  id={`${id}-${source.id}`}
                  checked={at !== undefined}
                  onCheckedChange={(on) =>
                    onChange(on ? [...others, { sourceId: source.id, mapping: source.guess }] : others)
                  }
                />
                <label htmlFor={`${id}-${source.id}`} className="-mt-0.5 min-w-0 text-sm">
                  <span className="font-medium">{source.name}</span>
                  <span className="block text-faint text-xs">{sourceWords(source)}</span>
                </label>
              </div>
              {at ? (
                <DataMapping
                  source={source}
                  fields={data.fields}
                  mapping={at.mapping}
                  onChange={(mapping) =>
                    onChange(attached.map((each) => (each === at ? { ...each, mapping } : each)))
                  }
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {attached.length > 0 ? (
        <DataAddress origin={origin} link={link} data={data} attached={attached} />
      ) : null}
    </div>
  );
}
