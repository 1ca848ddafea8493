import type { Size } from "@/lib/template/layer-entry";

/**
 * The scene's pictures are SVG: as sharp at every zoom as at the first, but drawn from scratch each time. What was
 * drawn once in a place is therefore kept as pixels of the screen, never more of them than the screen shows. Pixels
 * that fit exactly are drawn instead of the SVG at any time; while something moves, those that only nearly fit serve
 * too, and the SVG is drawn again when it stands still.
 */
export type Rasters = {
  /** A place for the pixels of one picture; give it back when the picture is gone. */
  open: () => Raster;
  /** Whether something moves: sharpness can wait. */
  setMoving: (moving: boolean) => void;
};

export type Raster = {
  /** Draws `image` into the box 0, 0, `size` of the context's present coordinates. */
  draw: (context: CanvasRenderingContext2D, image: CanvasImageSource, size: Size) => void;
  close: () => void;
};

/** What is kept: pixels, and where on the screen they stood, in device px. */
type Kept = { image: CanvasImageSource; bitmap: ImageBitmap; at: DOMMatrix; x: number; y: number };
type Wanted = { image: CanvasImageSource; at: DOMMatrix; size: Size };
type Holder = { kept: Kept | null; wanted: Wanted | null };

/** Pixels kept for all pictures together; each takes 4 bytes. */
const BUDGET = 48_000_000;
/** Pixels kept for one picture: a large screen's. */
const LARGEST = 8_000_000;
/** Coordinates closer than this are the same pixel, device px. */
const SAME = 0.02;
/** Pixels around a picture, for the soft rim of its edges. */
const RIM = 1;

export function createRasters(): Rasters {
  const holders = new Set<Holder>();
  const queue = new Set<Holder>();
  let moving = false;
  let used = 0;
  let scheduled = false;

  function drop(holder: Holder): void {
    if (!holder.kept) return;
    used -= areaOf(holder.kept.bitmap);
    holder.kept.bitmap.close();
    holder.kept = null;
  }

  /** Many pictures share what there is; the first few may take as much as the screen has. */
  function allowance(): number {
    return Math.min(LARGEST, Math.max(BUDGET / Math.max(1, holders.size), (BUDGET - used) / 8));
  }

  function make(holder: Holder): void {
    const { wanted } = holder;
    holder.wanted = null;
    queue.delete(holder);
    if (!wanted) return;
    drop(holder);
    const full = boundsOf(wanted.at, wanted.size);
    const shrink = Math.min(1, Math.sqrt(allowance() / Math.max(1, full.width * full.height)));
    const at = shrink < 1 ? new DOMMatrix().scale(shrink).multiply(wanted.at) : wanted.at;
    const { x, y, width, height } = boundsOf(at, wanted.size);
    if (used + width * height > BUDGET) return;
    const sheet = new OffscreenCanvas(width, height);
    const context = sheet.getContext("2d");
    if (!context) return;
    context.setTransform(new DOMMatrix().translate(-x, -y).multiply(at));
    context.drawImage(wanted.image, 0, 0, wanted.size.width, wanted.size.height);
    const bitmap = sheet.transferToImageBitmap();
    used += areaOf(bitmap);
    holder.kept = { image: wanted.image, bitmap, at, x, y };
  }

  function makeSome(deadline: IdleDeadline | null): void {
    scheduled = false;
    for (const holder of queue) {
      if (moving || (deadline && deadline.timeRemaining() < 4)) break;
      make(holder);
    }
    if (queue.size > 0 && !moving) schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    // Safari has no idle callback; a short wait lets the page settle there.
    if (typeof requestIdleCallback === "function") requestIdleCallback(makeSome);
    else setTimeout(() => makeSome(null), 200);
  }

  function want(holder: Holder, wanted: Wanted): void {
    holder.wanted = wanted;
    queue.add(holder);
    if (!moving) schedule();
  }

  function draw(
    holder: Holder,
    context: CanvasRenderingContext2D,
    image: CanvasImageSource,
    size: Size,
  ): void {
    const at = context.getTransform();
    if (isOutside(at, size, context.canvas)) return;
    const { kept } = holder;
    const fits = kept?.image === image;
    const isSameScale = fits && sameLinear(kept.at, at);
    if (fits && isSameScale) {
      const [dx, dy] = [at.e - kept.at.e, at.f - kept.at.f];
      const isExact = isWhole(dx) && isWhole(dy);
      if (isExact || moving) {
        context.setTransform(1, 0, 0, 1, Math.round(dx), Math.round(dy));
        context.drawImage(kept.bitmap, kept.x, kept.y);
        return;
      }
    } else if (fits && moving) {
      context.setTransform(at.multiply(kept.at.inverse()));
      context.drawImage(kept.bitmap, kept.x, kept.y);
      return;
    }
    context.drawImage(image, 0, 0, size.width, size.height);
    const again = holder.wanted?.image === image && sameLinear(holder.wanted.at, at);
    want(holder, { image, at, size });
    // A picture that is drawn twice the same way in a movement will be drawn so many times more.
    if (moving && again) make(holder);
  }

  return {
    open: () => {
      const holder: Holder = { kept: null, wanted: null };
      holders.add(holder);
      return {
        draw: (context, image, size) => draw(holder, context, image, size),
        close: () => {
          drop(holder);
          holders.delete(holder);
          queue.delete(holder);
        },
      };
    },
    setMoving: (next) => {
      moving = next;
      if (!moving && queue.size > 0) schedule();
    },
  };
}

function areaOf({ width, height }: Size): number {
  return width * height;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < SAME;
}

/** Whether two matrices turn and scale alike, to the thousandth of a pixel over a large screen. */
function sameLinear(one: DOMMatrix, other: DOMMatrix): boolean {
  return (
    Math.abs(one.a - other.a) < 1e-6 &&
    Math.abs(one.b - other.b) < 1e-6 &&
    Math.abs(one.c - other.c) < 1e-6 &&
    Math.abs(one.d - other.d) < 1e-6
  );
}

/** Whole device pixels around the box. */
function boundsOf(at: DOMMatrix, size: Size): { x: number; y: number; width: number; height: number } {
  const { left, top, right, bottom } = extentOf(at, size);
  const [x, y] = [Math.floor(left) - RIM, Math.floor(top) - RIM];
  return { x, y, width: Math.ceil(right) + RIM - x, height: Math.ceil(bottom) + RIM - y };
}

function isOutside(at: DOMMatrix, size: Size, canvas: Size): boolean {
  const { left, top, right, bottom } = extentOf(at, size);
  return right < 0 || bottom < 0 || left > canvas.width || top > canvas.height;
}

function extentOf({ a, b, c, d, e, f }: DOMMatrix, { width, height }: Size) {
  const [ax, ay, cx, cy] = [a * width, b * width, c * height, d * height];
  return {
    left: e + Math.min(0, ax) + Math.min(0, cx),
    top: f + Math.min(0, ay) + Math.min(0, cy),
    right: e + Math.max(0, ax) + Math.max(0, cx),
    bottom: f + Math.max(0, ay) + Math.max(0, cy),
  };
}
