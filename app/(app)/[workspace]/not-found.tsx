import { Compass } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Said of a workspace one is not in, no longer in, or of something in it that is not there or not for one's role. */
export default function NotHere() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<Compass aria-hidden />}
        title="You cannot see this"
        action={
          <Button asChild variant="primary">
            {/* Loaded anew: what was seen before must not stay in memory. */}
            <a href="/home">Go to your workspaces</a>
          </Button>
        }
      >
        It may have been deleted, or you are not, or no longer, a member of this workspace, or your role does
        not show it. Ask whoever invited you.
      </EmptyState>
    </main>
  );
}
