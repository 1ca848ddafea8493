import { applyToVector, localToParent, moveBox, rotationAbout, tidyBox } from "./geometry";
import { maskOf } from "./layers/group";
import { LIMITS } from "./limits";
import type { LayerBase } from "./primitives";
import { entryOf } from "./registry";
import type { Layer } from "./schema";

export type Lifted = {
  layers: Layer[];
  /** Why the layers may look different outside the group, as clauses of a sentence; empty when they do not. */
  lost: string[];
};

/**
 * What a group holds, as layers of the group's parent, each where it was on the canvas. What the group said about
 * all of them goes to each: opacity is multiplied, invisible and locked stay so, the fields it needs are needed by
 * each, what values do to its visibility and opacity they do to each, its shadow goes to those without one. Where
 * children overlap this is the nearest there is, not the same picture: a group is drawn as one and then made
 * transparent or shaded. What a mask cuts away would be seen.
 */
export function liftChildren(group: Layer): Lifted {
  const toParent = localToParent(group);
  const lost = new Set<string>();
  if (maskOf(group) !== null) lost.add("its backmost layer is a mask, which can be released");
  const layers = entryOf(group)
    .children(group)
    .map((child) => {
      for (const reason of reasonsAgainst(child, group)) lost.add(reason);
      const handedOn = HANDED_ON.filter((path) => takesOver(child, group, path));
      const shows = child.rules.some(({ then }) => then.kind === "show");
      const lifted: Layer = {
        ...tidyBox(moveBox(child, toParent)),
        opacity: child.opacity * group.opacity,
        shadow: child.shadow ?? turnedShadow(group.shadow, -child.rotation),
        visible: child.visible && group.visible,
        locked: child.locked || group.locked,
        locks: [...new Set([...child.locks, ...group.locks])],
        hideWhenMissing: [...new Set([...child.hideWhenMissing, ...group.hideWhenMissing])],
        rules: [
          ...child.rules,
          ...group.rules.filter(({ then }) => {
            if (then.kind === "set") return handedOn.some((path) => path === then.path);
            return then.kind === "hide" || !shows;
          }),
        ],
        bindings: [
          ...child.bindings,
          ...group.bindings.filter((binding) => handedOn.some((path) => path === binding.path)),
        ],
      };
      if (isOverfull(lifted)) lost.add(`a layer in it would have more than the ${LIMITS.rules} rules it can`);
      return lifted;
    });
  return { layers, lost: [...lost] };
}

/** What a group and its children both have, so that one of them can stand for both while the other is plain. */
const HANDED_ON = ["visible", "opacity"] as const;
const PLAIN = { visible: true, opacity: 1 } as const;

/** Whether what values do to the group's property can be done to the child's instead. */
function takesOver(child: Layer, group: Layer, path: (typeof HANDED_ON)[number]): boolean {
  return isSetByValues(group, [path]) && child[path] === PLAIN[path] && !isSetByValues(child, [path]);
}

function reasonsAgainst(child: Layer, group: Layer): string[] {
  const clash = (path: (typeof HANDED_ON)[number]) => {
    const changes = group[path] !== PLAIN[path] || isSetByValues(group, [path]);
    // What is never seen needs nothing of the group's; everything else takes it over or has its own in the way.
    const isUnseen = !child.visible && !isSetByValues(child, ["visible"]);
    if (!changes || isUnseen) return false;
    return isSetByValues(child, [path]) || (isSetByValues(group, [path]) && child[path] !== PLAIN[path]);
  };
  const bothShow = [child, group].every(({ rules }) => rules.some(({ then }) => then.kind === "show"));
  return [
    ...(clash("visible") || bothShow
      ? ["values decide both when it is shown and when a layer in it is"]
      : []),
    ...(clash("opacity") ? ["values decide its opacity or that of a layer in it"] : []),
    ...(isSetByValues(group, ["x", "y", "rotation"]) ? ["values decide its place"] : []),
  ];
}

/** Whether a binding or a rule sets one of these properties. */
function isSetByValues({ bindings, rules }: LayerBase, paths: readonly string[]): boolean {
  return (
    bindings.some(({ path }) => paths.includes(path)) ||
    rules.some(({ then }) => then.kind === "set" && paths.includes(then.path))
  );
}

function isOverfull({ rules, bindings, hideWhenMissing }: LayerBase): boolean {
  return (
    rules.length > LIMITS.rules || bindings.length > LIMITS.bindings || hideWhenMissing.length > LIMITS.fields
  );
}

/** A shadow falls in the frame of its layer; turned back, it falls the same way under a turned child. */
function turnedShadow(shadow: Layer["shadow"], degrees: number): Layer["shadow"] {
  if (shadow === null || degrees === 0) return shadow;
  const offset = applyToVector(rotationAbout({ x: 0, y: 0 }, degrees), shadow);
  return { ...shadow, x: Math.round(offset.x * 100) / 100 + 0, y: Math.round(offset.y * 100) / 100 + 0 };
}
