import type { ImageBook, Painter } from "@/lib/paint/painter";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Moving } from "../encode/encode-gif";
import { bytesOfChange, type Change, changeOf } from "./change-of";
import { giveBack } from "./frame-memory";
import { keptChanges } from "./kept-changes";
import { keptPieces } from "./kept-pieces";
import { type Piece, paintPieces } from "./paint-pieces";
import { type Frame, type Plates, paintFrame } from "./plates";

/** What is shown for some seconds: the dynamic layers, one list for each slot. The very same layers look the same. */
export type Shot = { slots: readonly (readonly ResolvedLayer[])[]; seconds: number };

/** Bytes of changes that are held at once: many times what digits take, and less than a large canvas sixty times over. */
const MOST_BYTES = 48 * 1024 * 1024;

export type MovingOptions = {
  mostBytes?: number;
  /** Tells apart what families of fonts stand for. */
  fonts?: string;
  /** Tells apart plates, fonts and pictures of the layers; null: of what is painted nothing is kept for the next picture. */
  name?: string | null;
};

/**
 * Paints shots one after the other and keeps of each what is not as in the one before. What stands still is painted
 * once, what is known from another picture is not painted, and no more than two whole frames are ever in memory. Where
 * changes take too much of it the picture ends early, and says of how many frames.
 */
export async function paintMoving(
  painter: Painter,
  plates: Plates,
  shots: readonly Shot[],
  images: ImageBook,
  { mostBytes = MOST_BYTES, fonts = "", name = null }: MovingOptions = {},
): Promise<Moving> {
  const paint = painterOnce(shots, fonts);
  const kept = keptChanges(painter, name, shots);
  const changes: Moving["changes"][number][] = [];
  const { width, height } = plates;
  let first: Uint8Array = new Uint8Array(width * height * 3);
  let seconds = 0;
  let bytes = 0;
  let left = 0;
  /** The shot before, where it was painted. */
  let before: Frame | null = null;

  async function frameOf({ slots }: Shot): Promise<Frame> {
    const frame = await paintFrame(painter, plates, slots, images, paint.pieces);
    paint.forget();
    return frame;
  }

  function letGo(): void {
    if (before) giveBack(before.raster.data);
    before = null;
  }

  async function changeTo(index: number, shot: Shot, last: Shot): Promise<Change | null> {
    const known = kept.get(index);
    if (known !== undefined) {
      letGo();
      return known;
    }
    before ??= await frameOf(last);
    const frame = await frameOf(shot);
    const change = changeOf(before, frame);
    kept.keep(index, change);
    letGo();
    before = frame;
    return change;
  }

  for (const [index, shot] of shots.entries()) {
    const last = shots[index - 1];
    if (!last) {
      before = await frameOf(shot);
      first = before.raster.data.slice();
      seconds = shot.seconds;
      continue;
    }
    const change = await changeTo(index, shot, last);
    if (change) bytes += bytesOfChange(change);
    if (bytes > mostBytes) {
      left = shots.length - index;
      break;
    }
    const shown = changes.at(-1);
    if (change) changes.push({ ...change, seconds: shot.seconds });
    else if (shown) shown.seconds += shot.seconds;
    else seconds += shot.seconds;
  }
  letGo();
  return { width, height, first, seconds, changes, left };
}

/**
 * Paints each layer by itself, and not again while it is shown on; one that the time changes not even for the next picture.
 */
function painterOnce(
  shots: readonly Shot[],
  fonts: string,
): { pieces: typeof paintPieces; forget: () => void } {
  const still = new Set(shots[0]?.slots.flat());
  for (const { slots } of shots) {
    const shown = new Set(slots.flat());
    for (const layer of still) if (!shown.has(layer)) still.delete(layer);
  }
  let known = new Map<ResolvedLayer, Promise<Piece[]>>();
  let used = new Map<ResolvedLayer, Promise<Piece[]>>();
  return {
    async pieces(painter, layers, images, canvas) {
      const kept = keptPieces(painter, canvas, fonts);
      async function painted(layer: ResolvedLayer): Promise<Piece[]> {
        // Of what stands still nearly everybody has their own.
        if (still.has(layer)) return paintPieces(painter, [layer], images, canvas);
        const there = kept.get(layer);
        if (there) return there;
        const pieces = await paintPieces(painter, [layer], images, canvas);
        kept.keep(layer, pieces);
        return pieces;
      }
      const painting = layers.map((layer) => {
        const pieces = known.get(layer) ?? painted(layer);
        used.set(layer, pieces);
        return pieces;
      });
      return (await Promise.all(painting)).flat();
    },
    /** Lets go what the last shot did not show. */
    forget() {
      known = used;
      used = new Map();
    },
  };
}
