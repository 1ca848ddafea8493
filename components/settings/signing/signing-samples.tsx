"use client";

import { useState } from "react";
import { CopyBox } from "../../ui/copy-box";
import { SegmentedControl } from "../../ui/segmented-control";

/** Programs as they are pasted into a file. */
export type SigningPrograms = {
  /** Where they find the secret. */
  variable: string;
  typescript: string;
  python: string;
  /** Encrypts, in TypeScript. */
  encrypting: string;
};

type Language = "typescript" | "python";

const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: "typescript", label: "TypeScript" },
  { value: "python", label: "Python" },
];

/** Programs that sign without asking this service. */
export function SigningSamples({ programs }: { programs: SigningPrograms }) {
  const [language, setLanguage] = useState<Language>("typescript");
  return (
    <details className="rounded-lg bg-panel shadow-card">
      <summary className="cursor-pointer rounded-lg px-3 py-2 font-medium text-sm">
        Sign on your own machine
      </summary>
      <div className="grid gap-4 border-t px-3 py-3">
        <p className="text-muted text-sm">
          A program of yours signs without asking this service. It finds the secret in the variable{" "}
          <code className="font-mono text-xs">{programs.variable}</code>; the key of a link is the part of its
          address behind <code className="font-mono text-xs">/i/</code>.
        </p>
        <SegmentedControl
          className="w-fit"
          label="Language"
          value={language}
          segments={LANGUAGES}
          onValueChange={setLanguage}
        />
        <CopyBox tall label="A signed address" button="Copy program" text={programs[language]} />
        {language === "typescript" ? (
          <CopyBox
            tall
            label="An address with encrypted values"
            button="Copy program"
            text={programs.encrypting}
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
