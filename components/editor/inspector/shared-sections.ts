import { type Section, sectionsOf } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";

export type ShownControl = Section["controls"][number];
export type ShownSection = { title: string; controls: readonly ShownControl[] };

/** The controls that apply to all of these layers, in the first one's order; headings without any are left out. */
export function sharedSections(layers: readonly Layer[]): ShownSection[] {
  const [first, ...others] = layers;
  if (!first) return [];
  const offered = others.map(
    (layer) => new Set(shown(layer).flatMap(({ controls }) => controls.map(nameOf))),
  );
  return shown(first)
    .map(({ title, controls }) => ({
      title,
      controls: controls.filter((control) => offered.every((names) => names.has(nameOf(control)))),
    }))
    .filter(({ controls }) => controls.length > 0);
}

function shown(layer: Layer): ShownSection[] {
  return sectionsOf(layer).map((section: Section) => ({
    title: section.title,
    controls: section.controls.filter((control) => control.when?.(layer) ?? true),
  }));
}

function nameOf(control: ShownControl): string {
  return `${control.kind} ${"path" in control ? control.path : ""} ${control.label}`;
}
