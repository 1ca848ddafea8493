import type { FontFamily } from "@/lib/paint/font-catalogue";
import { textsOf } from "@/lib/paint/layers/painters";
import type { ImageBook, Painter, PaintImage } from "@/lib/paint/painter";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import { giveBack } from "../compile/frame-memory";
import { paintMoving, type Shot } from "../compile/paint-moving";
import { paintPicture, touchedRows } from "../compile/paint-pieces";
import { compilePlates, type PlateSource, type Plates, paintFrame } from "../compile/plates";
import {
  type CompiledEncoding,
  compileEncoding,
  type EncodeOptions,
  encodeFrame,
  encodeMoving,
} from "../encode/encode-frame";
import { encodePage, encodeRaster, encodeSvg, type WholeOutput } from "../encode/encode-svg";
import { familyFiles } from "./family-files";
import { type Encoded, isOnWhite } from "./output";
import { sourceKey } from "./source-key";

/** Pictures by the key of their source. */
export type TaskImages = readonly (readonly [key: string, image: PaintImage])[];

type TaskFields = {
  plates: { source: PlateSource };
  encoding: { plates: Plates; slots: readonly (readonly ResolvedLayer[])[]; options: EncodeOptions };
  picture: {
    plates: Plates;
    encoding: CompiledEncoding;
    slots: readonly (readonly ResolvedLayer[])[];
    options: EncodeOptions;
  };
  moving: {
    plates: Plates;
    shots: readonly Shot[];
    step: number;
    kilobytes: number | null;
    /** Names what the shots are painted on and with; null: they are nobody else's. */
    name: string | null;
  };
  whole: { document: ResolvedDocument; scale: number; output: WholeOutput; locale?: string };
  drawing: { svg: string; output: WholeOutput };
  texts: { document: ResolvedDocument };
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
  moving: Encoded;
  drawing: Encoded;
  /** Ids of the texts that do not fit into their boxes, or are cut short. */
  texts: string[];
};

type Doers = {
  [T in TaskKind]: (painter: Painter, task: PaintTask<T>, image: ImageBook) => Promise<PaintResults[T]>;
};

const DOERS: Doers = {
  plates: (painter, { source }, image) => compilePlates(painter, source, image),
  encoding: async (painter, { plates, slots, options }, image) => {
    const { width, height, scale, channels, base } = plates;
    const canvas = { width: width / scale, height: height / scale, scale };
    // Where this picture has its changing layers, the next ones will have theirs; JPEG bands are cut for that.
    const expected = options.format === "jpg" ? await touchedRows(painter, slots.flat(), image, canvas) : [];
    return compileEncoding({ width, height, channels, data: base }, options, expected);
  },
  picture: async (painter, { plates, slots, encoding, options }, image) => {
    const { raster, changed } = await paintFrame(painter, plates, slots, image);
    try {
      return await encodeFrame(raster, changed, encoding, options);
    } finally {
      giveBack(raster.data);
    }
  },
  whole: async (painter, { document, scale, output, locale = null }, image) => {
    const { format } = output;
    if (format === "pdf")
      return encodePage(painter, await painter.paintPage(document, image), document.alt, locale);
    const raster = await paintPicture(painter, document, image, { scale, onWhite: isOnWhite(format) });
    return encodeRaster(raster, format, output);
  },
  moving: async (painter, { plates, shots, step, kilobytes, name, families }, image) => {
    const options = { name, fonts: familyFiles(families) };
    return encodeMoving(await paintMoving(painter, plates, shots, image, options), step, kilobytes);
  },
  drawing: (_painter, { svg, output }) => encodeSvg(svg, output),
  texts: async (painter, { document }) => {
    await painter.prepare(document);
    const laid = document.layers.flatMap(textsOf).map((text) => ({ text, layout: painter.layoutText(text) }));
    return laid.filter(({ layout }) => layout.overflows || layout.truncated).map(({ text }) => text.id);
  },
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
