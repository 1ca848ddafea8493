type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The body once for every object inside it that does not have this property, with it: what a body takes that looks at
 * its outermost names only. `where` says which object, as a JSON pointer; the body itself is not among them.
 */
export function withPropertyInside(
  body: unknown,
  name: string,
  value: unknown,
): { where: string; body: unknown }[] {
  const inside = (part: unknown, at: string): { where: string; body: unknown }[] => {
    if (!isObject(part) && !Array.isArray(part)) return [];
    return Object.entries(part).flatMap(([key, child]) => {
      const put = (changed: unknown): unknown =>
        Array.isArray(part) ? part.with(Number(key), changed) : { ...part, [key]: changed };
      const here = isObject(child) && !Object.hasOwn(child, name) ? [{ ...child, [name]: value }] : [];
      const found = here.map((changed) => ({ where: `${at}/${key}`, body: put(changed) }));
      const deeper = inside(child, `${at}/${key}`).map((one) => ({ where: one.where, body: put(one.body) }));
      return [...found, ...deeper];
    });
  };
  return inside(body, "");
}
