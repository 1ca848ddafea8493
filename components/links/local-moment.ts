/** A moment as a field for date and time holds it, where the reader is: `2026-11-28T15:32`. Empty: none. */
export function localMoment(moment: Date | null): string {
  if (moment === null) return "";
  const two = (number: number) => String(number).padStart(2, "0");
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** The moment that a field for date and time holds; null for an empty one, undefined for what is none. */
export function momentOf(local: string): Date | null | undefined {
  if (local === "") return null;
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** Where the reader is, as time zones are called: `Europe/Madrid`. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
