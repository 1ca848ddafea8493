import { AppError } from "@/lib/errors";
import {
  chooseFace,
  FALLBACK_FAMILIES,
  FONT_FAMILIES,
  type FontFace,
  type FontFamily,
} from "./font-catalogue";
import { type LoadedFont, openFont } from "./loaded-font";

/** Gives the bytes of a font file by its catalogue path, such as `/fonts/inter/400.ttf`. */
export type LoadFont = (file: string) => Promise<Uint8Array>;

/** The fonts a painter has opened. A file is read once, on first need, and stays open. */
export type FontBook = {
  /** Opens the files that are not open yet. Rejects when one cannot be read; the next call tries again. */
  load(files: Iterable<string>): Promise<void>;
  /** Opens what can be read of files that stand in for others; the rest is unreadable until a later call opens it. */
  loadStandIns(files: Iterable<string>): Promise<void>;
  isLoaded(file: string): boolean;
  /** Whether `loadStandIns` failed to open the file, and nothing opened it since: texts are shown without it. */
  isUnreadable(file: string): boolean;
  /** Throws when the file was not loaded before. */
  font(file: string): LoadedFont;
  /**
   * Makes families known beyond the catalogue. A name that was added before now means the new family. To be called
   * before work begins: fonts of families added earlier may be closed, when there are many.
   */
  addFamilies(families: readonly FontFamily[]): void;
  /** The face for a style among the catalogue and the added families, as `chooseFace` picks it. */
  chooseFace(familyName: string, weight: number, italic: boolean): FontFace;
};

/** Families and fonts beyond the catalogue that stay known unused. The catalogue has an end; what people upload has none. */
const MOST_BESIDE_CATALOGUE = 60;
const MOST_BYTES_BESIDE_CATALOGUE = 64_000_000;

const CATALOGUE = new Set(
  [...FONT_FAMILIES, ...FALLBACK_FAMILIES].flatMap(({ faces }) => faces.map(({ file }) => file)),
);

export function createFontBook(loadFont: LoadFont): FontBook {
  const open = new Map<string, LoadedFont>();
  /** How large the files of open fonts are, bytes. */
  const sizes = new Map<string, number>();
  const pending = new Map<string, Promise<void>>();
  const unreadable = new Set<string>();
  const added = new Map<string, FontFamily>();

  async function read(file: string): Promise<void> {
    try {
      const bytes = await loadFont(file);
      open.set(file, openFont(file, bytes));
      sizes.set(file, bytes.byteLength);
      unreadable.delete(file);
    } finally {
      pending.delete(file);
    }
  }

  function loadOne(file: string): Promise<void> | undefined {
    if (open.has(file)) return undefined;
    const running = pending.get(file);
    if (running) return running;
    const started = read(file);
    pending.set(file, started);
    return started;
  }

  return {
    async load(files) {
      await Promise.all(Array.from(files, loadOne));
    },
    async loadStandIns(files) {
      await Promise.all(Array.from(files, (file) => loadOne(file)?.catch(() => unreadable.add(file))));
    },
    isLoaded: (file) => open.has(file),
    isUnreadable: (file) => unreadable.has(file),
    font(file) {
      const font = open.get(file);
      if (!font) {
        throw new AppError(
          "unavailable",
          `The font ${file} is not loaded. Call prepare() before laying out text.`,
        );
      }
      return font;
    },
    addFamilies(families) {
      if (added.size > MOST_BESIDE_CATALOGUE) added.clear();
      for (const family of families) added.set(family.family, family);
      const wanted = new Set(families.flatMap(({ faces }) => faces.map(({ file }) => file)));
      const idle = [...open.keys()].filter((file) => !CATALOGUE.has(file) && !wanted.has(file));
      const idleBytes = idle.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
      if (idle.length <= MOST_BESIDE_CATALOGUE && idleBytes <= MOST_BYTES_BESIDE_CATALOGUE) return;
      for (const file of idle) {
        open.delete(file);
        sizes.delete(file);
      }
    },
    chooseFace: (familyName, weight, italic) => chooseFace(familyName, weight, italic, added),
  };
}
