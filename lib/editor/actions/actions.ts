import {
  isTypingTarget,
  type KeyPress,
  type KeyTarget,
  matches,
  type Platform,
  steersControls,
} from "../shortcuts";
import type { EditorState } from "../store";
import type { Action } from "./action";
import { addActions } from "./add-actions";
import { arrangeActions } from "./arrange-actions";
import { clipboardActions } from "./clipboard-actions";
import { editActions } from "./edit-actions";
import { helpActions } from "./help-actions";
import { historyActions } from "./history-actions";
import { isPossible } from "./is-possible";
import { keyboardTransformActions } from "./keyboard-transform-actions";
import { lockActions } from "./lock-actions";
import { maskActions } from "./mask-actions";
import { selectionActions } from "./selection-actions";
import { sizeActions } from "./size-actions";
import { toolActions } from "./tool-actions";
import { viewActions } from "./view-actions";

/** Everything a person can do in the editor, by its id. */
export const ACTIONS = {
  ...historyActions,
  ...editActions,
  ...clipboardActions,
  ...selectionActions,
  ...arrangeActions,
  ...maskActions,
  ...lockActions,
  ...toolActions,
  ...keyboardTransformActions,
  ...addActions,
  ...viewActions,
  ...helpActions,
  ...sizeActions,
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof ACTIONS;

/** An action as any other: for those who do not care which it is. */
export function actionNamed(id: ActionId): Action {
  return ACTIONS[id];
}

/** The actions as a list, for menus, the palette and the page of shortcuts. */
export const ACTION_LIST: readonly (Action & { readonly id: ActionId })[] = actionIds().map((id) => ({
  id,
  ...ACTIONS[id],
}));

function actionIds(): ActionId[] {
  const ids: ActionId[] = [];
  for (const id in ACTIONS) if (isActionId(id)) ids.push(id);
  return ids;
}

/** Whether a word, such as one remembered by the palette, is the id of an action. */
export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(ACTIONS, id);
}

/**
 * The action a key press stands for in this state: null while somebody is typing, for keys that are the
 * browser's own business, and for actions that are not possible now.
 */
export function actionForKey(
  press: KeyPress,
  target: KeyTarget,
  state: EditorState,
  platform: Platform,
): (Action & { readonly id: ActionId }) | null {
  const isTyping = isTypingTarget(target) || state.editingTextId !== null || steersControls(press, target);
  const action = ACTION_LIST.find(
    (each) =>
      each.keys === "editor" &&
      (each.whileTyping || !isTyping) &&
      each.shortcuts.some((shortcut) => matches(shortcut, press, platform)) &&
      isPossible(each, state),
  );
  return action ?? null;
}
