export type LinkState = "live" | "paused" | "expired" | "used_up";

export type LinkLimits = {
  pausedAt: Date | null;
  expiresAt: Date | null;
  maxRenders: number | null;
  renders: number;
};

/** Whether a link shows what it is asked for. `used_up`: it shows the pictures it has made, and makes no more. */
export function linkState({ pausedAt, expiresAt, maxRenders, renders }: LinkLimits, now: Date): LinkState {
  if (pausedAt) return "paused";
  if (expiresAt && expiresAt <= now) return "expired";
  return maxRenders !== null && renders >= maxRenders ? "used_up" : "live";
}
