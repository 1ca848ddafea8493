"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "../ui/button";

/** How long the button says that it copied, ms. */
const SAID_FOR = 2000;

/** Copies the sample that is shown beside it. What it copies is read from the page, which has it already. */
export function CopySample({ of }: { of: string }) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(button: HTMLElement) {
    const samples = button.closest("figure")?.querySelectorAll("pre") ?? [];
    const shown = [...samples].find((sample) => sample.offsetParent !== null);
    try {
      await navigator.clipboard.writeText(shown?.textContent ?? "");
      setCopied(true);
    } catch {
      if (shown) document.getSelection()?.selectAllChildren(shown);
      toast("The sample is selected: copy it with the keys.");
    }
  }

  return (
    <Button
      size="small"
      variant="ghost"
      aria-label={copied ? "Copied" : `Copy the sample: ${of}`}
      icon={
        copied ? (
          <Check aria-hidden className="size-3.5 text-success-text" />
        ) : (
          <Copy aria-hidden className="size-3.5" />
        )
      }
      onClick={(event) => void copy(event.currentTarget)}
    >
      {copied ? "Copied" : "Copy"}
    </Button>
  );
}
