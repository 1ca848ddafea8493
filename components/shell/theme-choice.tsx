"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { SegmentedControl } from "../ui/segmented-control";
import { useMounted } from "./use-mounted";

const THEMES = [
  { value: "system", label: "System", icon: <Monitor aria-hidden /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
] as const;

type Theme = (typeof THEMES)[number]["value"];

/** System, light or dark; remembered by this browser. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server does not know what this browser remembers.
  const mounted = useMounted();
  const chosen = mounted ? THEMES.find((candidate) => candidate.value === theme)?.value : undefined;
  return (
    <SegmentedControl<Theme>
      label="Theme"
      size="small"
      value={chosen ?? "system"}
      onValueChange={setTheme}
      segments={THEMES}
      className={mounted ? "" : "opacity-0"}
    />
  );
}
