"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";

/** Ends every session but this one. */
export function SignOutOthers() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function end() {
    setBusy(true);
    try {
      await callApi({ method: "DELETE", path: "/api/account/sessions", answer: nothing });
      toast("All your other devices are signed out");
      router.refresh();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <Button busy={busy} className="mt-3" onClick={() => void end()}>
      Sign out everywhere else
    </Button>
  );
}
