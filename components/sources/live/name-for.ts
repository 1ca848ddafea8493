const RESERVED = ["__proto__", "constructor", "prototype"];

/** A name for a value by where it stands, other than those there are. */
export function nameFor(pointer: string, taken: readonly string[]): string {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.at(-1) ?? "";
  const text = /^\d+$/.test(last) && steps.length > 1 ? `${steps.at(-2)} ${last}` : last;
  const bare = text.replace(/\p{C}/gu, "").trim().slice(0, 50) || "value";
  const name = RESERVED.includes(bare) ? `${bare} value` : bare;
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.includes(`${name} ${number}`)) return `${name} ${number}`;
}
