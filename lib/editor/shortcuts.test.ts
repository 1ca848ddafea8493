import { describe, expect, it } from "vitest";
import {
  isTypingTarget,
  type KeyPress,
  matches,
  platformOf,
  shortcutLabel,
  steersControls,
} from "./shortcuts";

const press = (key: string, code: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...change,
});

describe("matches", () => {
  const undo = { key: "z", mod: true };

  it("takes Command on a Mac and Control elsewhere, never both ways round", () => {
    const control = press("z", "KeyZ", { ctrlKey: true });
    const command = press("z", "KeyZ", { metaKey: true });
    expect([matches(undo, control, "other"), matches(undo, command, "mac")]).toEqual([true, true]);
    expect([matches(undo, control, "mac"), matches(undo, command, "other")]).toEqual([false, false]);
  });

  it("wants exactly its modifiers", () => {
    expect(matches(undo, press("Z", "KeyZ", { ctrlKey: true, shiftKey: true }), "other")).toBe(false);
    expect(
      matches({ ...undo, shift: true }, press("Z", "KeyZ", { ctrlKey: true, shiftKey: true }), "other"),
    ).toBe(true);
    // AltGr on Windows is Control and Alt.
    expect(matches(undo, press("z", "KeyZ", { ctrlKey: true, altKey: true }), "other")).toBe(false);
  });

  it("goes by the letter on Latin layouts and by the place on others", () => {
    // German: the key at Y's place writes z.
    expect(matches(undo, press("z", "KeyY", { ctrlKey: true }), "other")).toBe(true);
    expect(matches(undo, press("y", "KeyZ", { ctrlKey: true }), "other")).toBe(false);
    // Russian: the key at Z's place writes я.
    expect(matches(undo, press("я", "KeyZ", { ctrlKey: true }), "other")).toBe(true);
  });

  it("knows the key under Option and Shift", () => {
    expect(matches({ key: "a", alt: true }, press("å", "KeyA", { altKey: true }), "mac")).toBe(true);
    expect(matches({ key: "1", shift: true }, press("!", "Digit1", { shiftKey: true }), "other")).toBe(true);
    expect(matches({ key: ",", shift: true }, press("<", "Comma", { shiftKey: true }), "other")).toBe(true);
  });

  it("leaves compositions alone", () => {
    expect(matches({ key: "enter" }, press("Enter", "Enter", { isComposing: true }), "other")).toBe(false);
  });
});

describe("isTypingTarget", () => {
  it("is where text is typed or a list steered", () => {
    expect(isTypingTarget({ tagName: "INPUT", type: "text" })).toBe(true);
    expect(isTypingTarget({ tagName: "INPUT", type: "number" })).toBe(true);
    expect(isTypingTarget({ tagName: "INPUT", type: "range" })).toBe(true);
    expect(isTypingTarget({ tagName: "TEXTAREA" })).toBe(true);
    expect(isTypingTarget({ tagName: "SELECT" })).toBe(true);
    expect(isTypingTarget({ tagName: "DIV", isContentEditable: true })).toBe(true);
    expect(isTypingTarget({ tagName: "INPUT", type: "checkbox" })).toBe(false);
    expect(isTypingTarget({ tagName: "CANVAS" })).toBe(false);
    expect(isTypingTarget(null)).toBe(false);
  });
});

describe("steersControls", () => {
  it("leaves a list its letters and Backspace, and nothing with Ctrl or Command", () => {
    for (const target of [
      { tagName: "BUTTON", role: "combobox" },
      { tagName: "DIV", role: "option" },
    ]) {
      expect(steersControls(press("r", "KeyR"), target)).toBe(true);
      expect(steersControls(press("Backspace", "Backspace"), target)).toBe(true);
      expect(steersControls(press("z", "KeyZ", { ctrlKey: true }), target)).toBe(false);
      expect(steersControls(press("z", "KeyZ", { metaKey: true }), target)).toBe(false);
    }
    expect(steersControls(press("r", "KeyR"), { tagName: "BUTTON" })).toBe(false);
  });
});

describe("shortcutLabel", () => {
  it("reads as the platform writes it", () => {
    const ungroup = { key: "g", mod: true, shift: true };
    expect([shortcutLabel(ungroup, "mac"), shortcutLabel(ungroup, "other")]).toEqual(["⇧⌘G", "Ctrl+Shift+G"]);
    expect(shortcutLabel({ key: "arrowleft" }, "other")).toBe("←");
    expect(shortcutLabel({ key: "delete" }, "other")).toBe("Del");
    expect([platformOf("MacIntel"), platformOf("Win32"), platformOf("Linux x86_64")]).toEqual([
      "mac",
      "other",
      "other",
    ]);
  });
});
