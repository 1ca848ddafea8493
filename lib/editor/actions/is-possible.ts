import type { EditorState } from "../store";
import type { Action } from "./action";

/** Whether an action can be performed now, and by this person: in a brand-locked template content changes alone. */
export function isPossible(action: Action, state: EditorState, canEdit = true): boolean {
  if (action.changes && !canEdit) return false;
  if (action.changes && state.rights.contentOnly && !action.content) return false;
  return action.enabled(state);
}
