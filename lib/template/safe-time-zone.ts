/** A name of the IANA time zone database. Offsets such as +02:00 are left out: not every runtime reads them. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** The time zone if `Intl` knows it by its IANA name, else UTC. */
export function safeTimeZone(name: string): string {
  if (name === "UTC" || !NAME.test(name)) return "UTC";
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return name;
  } catch {
    return "UTC";
  }
}
