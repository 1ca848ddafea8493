/**
 * Outlines as exact shares of pixels. For each pixel the signed area is kept that an edge takes of it, and at the
 * pixel to its right what that adds to all pixels further on; summing a row from the left then gives its shares
 * (the method of FreeType's smooth rasteriser and of font-rs). Where outlines lie on each other the shares are cut
 * at 1, which is the nonzero rule of SVG for outlines that run the same way.
 */
export type Coverage = {
  /** Begins an outline in a picture of `width` x `height` pixels. */
  begin(width: number, height: number): void;
  /** Adds a straight edge, pixels. Outlines must be closed. */
  edge(fromX: number, fromY: number, toX: number, toY: number): void;
  /** Gives each pixel that has a share of the outline, 0 to 1, and forgets the outline. */
  end(pixel: (x: number, y: number, share: number) => void): void;
};

/** An accumulator whose memory is used again by the next picture. */
export function createCoverage(): Coverage {
  let areas = new Float32Array(0);
  let width = 0;
  let height = 0;
  let stride = 0;
  // Bounds of the edges so far.
  let left = 0;
  let top = 0;
  let right = 0;
  let bottom = 0;

  /** An edge that runs down, inside the picture from left to right. */
  function inside(topX: number, topY: number, bottomX: number, bottomY: number, sign: number): void {
    const slope = (bottomX - topX) / (bottomY - topY);
    const first = topY < 0 ? 0 : Math.floor(topY);
    const last = bottomY > height ? height : Math.ceil(bottomY);
    let x = topY < 0 ? topX - topY * slope : topX;
    for (let y = first; y < last; y += 1) {
      const down = Math.min(bottomY, y + 1) - Math.max(topY, y);
      let nextX = x + slope * down;
      // Rounding must not carry an edge out of the row.
      if (nextX < 0) nextX = 0;
      else if (nextX > width) nextX = width;
      addStretch(y * stride, x, nextX, down * sign);
      x = nextX;
    }
  }

  /** The part of an edge in one row: `area` is its height with its sign. */
  function addStretch(row: number, fromX: number, toX: number, area: number): void {
    const left = Math.min(fromX, toX);
    const right = Math.max(fromX, toX);
    const first = Math.floor(left);
    const end = Math.ceil(right);
    const at = row + first;
    if (end <= first + 1) {
      const share = area * ((left + right) / 2 - first);
      areas[at] = (areas[at] ?? 0) + area - share;
      areas[at + 1] = (areas[at + 1] ?? 0) + share;
      return;
    }
    const each = area / (right - left);
    const before = first + 1 - left;
    const after = right - (end - 1);
    // Sums of what the pixels so far hold, so that rounding adds up to the whole.
    let held = (each * before * before) / 2;
    let given = held;
    areas[at] = (areas[at] ?? 0) + held;
    for (let index = 1; index < end - first - 1; index += 1) {
      const sum = each * (before + index - 0.5);
      areas[at + index] = (areas[at + index] ?? 0) + sum - held;
      held = sum;
      given = sum;
    }
    const last = area - (each * after * after) / 2;
    areas[at + end - first - 1] = (areas[at + end - first - 1] ?? 0) + last - given;
    areas[at + end - first] = (areas[at + end - first] ?? 0) + area - last;
  }

  /** Where an edge crosses a side of the picture it is cut; what lies outside to the left covers the whole row. */
  function clipped(topX: number, topY: number, bottomX: number, bottomY: number, sign: number): void {
    const isInside = topX >= 0 && topX <= width && bottomX >= 0 && bottomX <= width;
    if (isInside) {
      inside(topX, topY, bottomX, bottomY, sign);
      return;
    }
    const bounds = [0, width].filter((x) => (topX < x && bottomX > x) || (topX > x && bottomX < x));
    if (topX > bottomX) bounds.reverse();
    let fromX = topX;
    let fromY = topY;
    for (const x of [...bounds, bottomX]) {
      const y = x === bottomX ? bottomY : topY + ((x - topX) * (bottomY - topY)) / (bottomX - topX);
      const clamp = (value: number) => Math.min(width, Math.max(0, value));
      if (y > fromY) inside(clamp(fromX), fromY, clamp(x), y, sign);
      fromX = x;
      fromY = y;
    }
  }

  return {
    begin(wide, high) {
      width = wide;
      height = high;
      stride = wide + 2;
      [left, top, right, bottom] = [wide, high, 0, 0];
      const length = stride * high;
      const isIdle = areas.length > KEPT && length <= KEPT;
      if (areas.length < length || isIdle)
        areas = new Float32Array(Math.max(length, isIdle ? 0 : areas.length));
    },
    edge(fromX, fromY, toX, toY) {
      const isDown = fromY < toY;
      const topY = isDown ? fromY : toY;
      const bottomY = isDown ? toY : fromY;
      if (topY >= height || bottomY <= 0 || topY === bottomY) return;
      left = Math.min(left, fromX, toX);
      right = Math.max(right, fromX, toX);
      top = Math.min(top, topY);
      bottom = Math.max(bottom, bottomY);
      if (isDown) clipped(fromX, fromY, toX, toY, 1);
      else clipped(toX, toY, fromX, fromY, -1);
    },
    end(pixel) {
      const [firstX, endX] = [Math.max(0, Math.floor(left)), Math.min(width, Math.ceil(right) + 1)];
      const [firstY, endY] = [Math.max(0, Math.floor(top)), Math.min(height, Math.ceil(bottom))];
      for (let y = firstY; y < endY; y += 1) {
        let sum = 0;
        let at = y * stride + firstX;
        for (let x = firstX; x < endX; x += 1, at += 1) {
          sum += areas[at] ?? 0;
          const size = sum < 0 ? -sum : sum;
          if (size > LEAST) pixel(x, y, Math.min(size, 1));
        }
        areas.fill(0, y * stride + firstX, (y + 1) * stride);
      }
    },
  };
}

/** Shares below this are what rounding leaves behind. */
const LEAST = 0.001;

/** Memory that is kept between pictures, in pixels: a large one gives its own back. */
const KEPT = 2_000_000;
