"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { toast } from "sonner";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { PROVIDER_NAMES, type Provider } from "../auth/provider-names";
import { Button } from "../ui/button";

export type ConnectedAccount = { provider: Provider; email: string | null };

export type ConnectedAccountsProps = {
  accounts: readonly ConnectedAccount[];
  /** Why the last one could not be connected. */
  problem: string | undefined;
  /** Path of this page, to come back to. */
  back: string;
};

/** The providers one can sign in with, each connected or not. */
export function ConnectedAccounts({ accounts, problem, back }: ConnectedAccountsProps) {
  const router = useRouter();
  const [busy, setBusy] = useState<Provider>();
  const [error, setError] = useState(problem);

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

  const connect = (provider: Provider) =>
    change(provider, async (path) => {
      await callApi({ method: "POST", path, body: { back }, answer: nothing });
      await signIn(provider, { callbackUrl: back });
    });

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
                onClick={() => void (email === null ? connect(provider) : disconnect(provider))}
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
    </div>
  );
}
