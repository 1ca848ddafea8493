"use client";

import { useState } from "react";
import {
  encryptingSample,
  SIGNING_KEY_VARIABLE,
  type SigningSampleLanguage,
  signingSample,
} from "@/lib/link/signing-samples";
import { CopyBox } from "../../ui/copy-box";
import { SegmentedControl } from "../../ui/segmented-control";

const LANGUAGES: readonly { value: SigningSampleLanguage; label: string }[] = [
  { value: "typescript", label: "TypeScript" },
  { value: "python", label: "Python" },
];

/** Programs that sign without asking this service. */
export function SigningSamples({ origin }: { origin: string }) {
  const [language, setLanguage] = useState<SigningSampleLanguage>("typescript");
  const sample = { origin, linkKey: "your-link-key", values: { first_name: "Nguyễn Thị Hoa" } };
  return (
    <details className="rounded-lg bg-panel shadow-card">
      <summary className="cursor-pointer rounded-lg px-3 py-2 font-medium text-sm">
        Sign on your own machine
      </summary>
      <div className="grid gap-4 border-t px-3 py-3">
        <p className="text-muted text-sm">
          A program of yours signs without asking this service. It finds the secret in the variable{" "}
          <code className="font-mono text-xs">{SIGNING_KEY_VARIABLE}</code>; the key of a link is the part of
          its address behind <code className="font-mono text-xs">/i/</code>.
        </p>
        <SegmentedControl
          className="w-fit"
          label="Language"
          value={language}
          segments={LANGUAGES}
          onValueChange={setLanguage}
        />
        <CopyBox label="A signed address" button="Copy program" text={signingSample(language, sample)} />
        {language === "typescript" ? (
          <CopyBox
            label="An address with encrypted values"
            button="Copy program"
            text={encryptingSample(sample)}
          />
        ) : (
          <p className="text-muted text-sm">
            Python’s own library has no AES-GCM: encrypt with the TypeScript program, or let “Signed address”
            in the menu of a link do it.
          </p>
        )}
      </div>
    </details>
  );
}
