"use client";

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { shownDesign, shownDocument } from "@/lib/editor/store";
import { multiply, worldMatrix } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import { useEditor, useEditorState } from "../editor-context";
import { showField } from "../fields/show-field";
import { faceFor } from "../pictures/user-fonts";
import { ChipTip } from "./chip-tip";
import { chipAt, chipsIn } from "./chips";
import { FieldSuggestions, suggestionQuery } from "./field-suggestions";
import { SelectionGhost } from "./selection-ghost";
import { TextBar } from "./text-bar";
import { differenceOf, replaceRange, type TextRange, textOfRuns } from "./text-runs";
import { type Toggle, toggleStyle } from "./toggle-style";
import {
  clearTypedStyle,
  redoTyped,
  rememberRuns,
  setTypedRuns,
  typedLayer,
  typeText,
  undoTyped,
} from "./typing";
import { fontStack, offsetOf, readSelection, readText, writeRuns, writeSelection } from "./typing-surface";
import { useBeforeInput } from "./use-before-input";
import { useFacesOf, useFontsOf, useTextLayout } from "./use-text-layout";
import { useTypingCaret } from "./use-typing-caret";

const TOGGLES: Readonly<Record<string, Toggle>> = { b: "bold", i: "italic", u: "underline" };

/**
 * An editable element exactly over the layer's picture. Its own text is transparent: the painter's picture is what
 * is seen, this only gives caret, selection, input methods and spell checking. Every change goes through the
 * document and comes back from there.
 */
export function TypingBox({ layer }: { layer: TextLayer }) {
  const { store, typing, autosave, ui, announce } = useEditor();
  const view = useEditorState((state) => state.view);
  const document = useEditorState(shownDocument);
  const range = useStore(typing, (state) => state.range);
  const layout = useTextLayout(layer);
  const standIns = useFontsOf(layout);
  useFacesOf(layer, standIns);
  const element = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  const written = useRef<TextLayer["runs"] | null>(null);
  const [query, setQuery] = useState<{ range: TextRange; word: string } | null>(null);
  const [pointed, setPointed] = useState<HTMLElement | null>(null);
  const scale = layout?.scale ?? 1;

  // What is shown follows the document, whoever changed it: typing, the inspector, undo.
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || composing.current) return;
    // Where only the look changes the caret stays where it is by now: a key may have moved it, and that is told late.
    const caret = written.current === layer.runs ? readSelection(target) : null;
    writeRuns(target, layer, layer.runs, scale, standIns);
    written.current = layer.runs;
    setPointed(null);
    const kept = caret ?? typing.getState().range;
    if (kept && globalThis.document.activeElement === target) writeSelection(target, within(kept, layer));
  }, [layer, scale, standIns, typing]);

  const settleCaret = useTypingCaret(element, composing, layer.id, (text, now) => {
    setQuery(suggestionQuery(text, now));
    const chip = chipAt(chipsIn(text), now);
    const field = chip && store.getState().document.fields.find(({ key }) => key === chip.key);
    if (chip) announce(`Field ${field?.label || chip.key}.`);
  });

  /** Work is safe while it is typed, not only when typing ends. */
  function keep() {
    autosave.change(shownDesign(store.getState()));
  }

  function replace(text: string, over: TextRange) {
    if (!typedLayer(store) || (text === "" && over.start === over.end)) return;
    const note = typeText(store, typing, text, over);
    if (note !== null) toast.warning(note);
    keep();
  }

  function undo() {
    undoTyped(store, typing);
    keep();
  }

  function redo() {
    redoTyped(store, typing);
    keep();
  }

  useBeforeInput(element, { replace, undo, redo, caret: () => typing.getState().range?.start ?? null });

  /** Takes over what an input method wrote into the element itself; such changes cannot be held back. */
  function takeComposed() {
    const target = element.current;
    const now = typedLayer(store);
    if (!target || !now) return;
    const caret = readSelection(target);
    const { text, ...over } = differenceOf(textOfRuns(now.runs), readText(target));
    if (caret) typing.setState({ range: caret });
    if (text === "" && over.end === over.start) return;
    setTypedRuns(store, now, replaceRange(now.runs, over, text));
    keep();
  }

  function startComposition() {
    composing.current = true;
    rememberRuns(store, typing);
  }

  function endComposition() {
    takeComposed();
    composing.current = false;
    const target = element.current;
    const now = typedLayer(store);
    const { range: kept } = typing.getState();
    if (!target || !now) return;
    writeRuns(target, now, now.runs, scale, standIns);
    if (kept) writeSelection(target, within(kept, now));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    settleCaret();
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const toggle = mod ? TOGGLES[key] : undefined;
    if (event.key === "Escape" || (mod && event.key === "Enter")) {
      event.preventDefault();
      // What is suggested follows the caret a little late; the key is for what is there now.
      if (query && event.key === "Escape" && liveQuery()) setQuery(null);
      else finish();
    } else if (mod && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    } else if (toggle) {
      event.preventDefault();
      announce(toggleStyle(store, typing, toggle));
    } else if (mod && key === "\\") {
      event.preventDefault();
      clearTypedStyle(store, typing);
    }
  }

  function liveQuery() {
    const target = element.current;
    const now = target && readSelection(target);
    return target && now ? suggestionQuery(readText(target), now) : null;
  }

  function finish() {
    store.editText(null);
    element.current?.closest<HTMLElement>("[data-testid=stage]")?.focus({ preventScroll: true });
  }

  /** A click on a chip marks it and unfolds its field. */
  function openChip(target: EventTarget) {
    const chip = chipElement(target);
    if (!element.current || !chip?.dataset.chip || !typing.getState().range) return;
    const at = offsetOf(element.current, chip, 0);
    const found = chipsIn(readText(element.current)).find(({ start, end }) => start <= at && at < end);
    if (!found) return;
    typing.setState({ range: { start: found.start, end: found.end } });
    showField(ui, found.key);
  }

  const toScreen = multiply([view.zoom, 0, 0, view.zoom, view.x, view.y], worldMatrix(document, layer.id));
  return (
    <>
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
          onClick={(event) => openChip(event.target)}
          onPointerOver={(event) => setPointed(chipElement(event.target))}
          onPointerLeave={() => setPointed(null)}
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
              keep();
              setQuery(null);
            }}
          />
        ) : null}
      </div>
      <SelectionGhost element={element} range={range} layer={layer} />
      <ChipTip element={element} range={range} layer={layer} pointed={pointed} />
      <TextBar element={element} range={range} layer={layer} />
    </>
  );
}

function chipElement(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-chip]") : null;
}

function within({ start, end }: TextRange, layer: TextLayer): TextRange {
  const { length } = textOfRuns(layer.runs);
  return { start: Math.min(start, length), end: Math.min(end, length) };
}
