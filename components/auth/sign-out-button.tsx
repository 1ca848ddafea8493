"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { endSession } from "./end-session";

export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  function leave() {
    setBusy(true);
    endSession().catch(() => setBusy(false));
  }
  return (
    <Button busy={busy} icon={<LogOut aria-hidden className="size-4" />} onClick={leave}>
      Sign out
    </Button>
  );
}
