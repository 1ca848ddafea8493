"use client";

import { leaveWorkspace } from "../api/members";
import { AskDialog } from "../ui/ask-dialog";

export type LeaveDialogProps = {
  open: boolean;
  onClose: () => void;
  workspace: { slug: string; name: string };
};

/** Asked before one leaves: somebody else has to let one back in. */
export function LeaveDialog({ open, onClose, workspace }: LeaveDialogProps) {
  async function leave() {
    await leaveWorkspace(workspace.slug);
    // Loaded anew, so that nothing of the workspace stays in memory.
    window.location.assign("/home");
  }
  return (
    <AskDialog
      open={open}
      onClose={onClose}
      title={`Leave ${workspace.name}?`}
      yes="Leave workspace"
      no="Stay"
      danger
      onYes={leave}
    >
      <p>Its templates stay, and you see them no more. To come back you have to be invited again.</p>
      <p className="text-muted">API keys that you made stop working.</p>
    </AskDialog>
  );
}
