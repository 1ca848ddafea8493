import { z } from "zod";

/** A calendar month in UTC, such as 2026-11. */
export const monthText = z
  .string()
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/, "Expected a month such as 2026-11.")
  .describe("A calendar month in UTC, such as `2026-11`.");

/** The month of a moment, in UTC. */
export function monthOf(now: Date): string {
  return now.toISOString().slice(0, 7);
}

/** The first day of a month, as a moment in UTC. */
export function monthStart(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** The month so many months later, or earlier for a negative number. */
export function monthLater(month: string, by: number): string {
  const start = monthStart(month);
  return monthOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + by, 1)));
}

/** Every day of a month, such as 2026-11-01. */
export function daysOf(month: string): string[] {
  const days: string[] = [];
  const end = monthStart(monthLater(month, 1)).getTime();
  for (let at = monthStart(month).getTime(); at < end; at += 24 * 60 * 60_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
