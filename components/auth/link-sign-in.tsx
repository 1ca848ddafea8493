"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../ui/button";
import { AuthLink } from "./auth-link";
import { beginSessionByLink } from "./begin-session";
import { CodeForm } from "./code-form";
import { useLinkToken } from "./use-link-token";

/** Where a mailed link leads. Pressing the button uses it up; programs that only open links do not. */
export function LinkSignIn({ next }: { next: string }) {
  const router = useRouter();
  const token = useLinkToken();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [wantsCode, setWantsCode] = useState(false);

  async function begin(code?: string) {
    setBusy(true);
    setError(undefined);
    const result = await beginSessionByLink({ token: token ?? "", ...(code === undefined ? {} : { code }) });
    if (result.kind === "signed-in") {
      router.replace(next);
      router.refresh();
      return;
    }
    setBusy(false);
    if (result.kind === "code-wanted") setWantsCode(true);
    else setError(result.message);
  }

  if (wantsCode) {
    const back = () => {
      setWantsCode(false);
      setError(undefined);
    };
    return <CodeForm busy={busy} error={error} onCode={(code) => void begin(code)} onBack={back} />;
  }
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">Sign in to Nameplate</h1>
      <p className="mt-1 text-balance text-muted">
        The link in your mail brought you here. One press and you are in.
      </p>
      <Button
        variant="primary"
        size="large"
        busy={busy}
        disabled={token === null}
        onClick={() => void begin()}
        className="mt-6 w-full"
      >
        Sign in
      </Button>
      <p role="alert" className="mt-3 min-h-4 text-danger-text text-xs">
        {error}
      </p>
      <p className="mt-3 text-sm">
        <AuthLink href={`/sign-in/by-mail?${new URLSearchParams({ next })}`}>Ask for another link</AuthLink>
      </p>
    </>
  );
}
