import { localTime } from "./local-time";

const DAY = 86_400_000;

/**
 * The moment at which clocks in a time zone show a time, given and told as in `localTime`, whose other way it is. A time
 * that clocks show twice, when summer ends, is the first of the two; one that they leap over, when it begins, is as much
 * later as they leap.
 */
export function localMoment(local: number, timeZone: string): number {
  const ahead = (moment: number) => localTime(moment, timeZone) - moment;
  const before = local - ahead(local - DAY);
  if (localTime(before, timeZone) === local) return before;
  const after = local - ahead(local + DAY);
  return localTime(after, timeZone) === local ? after : before;
}
