import type { FontFamily } from "@/lib/paint/font-catalogue";
import type { ImageBook, Painter, PaintImage } from "@/lib/paint/painter";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import { compilePlates, type PlateSource, type Plates, paintFrame } from "../compile/plates";
import {
  type CompiledEncoding,
  compileEncoding,
  type EncodeOptions,
  encodeFrame,
} from "../encode/encode-frame";
import { encodeSvg, type SvgOutput } from "../encode/encode-svg";
import type { Encoded } from "./output";
import { sourceKey } from "./source-key";

/** Pictures by the key of their source. */
export type TaskImages = readonly (readonly [key: string, image: PaintImage])[];

type TaskFields = {
  plates: { source: PlateSource };
  encoding: { plates: Plates; options: EncodeOptions };
  picture: {
    plates: Plates;
    encoding: CompiledEncoding;
    slots: readonly (readonly ResolvedLayer[])[];
    options: EncodeOptions;
  };
  whole: { document: ResolvedDocument; scale: number; output: SvgOutput };
  drawing: { svg: string; output: SvgOutput };
};

export type TaskKind = keyof TaskFields;

/** What a painting thread is asked, by the kind of task: plain data and shared memory only. */
export type PaintTask<K extends TaskKind = TaskKind> = {
  [T in TaskKind]: { kind: T; images: TaskImages; families: readonly FontFamily[] } & TaskFields[T];
}[K];

/** What it answers. */
export type PaintResults = {
  plates: Plates;
  encoding: CompiledEncoding;
  picture: Encoded;
  whole: Encoded;
  drawing: Encoded;
};

type Doers = {
  [T in TaskKind]: (painter: Painter, task: PaintTask<T>, image: ImageBook) => Promise<PaintResults[T]>;
};

const DOERS: Doers = {
  plates: (painter, { source }, image) => compilePlates(painter, source, image),
  encoding: (_painter, { plates, options }) => {
    const { width, height, channels, base } = plates;
    return compileEncoding({ width, height, channels, data: base }, options);
  },
  picture: async (painter, { plates, slots, encoding, options }, image) => {
    const { raster, changed } = await paintFrame(painter, plates, slots, image);
    return encodeFrame(raster, changed, encoding, options);
  },
  whole: async (painter, { document, scale, output }, image) =>
    encodeSvg(await painter.paintDocument(document, image, scale), output),
  drawing: (_painter, { svg, output }) => encodeSvg(svg, output),
};

/** Does a task. Everything that decides pixels on the server goes through here, in a thread or not. */
export function runPaintTask<K extends TaskKind>(
  painter: Painter,
  task: PaintTask<K> & { kind: K },
): Promise<PaintResults[K]> {
  painter.addFamilies(task.families);
  const pictures = new Map(task.images);
  const kind: K = task.kind;
  return DOERS[kind](painter, task, (source) => pictures.get(sourceKey(source)) ?? null);
}
