"use client";

import { CloudOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<CloudOff aria-hidden />}
        title="This page did not load"
        action={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        Something went wrong on our side; nothing of yours was changed.
        {error.digest ? ` If it stays, tell us this number: ${error.digest}.` : ""}
      </EmptyState>
    </main>
  );
}
