"use client";

import { DoorOpen } from "lucide-react";
import { useState } from "react";
import { LeaveDialog } from "../members/leave-dialog";
import { Button } from "../ui/button";

export function LeaveButton({ workspace }: { workspace: { slug: string; name: string } }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<DoorOpen aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
        Leave workspace…
      </Button>
      <LeaveDialog open={asking} onClose={() => setAsking(false)} workspace={workspace} />
    </>
  );
}
