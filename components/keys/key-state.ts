import type { KeyItem } from "../api/keys";

export type KeyState = {
  /** Whether it works at this moment. */
  works: boolean;
  tone: "success" | "warning" | "danger" | "neutral";
  text: string;
};

const DAY_MS = 24 * 60 * 60_000;

/** An expiry nearer than this is worth a warning. */
const SOON_MS = 14 * DAY_MS;

/** How a key stands, in a few words. */
export function keyState(key: KeyItem, now: number): KeyState {
  if (key.revokedAt) return { works: false, tone: "neutral", text: "Revoked" };
  const left = key.expiresAt === null ? null : key.expiresAt.getTime() - now;
  if (left !== null && left <= 0) return { works: false, tone: "neutral", text: "Expired" };
  if (key.leakedAt) return { works: true, tone: "danger", text: "Seen in an address: rotate it" };
  if (left === null) return { works: true, tone: "success", text: "Active" };
  if (key.replacedById) return { works: true, tone: "warning", text: `Replaced, ends in ${lasting(left)}` };
  return { works: true, tone: left < SOON_MS ? "warning" : "success", text: `Ends in ${lasting(left)}` };
}

function lasting(ms: number): string {
  const hours = Math.ceil(ms / (60 * 60_000));
  if (hours <= 48) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${Math.round(ms / DAY_MS)} days`;
}
