import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<Compass aria-hidden />}
        title="There is nothing here"
        action={
          <Button asChild>
            <Link href="/home">Go to your templates</Link>
          </Button>
        }
      >
        The address may be mistyped, or what stood here was deleted, or you are not a member of its workspace.
      </EmptyState>
    </main>
  );
}
