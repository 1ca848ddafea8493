import { type FocusEvent, useEffect, useRef } from "react";
import { useEditor } from "../editor-context";

/** Panels and pickers that act on the selected stretch of a text, and what they open. */
const KEEPS_TYPING = "[data-keeps-typing], [role=dialog], [role=menu], [role=listbox], [data-testid=stage]";

/**
 * Forgets which stretch of a text is selected once the focus has left the text for something that does not act on it:
 * the stretch is no longer to be seen, so a change of colour has to mean the whole text. Answers a handler for the
 * stage's `onBlur`.
 */
export function useLostTyping(): (event: FocusEvent) => void {
  const { typing } = useEditor();
  const pressed = useRef<Element | null>(null);

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      pressed.current = event.target instanceof Element ? event.target : null;
    };
    const onRelease = () => {
      pressed.current = null;
    };
    window.addEventListener("pointerdown", onPress, { capture: true });
    window.addEventListener("pointerup", onRelease, { capture: true });
    window.addEventListener("pointercancel", onRelease, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", onPress, { capture: true });
      window.removeEventListener("pointerup", onRelease, { capture: true });
      window.removeEventListener("pointercancel", onRelease, { capture: true });
    };
  }, []);

  return (event) => {
    if (typing.getState().range === null || !document.hasFocus()) return;
    // Where a press gives the focus to nothing, as on a button in Safari, the press says where the person is.
    const to = event.relatedTarget ?? pressed.current;
    if (to?.closest(KEEPS_TYPING)) return;
    typing.setState({ range: null });
  };
}
