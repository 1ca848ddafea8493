"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { NewKey } from "../api/keys";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";

export type SecretDialogProps = {
  made: NewKey | null;
  origin: string;
  onClose: () => void;
};

const LISTS = ["templates", "projects", "links"] as const;

/** Shows a key, this once, with a first request that works as it is pasted. */
export function SecretDialog({ made, origin, onClose }: SecretDialogProps) {
  const secret = made?.secret ?? "";
  // A list that this very key may ask for.
  const path = LISTS.find((list) => made?.key.scopes.includes(`${list}:read`));
  const curl = `curl ${origin}/api/v1/${path} -H "Authorization: Bearer ${secret}"`;
  return (
    <Dialog open={made !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Copy your key now"
        description="It is shown this once, and kept nowhere."
        dismissible={false}
        onEscapeKeyDown={(event) => event.preventDefault()}
        footer={
          <Button variant="primary" onClick={onClose}>
            I have copied it
          </Button>
        }
      >
        <Copied label="Key" text={secret} />
        {path === undefined ? null : <Copied label="Try it" text={curl} />}
      </DialogContent>
    </Dialog>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error("The browser does not let the page copy. Select the text and copy it.");
    }
  }

  return (
    <div className="mb-4 last:mb-0">
      <p className="mb-1.5 font-medium text-muted text-xs">{label}</p>
      <div className="flex items-start gap-2">
        <code className="min-w-0 flex-1 select-all break-all rounded-md bg-sunken px-3 py-2 font-mono text-xs">
          {text}
        </code>
        <Button
          aria-label={`Copy: ${label}`}
          icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          onClick={() => void copy()}
        >
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
    </div>
  );
}
