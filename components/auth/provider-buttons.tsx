"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "../ui/button";
import { PROVIDER_NAMES, type Provider } from "./provider-names";

export type ProviderButtonsProps = {
  providers: readonly Provider[];
  /** Where to go afterwards. */
  next: string;
};

/** One button a provider; nothing where none is configured. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const [busy, setBusy] = useState<Provider>();
  if (providers.length === 0) return null;

  function enter(provider: Provider) {
    setBusy(provider);
    signIn(provider, { callbackUrl: next }).catch(() => setBusy(undefined));
  }

  return (
    <div className="mt-4 grid gap-3">
      <p className="flex items-center gap-3 text-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {providers.map((provider) => (
        <Button
          key={provider}
          size="large"
          busy={busy === provider}
          className="w-full"
          onClick={() => enter(provider)}
        >
          Continue with {PROVIDER_NAMES[provider]}
        </Button>
      ))}
    </div>
  );
}
