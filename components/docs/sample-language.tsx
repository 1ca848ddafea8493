"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { SegmentedControl } from "../ui/segmented-control";
import { LANGUAGES, type Language } from "./reference";

const KEPT_AS = "nameplate.sample-language";
const CHANGED = "nameplate:sample-language";

/** The language this browser remembers, for all samples of the page alike. */
function useSampleLanguage(): Language {
  return useSyncExternalStore(
    listen,
    () => LANGUAGES.find(({ value }) => value === kept())?.value ?? "curl",
    () => "curl",
  );
}

function listen(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(CHANGED, changed);
  };
}

/** What was chosen where the browser keeps nothing. */
let unkept: string | null = null;

function kept(): string | null {
  try {
    return unkept ?? localStorage.getItem(KEPT_AS);
  } catch {
    return unkept;
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    unkept = language;
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** What is inside shows its samples in the chosen language: `group-data-[language=…]/samples`. */
export function SampleLanguages({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div data-language={useSampleLanguage()} className={`group/samples ${className ?? ""}`}>
      {children}
    </div>
  );
}

export function SampleLanguageSwitch() {
  return (
    <SegmentedControl
      label="Language of the samples"
      size="small"
      value={useSampleLanguage()}
      onValueChange={keep}
      segments={LANGUAGES}
    />
  );
}
