import { useCallback, useEffect, useRef } from "react";

/** Whether what asks is still on the screen: for work that goes on when a dialog is closed, and must not act then. */
export function useIsOpen(): () => boolean {
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return useCallback(() => open.current, []);
}
