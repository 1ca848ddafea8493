"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { toast } from "sonner";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { PROVIDER_NAMES, type Provider } from "../auth/provider-names";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { ProofForm } from "./two-step/proof-form";
import type { Proof } from "./two-step/two-step-api";

export type ConnectedAccount = { provider: Provider; email: string | null };

export type ConnectedAccountsProps = {
  hasPassword: boolean;
  hasTwoStep: boolean;
  accounts: readonly ConnectedAccount[];
  /** Why the last one could not be connected. */
  problem: string | undefined;
  /** Path of this page, to come back to. */
  back: string;
};

/** The providers one can sign in with, each connected or not. */
export function ConnectedAccounts({
  accounts,
  problem,
  back,
  hasPassword,
  hasTwoStep,
}: ConnectedAccountsProps) {
  const router = useRouter();
  const [busy, setBusy] = useState<Provider>();
  const [error, setError] = useState(problem);
  /** What is being connected once the person has shown that it is still them. */
  const [asking, setAsking] = useState<Provider>();

  async function change(provider: Provider, act: (path: string) => Promise<void>) {
    setBusy(provider);
    setError(undefined);
    try {
      await act(`/api/account/connected/${provider}`);
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(undefined);
  }

  async function connect(provider: Provider, proof: Proof) {
    const path = `/api/account/connected/${provider}`;
    await callApi({ method: "POST", path, body: { back, ...proof }, answer: nothing });
    await signIn(provider, { callbackUrl: back });
  }

  /** Another account is another way in for good: it is asked for as a password is. */
  function begin(provider: Provider) {
    if (hasPassword || hasTwoStep) return setAsking(provider);
    return change(provider, () => connect(provider, {}));
  }

  const disconnect = (provider: Provider) =>
    change(provider, async (path) => {
      await callApi({ method: "DELETE", path, answer: nothing });
      toast(`${PROVIDER_NAMES[provider]} is disconnected`);
      router.refresh();
    });

  return (
    <div className="grid gap-2">
      <ul className="divide-y rounded-lg bg-panel shadow-card">
        {accounts.map(({ provider, email }) => {
          const name = PROVIDER_NAMES[provider];
          return (
            <li key={provider} className="flex min-h-14 items-center gap-3 px-4 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="font-medium text-sm">{name}</p>
                <p className="truncate text-faint text-xs">{email ?? "Not connected"}</p>
              </div>
              <Button
                size="small"
                busy={busy === provider}
                aria-label={`${email === null ? "Connect" : "Disconnect"} ${name}`}
                onClick={() => void (email === null ? begin(provider) : disconnect(provider))}
              >
                {email === null ? "Connect" : "Disconnect"}
              </Button>
            </li>
          );
        })}
      </ul>
      <p role="alert" className="text-danger-text text-xs">
        {error}
      </p>
      <Dialog open={asking !== undefined} onOpenChange={(open) => open || setAsking(undefined)}>
        {asking ? (
          <DialogContent title={`Connect ${PROVIDER_NAMES[asking]}`}>
            <ProofForm
              hasPassword={hasPassword}
              button={`Go on to ${PROVIDER_NAMES[asking]}`}
              onProof={(proof) => connect(asking, proof)}
            />
          </DialogContent>
        ) : null}
      </Dialog>
    </div>
  );
}
