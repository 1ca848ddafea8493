"use client";

import { useEffect } from "react";
import { useEditor } from "../editor-context";

/** Opens the version history where the address asks for it, as the list of templates does, and asks only once. */
export function useVersionsFromAddress(): void {
  const { ui } = useEditor();
  useEffect(() => {
    const address = new URL(window.location.href);
    if (address.searchParams.get("open") !== "versions") return;
    address.searchParams.delete("open");
    window.history.replaceState(window.history.state, "", address);
    ui.setState({ versionsOpen: true });
  }, [ui]);
}
