import { expect, test } from "vitest";
import { meaningfulValues } from "@/lib/link/literal-tag";
import type { TextLayer } from "@/lib/template/layers/text";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Document, SampleRow } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { stressPictureAt, stressPictureSvg } from "@/lib/template/stress-pictures";
import { stressRows } from "@/lib/template/stress-set";
import { textsOf } from "./layers/painters";
import type { ImageBook, Painter, TextLayout } from "./painter";
import { nodePainter } from "./testing/node-painter";

/**
 * Every starter with every row of the stress set: nothing leaves its box, and all text can be read at the width the
 * picture is shown at. The table it prints says for each pair the smallest text on the screen and how many texts
 * overflow.
 */

/** Smallest text that counts as readable at display size, px. */
const READABLE = 9;
/** Any time will do, as long as it is always the same: some starters ask how long it is until a date. */
const NOW = Date.UTC(2026, 10, 21, 12);

type Cell = { row: string; smallest: number; at: string; overflowing: string[] };

const pictures: ImageBook = (source) => {
  if (source.kind !== "url") return null;
  const size = stressPictureAt(source.url);
  const svg = stressPictureSvg(source.url);
  return size && svg ? { href: `data:image/svg+xml,${encodeURIComponent(svg)}`, ...size } : null;
};

/** Rows that are painted as well: the others differ from them in their letters alone, which are laid out for each. */
const PAINTED = new Set(["no-value", "emoji", "negative-number", "tall-picture"].map((id) => `stress-${id}`));

/** Layers that no value changes are the same objects with every row, and lie the same. */
const layouts = new WeakMap<ResolvedLayer, ReadonlyMap<TextLayer, TextLayout>>();

async function layoutsOf(
  painter: Painter,
  layer: ResolvedLayer,
): Promise<ReadonlyMap<TextLayer, TextLayout>> {
  const known = layouts.get(layer);
  if (known) return known;
  await painter.prepare({ layers: [layer] });
  const laid = new Map(textsOf(layer).map((text) => [text, painter.layoutText(text)]));
  layouts.set(layer, laid);
  return laid;
}

async function stressed(painter: Painter, document: Document, row: SampleRow): Promise<Cell> {
  const { id, name, values } = row;
  const resolved = resolveDocument(document, meaningfulValues(values), { now: NOW }).document;
  if (PAINTED.has(id)) {
    expect(await painter.paintDocument(resolved, pictures)).not.toMatch(/NaN|undefined|Infinity/);
  }
  const shown = document.displayWidth / document.width;
  const cell: Cell = { row: name, smallest: Number.POSITIVE_INFINITY, at: "", overflowing: [] };
  for (const layer of resolved.layers) {
    for (const [text, { lines, overflows }] of await layoutsOf(painter, layer)) {
      if (overflows) cell.overflowing.push(text.name);
      for (const { fontSize } of lines.flatMap(({ runs }) => runs)) {
        if (fontSize * shown >= cell.smallest) continue;
        cell.smallest = fontSize * shown;
        cell.at = text.name;
      }
    }
  }
  return cell;
}

/** Starters down, rows across by number: the smallest text in px, and behind a mark how many texts overflow. */
function tableOf(cells: ReadonlyMap<string, readonly Cell[]>): string {
  const names = [...new Set([...cells.values()].flatMap((row) => row.map((cell) => cell.row)))];
  const legend = names.map((name, index) => `${index + 1} ${name}`).join(" · ");
  const head = ["".padEnd(24), ...names.map((_, index) => String(index + 1).padStart(5))].join("");
  const lines = Array.from(cells, ([starter, row]) => {
    const columns = names.map((name) => {
      const cell = row.find((each) => each.row === name);
      if (!cell) return "";
      const overflow = cell.overflowing.length > 0 ? `!${cell.overflowing.length}` : "";
      return `${Number.isFinite(cell.smallest) ? (Math.floor(cell.smallest * 10) / 10).toFixed(1) : "-"}${overflow}`;
    });
    return [starter.slice(0, 23).padEnd(24), ...columns.map((text) => text.padStart(5))].join("");
  });
  return ["Smallest text at display size, px; !n: n texts overflow", legend, head, ...lines].join("\n");
}

test("no starter overflows or becomes unreadable with any row of the stress set", async () => {
  const painter = await nodePainter();
  const cells = new Map<string, readonly Cell[]>();
  for (const { id, document } of STARTERS) {
    const row: Cell[] = [];
    for (const values of stressRows(document)) row.push(await stressed(painter, document, values));
    cells.set(id, row);
  }
  process.stdout.write(`${tableOf(cells)}\n`);
  const faults = Array.from(cells).flatMap(([starter, row]) =>
    row.flatMap(({ row: name, smallest, at, overflowing }) => [
      ...overflowing.map((layer) => `${starter}, ${name}: "${layer}" overflows`),
      ...(smallest < READABLE ? [`${starter}, ${name}: "${at}" is ${smallest.toFixed(1)} px on screen`] : []),
    ]),
  );
  expect(faults).toEqual([]);
}, 120_000);
