import type { LinkSources } from "../api/sources";

type Named = { key: string; label: string };
type Attached = Pick<LinkSources, "attached" | "choices">;

/** The names in the address by which a link's data is asked, each once. */
export function askedNames({ attached, choices }: Attached): string[] {
  const sources = choices.filter(({ id }) => attached.some(({ sourceId }) => sourceId === id));
  return [...new Set(sources.flatMap(({ asked }) => asked))];
}

/** What is left to stand in the address of a link: what its data is asked by, and the fields that it does not fill. */
export function addressFields(fields: readonly Named[], data: Attached): Named[] {
  const asked = askedNames(data);
  const filled = new Set([...data.attached.flatMap(({ mapping }) => Object.keys(mapping)), ...asked]);
  return [...asked.map((key) => ({ key, label: key })), ...fields.filter(({ key }) => !filled.has(key))];
}
