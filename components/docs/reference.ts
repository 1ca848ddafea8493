/** The API as the page shows it. */

export type Field = {
  /** How deep it stands inside others; 0: at the top. */
  depth: number;
  name: string;
  type: string;
  required: boolean;
  description: string;
  /** The object it is, or is a list of. */
  refersTo?: string;
};

export const LANGUAGES = [
  { value: "curl", label: "curl" },
  { value: "typescript", label: "TypeScript" },
  { value: "python", label: "Python" },
] as const;

export type Language = (typeof LANGUAGES)[number]["value"];

export type Entry = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** What a key has to be allowed. */
  scope: string;
  parameters: readonly (Field & { in: string })[];
  body: { description: string; fields: readonly Field[] } | null;
  answer: {
    status: number;
    description: string;
    contentTypes: readonly string[];
    fields: readonly Field[];
  };
  problems: readonly { status: number; code: string }[];
  samples: Readonly<Record<Language, string>>;
};

export type Reference = {
  root: string;
  groups: readonly { name: string; description: string; operations: readonly Entry[] }[];
  objects: readonly { name: string; description: string; fields: readonly Field[] }[];
  problems: readonly Problem[];
};

export type Problem = { code: string; status: number; title: string; advice: string };

/** Anchor of a group of operations. */
export function groupAnchor(name: string): string {
  return `group-${name.toLowerCase().replaceAll(" ", "-")}`;
}
