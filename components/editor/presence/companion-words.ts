import type { Companion } from "./presence";

/** What one who has the same template open does, such as "Anna Nguyễn is editing". */
export function companionWords({ name, isYou, canEdit }: Companion): string {
  if (isYou) return "You have it open in another tab";
  return canEdit ? `${name} is editing` : `${name} is looking`;
}

/** All of them in one sentence; empty where nobody is. */
export function companySentence(others: readonly Companion[]): string {
  const words = others.map(companionWords);
  const last = words.pop();
  if (last === undefined) return "";
  return `${words.length === 0 ? last : `${words.join(", ")} and ${lowerYou(last)}`}.`;
}

function lowerYou(words: string): string {
  return words.replace(/^You /, "you ");
}
