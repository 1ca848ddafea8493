/** A key with its modifiers. `mod` is Command on a Mac and Control elsewhere. */
export type Shortcut = {
  /** `KeyboardEvent.key` for the key without modifiers: lower case: a letter, a sign, or a name such as `delete`. */
  key: string;
  mod?: boolean;
  shift?: boolean;
  alt?: boolean;
};

export type Platform = "mac" | "other";

/** The part of a KeyboardEvent that decides. */
export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
};

/** The part of an event's target that decides whose keys they are. The stage has the role `application`. */
export type KeyTarget = {
  tagName?: string;
  type?: string;
  isContentEditable?: boolean;
  role?: string | null;
} | null;

/** Platform by `navigator.platform` or `navigator.userAgentData.platform`. */
export function platformOf(name: string): Platform {
  return /mac|iphone|ipad|ipod/i.test(name) ? "mac" : "other";
}

const NO_TEXT = new Set([
  "button",
  "checkbox",
  "color",
  "file",
  "image",
  "radio",
  "range",
  "reset",
  "submit",
]);

/** Whether keys belong to the target: text is typed there, or a list or slider is steered with them. */
export function isTypingTarget(target: KeyTarget): boolean {
  if (!target) return false;
  if (target.isContentEditable) return true;
  const tag = target.tagName?.toLowerCase();
  if (tag === "input") return !NO_TEXT.has(target.type?.toLowerCase() ?? "text") || target.type === "range";
  return tag === "textarea" || tag === "select";
}

/** Parts of lists that go to an option by its first letters; closed ones do, too. */
const LISTS: ReadonlySet<string> = new Set(["combobox", "listbox", "option"]);

/**
 * Whether the key is needed to steer the focused control: Tab everywhere but on the stage, Enter, space and
 * arrows on anything that is focused beside the stage, and all keys but those with Ctrl or Command on a list.
 */
export function steersControls(
  press: Pick<KeyPress, "key" | "ctrlKey" | "metaKey">,
  target: KeyTarget,
): boolean {
  const key = press.key.toLowerCase();
  if (target?.role === "application") return false;
  if (key === "tab") return true;
  if (LISTS.has(target?.role ?? "") && !press.ctrlKey && !press.metaKey) return true;
  const nothingFocused = !target || target.tagName?.toLowerCase() === "body";
  return !nothingFocused && (key === "enter" || key === " " || key.startsWith("arrow"));
}

/** Whether a key press is this shortcut. Modifiers must match exactly; a composition (IME) is never a shortcut. */
export function matches(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  if (press.isComposing) return false;
  const [mod, foreign] = platform === "mac" ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (foreign || mod !== (shortcut.mod ?? false) || press.altKey !== (shortcut.alt ?? false)) return false;
  if (press.shiftKey !== (shortcut.shift ?? false)) return false;
  return shortcut.key === press.key.toLowerCase() || shortcut.key === keyOf(press);
}

const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: "[",
  BracketRight: "]",
  Comma: ",",
  Period: ".",
  Slash: "/",
  Minus: "-",
  Equal: "=",
  Backslash: "\\",
  Quote: "'",
};

/**
 * The key by its place on the keyboard, for layouts and modifiers that change what it writes: Cyrillic letters,
 * Option on a Mac, Shift with a digit. A layout that writes another Latin letter there keeps its own.
 */
function keyOf({ key, code }: KeyPress): string {
  const latinLetter = /^[a-z]$/i.test(key);
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return latinLetter ? key.toLowerCase() : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit) return digit;
  return SIGNS[code] ?? key.toLowerCase();
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  backspace: "⌫",
  delete: "⌦",
  escape: "esc",
  enter: "↩",
  tab: "⇥",
  pageup: "⇞",
  pagedown: "⇟",
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...MAC_NAMES,
  backspace: "Backspace",
  delete: "Del",
  escape: "Esc",
  enter: "Enter",
  tab: "Tab",
  pageup: "PgUp",
  pagedown: "PgDn",
};

/** A shortcut as people of the platform read it: `⇧⌘G`, `Ctrl+Shift+G`. */
export function shortcutLabel({ key, mod, shift, alt }: Shortcut, platform: Platform): string {
  const name = (platform === "mac" ? MAC_NAMES : OTHER_NAMES)[key] ?? key.toUpperCase();
  if (platform === "mac") return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${name}`;
  return [mod && "Ctrl", alt && "Alt", shift && "Shift", name].filter(Boolean).join("+");
}
