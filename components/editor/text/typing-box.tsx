"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { shownDesign, shownDocument } from "@/lib/editor/store";
import { multiply, worldMatrix } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import { useEditor, useEditorState } from "../editor-context";
import { faceFor } from "../pictures/user-fonts";
import { FieldSuggestions, suggestionQuery } from "./field-suggestions";
import { differenceOf, replaceRange, styleOfRange, type TextRange, textOfRuns } from "./text-runs";
import { endTyping, setTypedRuns, styleTyped, typedLayer, typeText } from "./typing";
import { fontStack, offsetOf, readSelection, readText, writeRuns, writeSelection } from "./typing-surface";
import { useFacesOf, useFontsOf, useTextLayout } from "./use-text-layout";

/**
 * An editable element exactly over the layer's picture. Its own text is transparent: the painter's picture is what
 * is seen, this only gives caret, selection, input methods and spell checking. Every change goes through the
 * document and comes back from there.
 */
export function TypingBox({ layer }: { layer: TextLayer }) {
  const { store, typing, autosave } = useEditor();
  const view = useEditorState((state) => state.view);
  const document = useEditorState(shownDocument);
  const layout = useTextLayout(layer);
  const standIns = useFontsOf(layout);
  useFacesOf(layer, standIns);
  const element = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  const undone = useRef<{ past: TextLayer["runs"][]; future: TextLayer["runs"][] }>({ past: [], future: [] });
  const [query, setQuery] = useState<{ range: TextRange; word: string } | null>(null);
  const scale = layout?.scale ?? 1;

  // What is shown follows the document, whoever changed it: typing, the inspector, undo.
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || composing.current) return;
    writeRuns(target, layer, layer.runs, scale, standIns);
    const { range } = typing.getState();
    if (range && globalThis.document.activeElement === target) writeSelection(target, within(range, layer));
  }, [layer, scale, standIns, typing]);

  // One session for as long as the element lives: the parent gives each layer its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    target.focus({ preventScroll: true });
    const all = { start: 0, end: readText(target).length };
    typing.setState({ range: all });
    writeSelection(target, all);

    const onSelection = () => {
      // It is told late: by then the focus may have left the text for what does not act on a stretch of it.
      if (globalThis.document.activeElement !== target) return;
      const range = composing.current ? null : readSelection(target);
      if (!range) return;
      typing.setState({ range });
      setQuery(suggestionQuery(readText(target), range));
    };
    // A caret that the panels set, after inserting a field, is shown here.
    const followCaret = typing.subscribe(({ range }) => {
      const shown = readSelection(target);
      if (!range || composing.current) return;
      if (shown?.start === range.start && shown.end === range.end) return;
      target.focus({ preventScroll: true });
      writeSelection(target, range);
    });
    globalThis.document.addEventListener("selectionchange", onSelection);
    const { id } = layer;
    return () => {
      globalThis.document.removeEventListener("selectionchange", onSelection);
      followCaret();
      typing.setState({ range: null });
      endTyping(store, id);
    };
  }, []);

  // React knows `beforeinput` only in part; the native event says what is about to change.
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === "insertCompositionText") return;
      event.preventDefault();
      const range = targetRange(target, event);
      if (!range) return;
      if (event.inputType.startsWith("delete")) change("", range);
      else if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak")
        change("\n", range);
      else if (event.inputType.startsWith("insert")) {
        const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
        if (text !== "") change(text, range);
      } else if (event.inputType === "historyUndo") travel("past", "future");
      else if (event.inputType === "historyRedo") travel("future", "past");
    };
    target.addEventListener("beforeinput", onBeforeInput);
    return () => target.removeEventListener("beforeinput", onBeforeInput);
  });

  function change(text: string, range: TextRange) {
    const now = typedLayer(store);
    if (!now || (text === "" && range.start === range.end)) return;
    undone.current = { past: [...undone.current.past, now.runs].slice(-200), future: [] };
    typeText(store, typing, text, range);
    // Work is safe while it is typed, not only when typing ends.
    autosave.change(shownDesign(store.getState()));
  }

  function travel(from: "past" | "future", to: "past" | "future") {
    const now = typedLayer(store);
    const runs = undone.current[from].at(-1);
    if (!now || !runs) return;
    undone.current = {
      ...undone.current,
      [from]: undone.current[from].slice(0, -1),
      [to]: [...undone.current[to], now.runs],
    };
    const { start, text } = differenceOf(textOfRuns(now.runs), textOfRuns(runs));
    typing.setState({ range: { start: start + text.length, end: start + text.length } });
    setTypedRuns(store, now, runs);
    autosave.change(shownDesign(store.getState()));
  }

  /** Takes over what an input method wrote into the element itself; such changes cannot be held back. */
  function takeComposed() {
    const target = element.current;
    const now = typedLayer(store);
    if (!target || !now) return;
    const caret = readSelection(target);
    const { text, ...range } = differenceOf(textOfRuns(now.runs), readText(target));
    if (caret) typing.setState({ range: caret });
    if (text === "" && range.end === range.start) return;
    setTypedRuns(store, now, replaceRange(now.runs, range, text));
    autosave.change(shownDesign(store.getState()));
  }

  function startComposition() {
    composing.current = true;
    const now = typedLayer(store);
    if (now) undone.current = { past: [...undone.current.past, now.runs], future: [] };
  }

  function endComposition() {
    takeComposed();
    composing.current = false;
    const target = element.current;
    const now = typedLayer(store);
    const { range } = typing.getState();
    if (!target || !now) return;
    writeRuns(target, now, now.runs, scale, standIns);
    if (range) writeSelection(target, within(range, now));
  }

  function toggle(property: "bold" | "italic" | "underline") {
    const now = typedLayer(store);
    // The browser tells of a new selection late; a quick shortcut means the one that is there.
    const range = (element.current && readSelection(element.current)) ?? typing.getState().range;
    if (!now || !range) return;
    typing.setState({ range });
    const style = styleOfRange(now, range);
    if (property === "bold")
      styleTyped(store, typing, { fontWeight: (style.fontWeight ?? 400) >= 600 ? 400 : 700 });
    else styleTyped(store, typing, { [property]: style[property] !== true });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.key === "Escape" || (mod && event.key === "Enter")) {
      event.preventDefault();
      // What is suggested follows the caret a little late; the key is for what is there now.
      if (query && event.key === "Escape" && liveQuery()) setQuery(null);
      else finish();
    } else if (mod && key === "z") {
      event.preventDefault();
      if (event.shiftKey) travel("future", "past");
      else travel("past", "future");
    } else if (mod && key === "y") {
      event.preventDefault();
      travel("future", "past");
    } else if (mod && (key === "b" || key === "i" || key === "u")) {
      event.preventDefault();
      toggle(key === "b" ? "bold" : key === "i" ? "italic" : "underline");
    }
  }

  function liveQuery() {
    const target = element.current;
    const range = target && readSelection(target);
    return target && range ? suggestionQuery(readText(target), range) : null;
  }

  function finish() {
    store.editText(null);
    element.current?.closest<HTMLElement>("[data-testid=stage]")?.focus({ preventScroll: true });
  }

  const toScreen = multiply([view.zoom, 0, 0, view.zoom, view.x, view.y], worldMatrix(document, layer.id));
  return (
    <div
      className="absolute top-0 left-0 origin-top-left"
      style={{ transform: `matrix(${toScreen.join(",")})`, width: layer.width, height: layer.height }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a text area can neither style parts of its text nor be turned */}
      <div
        ref={element}
        role="textbox"
        aria-multiline
        aria-label={`Text of ${layer.name}`}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        data-testid="text-editor"
        className="absolute inset-x-0 select-text outline-none [caret-shape:bar] [font-feature-settings:normal] [font-kerning:normal] [text-rendering:geometricPrecision] selection:bg-accent/30 selection:text-transparent"
        style={{
          top: layout?.lines[0]?.top ?? 0,
          color: "transparent",
          caretColor: "var(--accent)",
          fontFamily: fontStack([
            faceFor(layer.style.fontFamily, layer.style.fontWeight, layer.style.italic).file,
            ...standIns,
          ]),
          fontSize: layer.style.fontSize * scale,
          lineHeight: layer.lineHeight,
          letterSpacing: layer.style.letterSpacing * scale,
          textAlign: layer.align,
          direction: layer.direction === "auto" ? "inherit" : layer.direction,
          unicodeBidi: layer.direction === "auto" ? "plaintext" : "normal",
          whiteSpace: layer.fit === "line" ? "pre" : "pre-wrap",
          overflowWrap: "anywhere",
          cursor: "text",
        }}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
        onCompositionStart={startComposition}
        onInput={() => {
          if (composing.current) takeComposed();
        }}
        onCompositionEnd={endComposition}
      />
      {query ? (
        <FieldSuggestions
          word={query.word}
          anchor={element}
          onPick={(key) => {
            typeText(store, typing, `{{${key}}}`, query.range);
            autosave.change(shownDesign(store.getState()));
            setQuery(null);
          }}
        />
      ) : null}
    </div>
  );
}

function targetRange(element: HTMLElement, event: InputEvent): TextRange | null {
  const [range] = event.getTargetRanges();
  if (!range) return readSelection(element);
  return {
    start: offsetOf(element, range.startContainer, range.startOffset),
    end: offsetOf(element, range.endContainer, range.endOffset),
  };
}

function within({ start, end }: TextRange, layer: TextLayer): TextRange {
  const { length } = textOfRuns(layer.runs);
  return { start: Math.min(start, length), end: Math.min(end, length) };
}
