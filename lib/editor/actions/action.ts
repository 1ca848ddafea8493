import type { Shortcut } from "../shortcuts";
import type { EditorState, EditorStore } from "../store";

/** What lies on the system clipboard, as far as the editor can use it. */
export type Clipped = { readonly text: string; readonly pictures: readonly File[] };

/** Parts of the editor's frame that an action opens. */
export type OpenablePart = "palette" | "shortcuts" | "history" | "versions" | "icons";

/** What actions need from the world around the editor. */
export type ActionContext = {
  /** A fresh id for a layer, unique in the document (letters, digits, `_`, `-`; at most 40). */
  newId: () => string;
  /** The workspace's name in addresses: pictures of another one cannot be shown here. */
  workspace: string;
  writeClipboard: (text: string) => Promise<void>;
  readClipboard: () => Promise<Clipped>;
  /** The style that was copied last, here or in another tab of this browser; null when there is none. */
  keptStyle: () => string | null;
  keepStyle: (text: string) => void;
  /** Uploads pictures and puts them into the middle of the view. */
  placePictures: (files: readonly File[]) => void;
  open: (part: OpenablePart) => void;
  /** Lets the person choose or upload a picture for an image layer. */
  choosePicture: (layerId: string) => void;
  /** Lets the person crop the picture of an image layer on the canvas. */
  cropPicture: (layerId: string) => void;
  /** Lets the person pick a colour from what is on the screen: `#rrggbb` or `#rrggbbaa`, null for none. */
  pickColor: () => Promise<string | null>;
  /** Lays many rows at once over the stage, or takes them away. */
  toggleContactSheet: () => void;
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
  | "arrow-big-right"
  | "arrow-down"
  | "arrow-down-to-line"
  | "arrow-left"
  | "arrow-right"
  | "arrow-up"
  | "arrow-up-to-line"
  | "badge"
  | "barcode"
  | "box-select"
  | "braces"
  | "chart-column"
  | "chart-line"
  | "chevron-down"
  | "chevron-left"
  | "chevron-right"
  | "chevron-up"
  | "circle"
  | "circle-user-round"
  | "clipboard-list"
  | "clipboard-paste"
  | "command"
  | "copy"
  | "copy-plus"
  | "crop"
  | "donut"
  | "egg"
  | "eye"
  | "file-clock"
  | "gauge"
  | "grid-3x3"
  | "group"
  | "hand"
  | "heading"
  | "heart"
  | "history"
  | "image"
  | "keyboard"
  | "loader-circle"
  | "layout-grid"
  | "lock"
  | "magnet"
  | "maximize"
  | "message-square"
  | "minus"
  | "mouse-pointer-2"
  | "move-horizontal"
  | "move-vertical"
  | "paintbrush"
  | "pencil"
  | "pipette"
  | "pentagon"
  | "percent"
  | "pipette"
  | "qr-code"
  | "redo-2"
  | "rotate-ccw"
  | "ruler"
  | "rotate-cw"
  | "scan"
  | "scissors"
  | "shapes"
  | "square"
  | "square-dashed"
  | "star"
  | "star-half"
  | "text"
  | "timer"
  | "timer-reset"
  | "trash-2"
  | "type"
  | "undo-2"
  | "ungroup"
  | "user-round"
  | "x"
  | "zoom-in"
  | "zoom-out";

/** Headings of the palette and of the page of shortcuts, in their order. */
export const SECTIONS = ["Add", "Edit", "Selection", "Arrange", "View", "Help"] as const;

/** One thing a person can do, defined once for menu, button, palette and key. */
export type Action = {
  readonly label: string;
  /** What it is called while the state is this one: "Unlock" for what locks and unlocks. */
  readonly labelNow?: (state: EditorState) => string;
  /** Heading in the list of shortcuts and in the palette. */
  readonly section: (typeof SECTIONS)[number];
  /** Other words people look for it by. */
  readonly keywords?: readonly string[];
  /** What is missing while it is not possible: one sentence. Such an action stays in the palette, dimmed. */
  readonly needs?: string;
  readonly icon: IconName;
  /** The first one is shown in menus. */
  readonly shortcuts: readonly Shortcut[];
  /**
   * Who acts on the keys: `browser` leaves them alone, because the browser answers with a copy, cut or paste
   * event that carries the clipboard without asking for leave.
   */
  readonly keys: "editor" | "browser";
  /** Whether its keys act while somebody types, too. */
  readonly whileTyping?: boolean;
  /** Whether it changes the document; such actions are not offered to those who may only look. */
  readonly changes: boolean;
  /** Whether what it changes is content at most: it is there in a brand-locked template, too. */
  readonly content?: boolean;
  readonly enabled: (state: EditorState) => boolean;
  /**
   * Takes up the tool that does it with the pointer: what its key and its button do first. Answers false where the tool
   * is up already, and then it is performed at once. Left out by what needs no place.
   */
  readonly arm?: (store: EditorStore) => boolean;
  readonly perform: (store: EditorStore, context: ActionContext) => void | Promise<void>;
};
