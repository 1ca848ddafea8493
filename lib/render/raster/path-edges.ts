import type { Matrix } from "@/lib/template/geometry";

/** How far a chord may lie from its curve, pixels: a fiftieth changes a pixel by 5 of 255 at most, and only at edges. */
const FLATNESS = 0.02;

/** Chords of one curve at most, so that a curve of any size ends. */
const MOST_CHORDS = 500;

type Edge = (fromX: number, fromY: number, toX: number, toY: number) => void;

/**
 * Walks the path data of an SVG element through a matrix and gives the edges of its outlines, each closed. Curves
 * become chords. Arcs and short forms of curves are not read: letters and codes have none.
 */
export function pathEdges(data: string, matrix: Matrix, edge: Edge): void {
  const [a, b, c, d, e, f] = matrix;
  const zoom = Math.sqrt(Math.max(a * a + b * b, c * c + d * d));
  let at = 0;
  // The pen in the units of the data.
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;

  function number(): number {
    while (at < data.length && isBetween(data.charCodeAt(at))) at += 1;
    let sign = 1;
    if (data.charCodeAt(at) === MINUS) {
      sign = -1;
      at += 1;
    }
    let value = 0;
    let digit = data.charCodeAt(at) - ZERO;
    const from = at;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      at += 1;
      digit = data.charCodeAt(at) - ZERO;
    }
    if (data.charCodeAt(at) === POINT) {
      at += 1;
      let unit = 0.1;
      digit = data.charCodeAt(at) - ZERO;
      while (digit >= 0 && digit <= 9) {
        value += digit * unit;
        unit /= 10;
        at += 1;
        digit = data.charCodeAt(at) - ZERO;
      }
    }
    return at === from ? Number.NaN : sign * value;
  }

  function lineTo(toX: number, toY: number): void {
    edge(a * x + c * y + e, b * x + d * y + f, a * toX + c * toY + e, b * toX + d * toY + f);
    x = toX;
    y = toY;
  }

  function close(): void {
    if (x !== startX || y !== startY) lineTo(startX, startY);
  }

  /** A curve cut at equal steps of its parameter; `bend` is how far it is from a straight line, in units of the data. */
  function chords(bend: number, pointAt: (share: number) => void): void {
    const count = Math.min(MOST_CHORDS, Math.max(1, Math.ceil(Math.sqrt((bend * zoom) / FLATNESS))));
    for (let index = 1; index <= count; index += 1) pointAt(index / count);
  }

  function quadratic(controlX: number, controlY: number, toX: number, toY: number): void {
    const [fromX, fromY] = [x, y];
    const bend = Math.hypot(fromX - 2 * controlX + toX, fromY - 2 * controlY + toY) / 4;
    chords(bend, (t) => {
      const u = 1 - t;
      const [p, q, r] = [u * u, 2 * u * t, t * t];
      lineTo(p * fromX + q * controlX + r * toX, p * fromY + q * controlY + r * toY);
    });
  }

  function cubic(x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void {
    const [fromX, fromY] = [x, y];
    // The second derivative bounds how far a chord is from its curve: 6 times the larger bend, an eighth of a step squared.
    const bend =
      0.75 *
      Math.max(
        Math.hypot(fromX - 2 * x1 + x2, fromY - 2 * y1 + y2),
        Math.hypot(x1 - 2 * x2 + toX, y1 - 2 * y2 + toY),
      );
    chords(bend, (t) => {
      const u = 1 - t;
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      lineTo(p * fromX + q * x1 + r * x2 + s * toX, p * fromY + q * y1 + r * y2 + s * toY);
    });
  }

  let command = 0;
  while (true) {
    while (at < data.length && isBetween(data.charCodeAt(at))) at += 1;
    if (at >= data.length) break;
    const code = data.charCodeAt(at);
    if (isLetter(code)) {
      command = code;
      at += 1;
    } else if (command === MOVE || command === MOVE + SMALL) {
      // More pairs after a move are lines.
      command += LINE - MOVE;
    }
    const isRelative = command >= MOVE_ANY_SMALL;
    const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
    switch (isRelative ? command - SMALL : command) {
      case MOVE:
        close();
        x = baseX + number();
        y = baseY + number();
        startX = x;
        startY = y;
        break;
      case LINE:
        lineTo(baseX + number(), baseY + number());
        break;
      case LEVEL:
        lineTo(baseX + number(), y);
        break;
      case UPRIGHT:
        lineTo(x, baseY + number());
        break;
      case QUADRATIC:
        quadratic(baseX + number(), baseY + number(), baseX + number(), baseY + number());
        break;
      case CUBIC:
        cubic(
          baseX + number(),
          baseY + number(),
          baseX + number(),
          baseY + number(),
          baseX + number(),
          baseY + number(),
        );
        break;
      case CLOSE:
        close();
        command = 0;
        break;
      default:
        throw new Error(`path data holds a command that is not read: ${String.fromCharCode(command)}`);
    }
  }
  close();
}

const SMALL = 32;
const MOVE_ANY_SMALL = 97;
const [ZERO, POINT, MINUS, COMMA] = [48, 46, 45, 44];
const [MOVE, LINE, LEVEL, UPRIGHT] = [77, 76, 72, 86];
const [QUADRATIC, CUBIC, CLOSE] = [81, 67, 90];

function isBetween(code: number): boolean {
  return code === COMMA || code <= 32;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
