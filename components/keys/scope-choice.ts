/** Something keys may be allowed. */
export type ScopeChoice = {
  name: string;
  label: string;
  /** Whether the person's own role allows it. */
  allowed: boolean;
};

export type Preset = { label: string; scopes: readonly string[] };

const MAKING: readonly string[] = ["images:render", "images:read", "templates:read"];

/** What most keys are for, as far as the person may give it. */
export function presetsOf(choices: readonly ScopeChoice[]): Preset[] {
  const may = choices.filter(({ allowed }) => allowed).map(({ name }) => name);
  const only = (wanted: (name: string) => boolean) => may.filter(wanted);
  return [
    { label: "Make pictures", scopes: only((name) => MAKING.includes(name)) },
    { label: "Read only", scopes: only((name) => name.endsWith(":read")) },
    { label: "Everything I may", scopes: may },
  ].filter(({ scopes }) => scopes.length > 0);
}
