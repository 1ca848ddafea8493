/** The hosts of a text with one a line, and for each the line it stands on, from 1. */
export function hostLines(text: string): { host: string; line: number }[] {
  return text.split("\n").flatMap((line, index) =>
    line
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((host) => ({ host, line: index + 1 })),
  );
}

/** The first refused host with its line, out of messages by JSON pointer; undefined when none is about hosts. */
export function hostProblem(
  text: string,
  fields: Readonly<Record<string, string>>,
  pointer: string,
): { line: number; message: string } | undefined {
  const lines = hostLines(text);
  for (const [index, { line }] of lines.entries()) {
    const message = fields[`${pointer}/${index}`];
    if (message !== undefined) return { line, message };
  }
  return undefined;
}
