import { createStore, type StoreApi } from "zustand";
import type { PublishQuestion } from "./share/publish-question";

export type LeftTab = "layers" | "fields";
export type RightTab = "design" | "problems" | "history";
/** What is open in the bottom sheet on a phone. */
export type Sheet = "layers" | "fields" | "design" | "problems" | "samples";

/** What of the editor's frame is open: of no interest to the document, gone when the page closes. */
export type EditorUi = {
  readonly leftTab: LeftTab;
  readonly rightTab: RightTab;
  readonly samplesOpen: boolean;
  /** A table is on its way into the sample rows; the file when one was dropped. */
  readonly importing: { readonly file: File | null } | null;
  /** Many rows at once lie over the stage. */
  readonly contactOpen: boolean;
  /** All sizes of the picture are shown beside the one at hand. */
  readonly allSizes: boolean;
  readonly sheet: Sheet | null;
  readonly shareOpen: boolean;
  readonly versionsOpen: boolean;
  readonly iconsOpen: boolean;
  readonly shortcutsOpen: boolean;
  readonly paletteOpen: boolean;
  /** Layer whose name is being typed in the layers list. */
  readonly renamingId: string | null;
  /** Image layer that a picture is being chosen for. */
  readonly choosingFor: string | null;
  /** Field that is unfolded in the fields list. */
  readonly openField: string | null;
  /** Width and height that are typed keep their proportion. */
  readonly keepsRatio: boolean;
  /** Asked before a picture with problems goes live. */
  readonly publishQuestion: PublishQuestion | null;
};

export type EditorUiStore = StoreApi<EditorUi>;

export function createEditorUi(): EditorUiStore {
  return createStore<EditorUi>(() => ({
    leftTab: "layers",
    rightTab: "design",
    samplesOpen: false,
    contactOpen: false,
    importing: null,
    allSizes: false,
    sheet: null,
    shareOpen: false,
    versionsOpen: false,
    iconsOpen: false,
    shortcutsOpen: false,
    paletteOpen: false,
    renamingId: null,
    choosingFor: null,
    openField: null,
    keepsRatio: false,
    publishQuestion: null,
  }));
}
