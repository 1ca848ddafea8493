"use client";

import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button";

export type RecoveryCodesProps = { codes: readonly string[]; onKept: () => void };

/** The codes, this once, and ways to keep them. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const [copied, setCopied] = useState(false);
  const text = `Recovery codes for Nameplate. Each works once.\n\n${codes.join("\n")}\n`;

  return (
    <div className="grid gap-4">
      <p className="text-muted text-sm">
        Keep these where you find them without your phone. Each works once in place of a code, and they are
        not shown again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 font-mono text-sm sm:grid-cols-2 dark:bg-hover"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button asChild>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="nameplate-recovery-codes.txt"
            className="flex items-center gap-1.5"
          >
            <Download aria-hidden className="size-4" />
            Download
          </a>
        </Button>
        <Button variant="primary" className="ml-auto" onClick={onKept}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
