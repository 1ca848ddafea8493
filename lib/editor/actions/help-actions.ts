import type { Action } from "./action";

const always = () => true;

export const helpActions = {
  openPalette: {
    label: "Search actions",
    section: "Help",
    keywords: ["command palette", "find", "go to"],
    icon: "command",
    shortcuts: [{ key: "k", mod: true }],
    keys: "editor",
    whileTyping: true,
    changes: false,
    enabled: always,
    perform: (_store, { open }) => open("palette"),
  },
  showShortcuts: {
    label: "Keyboard shortcuts",
    section: "Help",
    keywords: ["keys", "hotkeys", "help"],
    icon: "keyboard",
    // The sign needs Shift on most keyboards, not on all.
    shortcuts: [{ key: "?" }, { key: "?", shift: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (_store, { open }) => open("shortcuts"),
  },
  showHistory: {
    label: "Show the history",
    section: "Help",
    keywords: ["steps", "undo", "versions"],
    icon: "history",
    shortcuts: [{ key: "h", alt: true, shift: true, mod: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (_store, { open }) => open("history"),
  },
  showVersions: {
    label: "Version history",
    section: "Help",
    keywords: ["versions", "published", "compare", "restore", "difference"],
    icon: "file-clock",
    shortcuts: [],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (_store, { open }) => open("versions"),
  },
} as const satisfies Record<string, Action>;
