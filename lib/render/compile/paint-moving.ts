import type { ImageBook, Painter } from "@/lib/paint/painter";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Moving } from "../encode/encode-gif";
import { bytesOfChange, changeOf } from "./change-of";
import { giveBack } from "./frame-memory";
import { type Piece, paintPieces } from "./paint-pieces";
import { type Frame, type Plates, paintFrame } from "./plates";

/** What is shown for some seconds: the dynamic layers, one list for each slot. The very same layers look the same. */
export type Shot = { slots: readonly (readonly ResolvedLayer[])[]; seconds: number };

/** Bytes of changes that are held at once: many times what digits take, and less than a large canvas sixty times over. */
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * Paints shots one after the other and keeps of each what is not as in the one before. What stands still is painted
 * once, and no more than two whole frames are ever in memory. Where changes take too much of it the picture ends early,
 * and says of how many frames.
 */
export async function paintMoving(
  painter: Painter,
  plates: Plates,
  shots: readonly Shot[],
  images: ImageBook,
  mostBytes = MOST_BYTES,
): Promise<Moving> {
  const paint = painterOnce();
  const changes: Moving["changes"][number][] = [];
  let first: Uint8Array | null = null;
  let seconds = 0;
  let bytes = 0;
  let before: Frame | null = null;
  let left = 0;
  for (const [index, shot] of shots.entries()) {
    const frame = await paintFrame(painter, plates, shot.slots, images, paint.pieces);
    paint.forget();
    const change = before && changeOf(before, frame);
    if (change) bytes += bytesOfChange(change);
    if (bytes > mostBytes) {
      left = shots.length - index;
      giveBack(frame.raster.data);
      break;
    }
    if (!before) {
      first = frame.raster.data.slice();
      seconds = shot.seconds;
    } else if (change) changes.push({ ...change, seconds: shot.seconds });
    else {
      const last = changes.at(-1);
      if (last) last.seconds += shot.seconds;
      else seconds += shot.seconds;
    }
    if (before) giveBack(before.raster.data);
    before = frame;
  }
  if (before) giveBack(before.raster.data);
  const { width, height } = plates;
  return { width, height, first: first ?? new Uint8Array(width * height * 3), seconds, changes, left };
}

/** Paints each layer by itself, and not again while it is shown on. */
function painterOnce(): { pieces: typeof paintPieces; forget: () => void } {
  let known = new Map<ResolvedLayer, Promise<Piece[]>>();
  let used = new Map<ResolvedLayer, Promise<Piece[]>>();
  return {
    async pieces(painter, layers, images, canvas) {
      const painting = layers.map((layer) => {
        const pieces = known.get(layer) ?? paintPieces(painter, [layer], images, canvas);
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
