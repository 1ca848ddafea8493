import { type LinkLimits, type LinkState, linkState } from "@/lib/link/link-state";

export const LINK_BADGES = {
  live: { tone: "success", label: "Live" },
  paused: { tone: "warning", label: "Paused" },
  expired: { tone: "neutral", label: "Expired" },
  used_up: { tone: "warning", label: "Used up" },
} as const satisfies Record<LinkState, { tone: string; label: string }>;

const SENTENCES: Record<Exclude<LinkState, "live">, string> = {
  paused: "This link is paused: it shows its picture without values until somebody resumes it.",
  expired: "This link has expired: it shows its picture without values.",
  used_up:
    "This link has made as many pictures as it may: those it has made are shown on, and it makes no more.",
};

/** What is to be said of a link that does not show what it is asked for; null for one that does. */
export function linkSentence(link: LinkLimits, now: Date): string | null {
  const state = linkState(link, now);
  return state === "live" ? null : SENTENCES[state];
}

/** What a link is called in sentences: its own name, or else its template's. */
export function linkName({ name, template }: { name: string; template: { name: string } }): string {
  return name || template.name;
}
