"use client";

import { useState } from "react";
import { endSession } from "../auth/end-session";
import { Button } from "../ui/button";

/** Signs out, and comes back to the invitation. */
export function SwitchAccount({ path }: { path: string }) {
  const [busy, setBusy] = useState(false);
  function leave() {
    setBusy(true);
    endSession(path).catch(() => setBusy(false));
  }
  return (
    <Button variant="primary" size="large" busy={busy} className="w-full" onClick={leave}>
      Sign out and go on
    </Button>
  );
}
