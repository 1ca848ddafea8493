"use client";

import { useId, useState } from "react";
import { SignOutButton } from "../auth/sign-out-button";
import { Button } from "../ui/button";
import { NewWorkspaceForm } from "./new-workspace-form";

/** For somebody who is in no workspace: the way to one of their own. */
export function FirstWorkspace() {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">You are in no workspace</h1>
      <p className="mt-1 mb-6 text-balance text-muted">
        Make one of your own, or ask somebody to invite you to theirs.
      </p>
      <NewWorkspaceForm id={form} onBusy={setBusy} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="primary" type="submit" form={form} busy={busy}>
          Make workspace
        </Button>
        <SignOutButton />
      </div>
    </>
  );
}
