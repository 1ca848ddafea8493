const PLACEHOLDER = /\{\{\s*(?:(secret):)?([a-z][a-z0-9_]{0,41})\s*\}\}/g;

/** A text in parts: as it is written, or a placeholder by its name. */
export type Part = { text: string } | { name: string; secret: boolean };

export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ name: match[2] ?? "", secret: match[1] !== undefined });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

type Asked = {
  address: string;
  headers: readonly { value: string }[];
  row: { param: string } | null;
};

/** Names that pictures' addresses have to say. */
export function paramsIn({ address, row }: Asked): string[] {
  const named = partsOf(address).flatMap((part) => ("name" in part && !part.secret ? [part.name] : []));
  return [...new Set([...named, ...(row?.param ? [row.param] : [])])];
}

/** Names of secrets that are sent. */
export function secretsIn({ address, headers }: Asked): string[] {
  const texts = [address, ...headers.map(({ value }) => value)];
  const named = texts.flatMap(partsOf).flatMap((part) => ("name" in part && part.secret ? [part.name] : []));
  return [...new Set(named)];
}
