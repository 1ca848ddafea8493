import type { ReactNode } from "react";

export type ProseProps = {
  text: string;
  /** Names of operations: where one stands as code, it leads to it. */
  operations?: ReadonlySet<string> | undefined;
};

/** A text in which what stands between backticks is code. */
export function Prose({ text, operations }: ProseProps): ReactNode {
  return text.split("`").map((part, index) => {
    // Every second part stood between two backticks.
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
    if (index % 2 === 0) return <span key={index}>{part}</span>;
    const code = (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <code key={index} className="break-words rounded-sm bg-hover px-1 py-px font-mono text-[0.92em]">
        {part}
      </code>
    );
    return operations?.has(part) ? (
      <a key={part} href={`#${part}`} className="text-accent-text hover:underline">
        {code}
      </a>
    ) : (
      code
    );
  });
}
