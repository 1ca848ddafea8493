import { localMoment } from "../local-moment";
import { parseMoment } from "../parse-moment";

const DAY = 86_400_000;
const SECOND = 1_000;

/**
 * The moment a text means, ms since 1970: of a date alone the end of its day, of a time without a zone what clocks in
 * `timeZone` show. null where it means none.
 */
export function momentIn(text: string, locale: string, timeZone: string): number | null {
  const written = parseMoment(text, locale);
  switch (written?.kind) {
    case undefined:
      return null;
    case "moment":
      return written.at;
    case "local":
      return localMoment(written.at, timeZone);
    case "day":
      return localMoment(written.at + DAY, timeZone);
  }
}

/** The end of a time that began at a moment, on a whole second, so that all who began in one second share pictures. */
export function endOf(
  began: number,
  { days, hours, minutes }: { days: number; hours: number; minutes: number },
): number {
  const lasts = days * DAY + (hours * 60 + minutes) * 60 * SECOND;
  return Math.ceil((began + lasts) / SECOND) * SECOND;
}
