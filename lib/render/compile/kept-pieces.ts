import { LRUCache } from "lru-cache";
import { sourcesOf } from "@/lib/paint/layers/painters";
import type { Painter } from "@/lib/paint/painter";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Canvas, Piece } from "./paint-pieces";

/** Memory of one painter for pieces, bytes: some minutes of digits as outlines, or the last moments of large ones in pixels. */
const KEPT_BYTES = 8 * 1024 * 1024;

/** A moment's digits as outlines take about so much, bytes. */
const OUTLINES = 32 * 1024;

export type KeptPieces = {
  get: (layer: ResolvedLayer) => Piece[] | undefined;
  keep: (layer: ResolvedLayer, pieces: Piece[]) => void;
};

const painters = new WeakMap<Painter, LRUCache<string, Piece[]>>();

/**
 * What a painter painted of layers that the time changes: digits are the same for everybody who counts to the same
 * moment. `fonts` tells apart what families stand for.
 */
export function keptPieces(painter: Painter, { width, height, scale }: Canvas, fonts: string): KeptPieces {
  const known =
    painters.get(painter) ??
    new LRUCache<string, Piece[]>({ maxSize: KEPT_BYTES, sizeCalculation: (pieces) => sizeOf(pieces) });
  painters.set(painter, known);
  const keyOf = (layer: ResolvedLayer) => JSON.stringify([width, height, scale, fonts, layer]);
  return {
    // Whose pictures are by address shows what was loaded.
    get: (layer) => (showsPictures(layer) ? undefined : known.get(keyOf(layer))),
    keep: (layer, pieces) => void (showsPictures(layer) || known.set(keyOf(layer), pieces)),
  };
}

function showsPictures(layer: ResolvedLayer): boolean {
  return sourcesOf(layer).some(({ kind }) => kind !== "none");
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + ("shapes" in piece ? OUTLINES : piece.data.length), 1_000);
}
