import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import type { GroupLayer } from "@/lib/template/layers/group";
import type { TextLayer } from "@/lib/template/layers/text";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";

type Change<L> = Partial<Omit<L, "id" | "type">>;

const canvas = { width: 1200, height: 628 };

export function rectangle(id: string, change: Change<Layer> = {}): Layer {
  return { ...ENTRIES.shape.create(id, canvas), name: id, x: 0, y: 0, width: 100, height: 50, ...change };
}

export function text(id: string, words: string, change: Change<TextLayer> = {}): TextLayer {
  return { ...ENTRIES.text.create(id, canvas), runs: [{ text: words, style: {} }], ...change };
}

export function group(id: string, children: Layer[], change: Change<GroupLayer> = {}): GroupLayer {
  return {
    ...ENTRIES.group.create(id, canvas),
    name: id,
    x: 0,
    y: 0,
    width: 400,
    height: 300,
    children,
    ...change,
  };
}

export function field(key: string, fallback = ""): Field {
  return { key, label: key, type: "text", fallback, format: DEFAULT_FORMAT };
}

/** A document of the canvas above with these layers, back to front. */
export function documentWith(layers: Layer[], change: Partial<Document> = {}): Document {
  return { ...createDocument({ ...canvas, displayWidth: 600 }), layers, ...change };
}

/** Ids in order: n1, n2, n3... */
export function createIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `n${count}`;
  };
}
