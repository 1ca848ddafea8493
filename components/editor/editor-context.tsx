"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { Autosave } from "@/lib/editor/autosave-contract";
import type { BrandStore } from "@/lib/editor/brand/brand-store";
import type { SaveState } from "@/lib/editor/save-state";
import { type EditorState, type EditorStore, panelDocument } from "@/lib/editor/store";
import type { Painter } from "@/lib/paint/painter";
import type { BrandKit } from "@/lib/template/brand";
import type { Breach } from "@/lib/template/locks";
import type { Document } from "@/lib/template/schema";
import type { EditorUi, EditorUiStore } from "./editor-ui";
import type { LayerShots } from "./pictures/layer-shots";
import type { PictureShelf } from "./pictures/picture-shelf";
import type { Presence } from "./presence/presence";
import type { EditorProblems } from "./problems/editor-problems";
import type { StageToolsStore } from "./stage/tools/stage-tools";
import type { TemplateStatus } from "./template-status";
import type { TypingStore } from "./text/typing";

/** Everything one open editor shares. The same object for as long as the editor is open. */
export type EditorContext = {
  store: EditorStore;
  autosave: Autosave;
  /** Who else has the template open. */
  presence: Presence;
  /** Rejects when the painter cannot be loaded; callers show that. */
  painter: Promise<Painter>;
  pictures: PictureShelf;
  shots: LayerShots;
  /** What is wrong with the design, kept up to date while the page is idle. */
  problems: EditorProblems;
  /** Told of a layer that could not be painted; says it once, in a notice. */
  reportPaintError: (error: unknown) => void;
  status: TemplateStatus;
  typing: TypingStore;
  ui: EditorUiStore;
  tools: StageToolsStore;
  workspace: { slug: string; name: string };
  templateId: string;
  /** Where the API has this template: `/api/w/{workspace}/templates/{id}`. */
  templatePath: string;
  /** Where links of this service answer. */
  origin: string;
  /** Whether this person may change the template. */
  canEdit: boolean;
  /** The workspace's brand kit. */
  brand: BrandStore;
  /** The kit as it is now; null until there is one that the server can read. */
  knownKit: () => BrandKit | null;
  /** What this person may do beyond editing: change the brand kit, and lock the template. */
  rights: { brand: boolean };
  /** What the server would refuse this person of a design in place of the one it has; null when it would take it. */
  refusal: (saved: Document, design: Document) => Breach | null;
  /** Says something to screen readers, politely. */
  announce: (message: string) => void;
};

const Context = createContext<EditorContext | null>(null);

export function EditorProvider({ value, children }: { value: EditorContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The open editor. Throws outside one. */
export function useEditor(): EditorContext {
  const context = useContext(Context);
  if (!context) throw new Error("useEditor was called outside an EditorProvider.");
  return context;
}

/** The open editor, or null outside one: for controls that serve elsewhere too. */
export function useEditorIfOpen(): EditorContext | null {
  return useContext(Context);
}

/** A part of the editor's state; renders again only when that part changes (by identity). */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}

/** The document as panels show it: with what they change themselves at once, with a drag on the stage at its end. */
export function usePanelDocument(): Document {
  return useEditorState(panelDocument);
}

export function useSaveState(): SaveState {
  return useStore(useEditor().autosave.state, ({ save }) => save);
}

/** A part of what is open in the editor's frame. */
export function useEditorUi<T>(select: (ui: EditorUi) => T): T {
  return useStore(useEditor().ui, select);
}
