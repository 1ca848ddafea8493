import type { Shortcut } from "../shortcuts";
import type { EditorState, EditorStore } from "../store";

/** What actions need from the world around the editor. */
export type ActionContext = {
  /** A fresh id for a layer, unique in the document (letters, digits, `_`, `-`; at most 40). */
  newId: () => string;
  writeClipboard: (text: string) => Promise<void>;
  readClipboard: () => Promise<string>;
  /** Lets the person choose or upload a picture for an image layer. */
  choosePicture: (layerId: string) => void;
  /** Puts the caret into the layer's name in the layers list. */
  startRename: (layerId: string) => void;
};

/** Names of icons, as the icon set has them. */
export type IconName =
  | "align-center-horizontal"
  | "align-center-vertical"
  | "align-end-horizontal"
  | "align-end-vertical"
  | "align-horizontal-distribute-center"
  | "align-start-horizontal"
  | "align-start-vertical"
  | "align-vertical-distribute-center"
  | "arrow-down"
  | "arrow-down-to-line"
  | "arrow-left"
  | "arrow-right"
  | "arrow-up"
  | "arrow-up-to-line"
  | "barcode"
  | "box-select"
  | "braces"
  | "chart-column"
  | "chart-line"
  | "chevron-down"
  | "chevron-up"
  | "circle"
  | "circle-user-round"
  | "clipboard-paste"
  | "copy"
  | "copy-plus"
  | "donut"
  | "eye"
  | "gauge"
  | "grid-3x3"
  | "group"
  | "hand"
  | "heading"
  | "image"
  | "loader-circle"
  | "layout-grid"
  | "lock"
  | "magnet"
  | "maximize"
  | "minus"
  | "mouse-pointer-2"
  | "move-horizontal"
  | "move-vertical"
  | "pencil"
  | "pentagon"
  | "percent"
  | "qr-code"
  | "redo-2"
  | "rotate-ccw"
  | "ruler"
  | "rotate-cw"
  | "scan"
  | "scissors"
  | "square"
  | "square-dashed"
  | "star"
  | "star-half"
  | "text"
  | "trash-2"
  | "type"
  | "undo-2"
  | "ungroup"
  | "user-round"
  | "x"
  | "zoom-in"
  | "zoom-out";

/** One thing a person can do, defined once for menu, button, palette and key. */
export type Action = {
  readonly label: string;
  /** Heading in the list of shortcuts and in the palette. */
  readonly section: "Edit" | "Selection" | "Arrange" | "Add" | "View";
  readonly icon: IconName;
  /** The first one is shown in menus. */
  readonly shortcuts: readonly Shortcut[];
  /**
   * Who acts on the keys: `browser` leaves them alone, because the browser answers with a copy, cut or paste
   * event that carries the clipboard without asking for leave.
   */
  readonly keys: "editor" | "browser";
  /** Whether it changes the document; such actions are not offered to those who may only look. */
  readonly changes: boolean;
  readonly enabled: (state: EditorState) => boolean;
  /**
   * Takes up the tool that does it with the pointer: what its key and its button do first. Answers false where the tool
   * is up already, and then it is performed at once. Left out by what needs no place.
   */
  readonly arm?: (store: EditorStore) => boolean;
  readonly perform: (store: EditorStore, context: ActionContext) => void | Promise<void>;
};
