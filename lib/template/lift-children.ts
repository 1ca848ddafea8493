import { applyToVector, localToParent, moveBox, rotationAbout, tidyBox } from "./geometry";
import { entryOf } from "./registry";
import type { Layer } from "./schema";

/**
 * What a group holds, as layers of the group's parent, each where it was on the canvas. What the group said about
 * all of them goes to each: opacity is multiplied, invisible and locked stay so, the fields it needs are needed by
 * each, its shadow goes to those without one. Where children overlap this is the nearest there is, not the same
 * picture: a group is drawn as one and then made transparent or shaded.
 */
export function liftChildren(group: Layer): Layer[] {
  const toParent = localToParent(group);
  return entryOf(group)
    .children(group)
    .map((child) => ({
      ...tidyBox(moveBox(child, toParent)),
      opacity: child.opacity * group.opacity,
      shadow: child.shadow ?? turnedShadow(group.shadow, -child.rotation),
      visible: child.visible && group.visible,
      locked: child.locked || group.locked,
      hideWhenMissing: [...new Set([...child.hideWhenMissing, ...group.hideWhenMissing])],
      rules: liftedRules(child, group),
    }));
}

/** A rule that hides the group hides each child; one that shows it shows those that have no such rule themselves. */
function liftedRules(child: Layer, group: Layer): Layer["rules"] {
  const shows = child.rules.some(({ then }) => then.kind === "show");
  const lifted = group.rules.filter(({ then }) => then.kind === "hide" || (then.kind === "show" && !shows));
  return [...child.rules, ...lifted];
}

/** A shadow falls in the frame of its layer; turned back, it falls the same way under a turned child. */
function turnedShadow(shadow: Layer["shadow"], degrees: number): Layer["shadow"] {
  if (shadow === null || degrees === 0) return shadow;
  const offset = applyToVector(rotationAbout({ x: 0, y: 0 }, degrees), shadow);
  return { ...shadow, x: Math.round(offset.x * 100) / 100 + 0, y: Math.round(offset.y * 100) / 100 + 0 };
}
