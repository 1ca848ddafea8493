"use client";

import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../../api/call-api";
import {
  createSigningKey,
  loadSigningKeys,
  type OpenedKey,
  openSigningKey,
  revokeSigningKey,
  type SigningKey,
} from "../../api/signing-keys";
import { TimeAgo } from "../../shell/time-ago";
import { AskDialog } from "../../ui/ask-dialog";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { type SigningPrograms, SigningSamples } from "./signing-samples";
import { SigningSecret } from "./signing-secret";

export type SigningKeysProps = {
  workspaceSlug: string;
  programs: SigningPrograms;
};

/** The last four letters of a key's id, by which people tell keys apart. */
const nameOf = ({ id }: SigningKey) => `…${id.slice(-4)}`;

/** The keys that addresses are signed with, and how to sign with one. */
export function SigningKeys({ workspaceSlug, programs }: SigningKeysProps) {
  const [keys, setKeys] = useState<readonly SigningKey[] | null>(null);
  const [failed, setFailed] = useState<string>();
  const [shown, setShown] = useState<OpenedKey | null>(null);
  const [revoking, setRevoking] = useState<SigningKey | null>(null);
  /** The key whose secret is on its way; `new` for one being made. */
  const [busy, setBusy] = useState<string | null>(null);

  useEffect(() => {
    let current = true;
    loadSigningKeys(workspaceSlug).then(
      (loaded) => current && setKeys(loaded),
      (error: unknown) => current && setFailed(sentenceOf(error)),
    );
    return () => {
      current = false;
    };
  }, [workspaceSlug]);

  async function open(id: string, loading: Promise<OpenedKey>) {
    setBusy(id);
    try {
      const { secret, ...key } = await loading;
      setKeys((before) => (before?.some((each) => each.id === key.id) ? before : [key, ...(before ?? [])]));
      setShown({ ...key, secret });
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(null);
  }

  async function revoke(key: SigningKey) {
    await revokeSigningKey(workspaceSlug, key.id);
    setKeys((before) => before?.filter(({ id }) => id !== key.id) ?? null);
    toast(`The signing key ${nameOf(key)} is revoked`);
  }

  if (failed) return <p className="text-danger-text text-sm">{failed}</p>;
  if (keys === null) return <Skeleton className="h-16 w-full rounded-lg" />;
  return (
    <div className="grid gap-4">
      {keys.length === 0 ? (
        <p className="text-muted text-sm">No key yet. The first signed address makes one.</p>
      ) : (
        <ul aria-label="Signing keys" className="divide-y rounded-lg bg-panel shadow-card">
          {keys.map((key, index) => (
            <li key={key.id} className="flex flex-wrap items-center gap-2 px-3 py-2">
              <p className="min-w-0 flex-1 basis-40 text-sm">
                <span className="font-mono">{nameOf(key)}</span>
                <span className="block text-faint text-xs">
                  Made <TimeAgo date={key.createdAt} />
                  {index === 0 ? ", signs new addresses" : ", holds for older addresses"}
                </span>
              </p>
              <Button
                size="small"
                aria-label={`Show secret of ${nameOf(key)}`}
                busy={busy === key.id}
                onClick={() => void open(key.id, openSigningKey(workspaceSlug, key.id))}
              >
                Show secret
              </Button>
              <Button size="small" aria-label={`Revoke ${nameOf(key)}`} onClick={() => setRevoking(key)}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        className="w-fit"
        icon={<Plus aria-hidden className="size-4" />}
        busy={busy === "new"}
        onClick={() => void open("new", createSigningKey(workspaceSlug))}
      >
        Make a key
      </Button>
      <SigningSamples programs={programs} />
      <SigningSecret opened={shown} onClose={() => setShown(null)} />
      <AskDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={`Revoke the signing key ${revoking ? nameOf(revoking) : ""}?`}
        yes="Revoke key"
        no="Cancel"
        danger
        onYes={async () => {
          if (revoking) await revoke(revoking);
        }}
      >
        <p className="text-muted">
          What is signed or encrypted with it shows the picture without values from then on, in mails that
          were sent already too. This cannot be undone.
        </p>
      </AskDialog>
    </div>
  );
}
