import type { Bindable, Section, Size } from "./layer-entry";
import { LIMITS } from "./limits";
import type { LayerBase } from "./primitives";

/** The properties all layers share, for a new layer of `width` x `height` in the middle of the canvas. */
export function centredBase(id: string, name: string, size: Size, canvas: Size): LayerBase {
  const width = Math.max(1, Math.round(size.width));
  const height = Math.max(1, Math.round(size.height));
  return {
    id,
    name,
    x: Math.round((canvas.width - width) / 2),
    y: Math.round((canvas.height - height) / 2),
    width,
    height,
    rotation: 0,
    opacity: 1,
    shadow: null,
    visible: true,
    locked: false,
    locks: [],
    tokens: {},
    hideWhenMissing: [],
    rules: [],
    bindings: [],
  };
}

/** A length multiplied and kept inside its limits, to 0.01 px. */
export function scaled(length: number, factor: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.round(length * factor * 100) / 100));
}

/** For entries of types that hold no other layers. */
export const NO_CHILDREN = {
  holdsLayers: false,
  children: () => [],
  withChildren: <L>(layer: L): L => layer,
};

/** What fields and rules can set on a layer of any type. A group has no size of its own to set. */
export const BASE_BINDABLE: readonly Bindable[] = [
  { path: "visible", label: "Visible", kind: "boolean" },
  { path: "opacity", label: "Opacity", kind: "share" },
  { path: "x", label: "X", kind: "number" },
  { path: "y", label: "Y", kind: "number" },
  { path: "rotation", label: "Rotation", kind: "number" },
];
export const SIZE_BINDABLE: readonly Bindable[] = [
  { path: "width", label: "Width", kind: "number" },
  { path: "height", label: "Height", kind: "number" },
];

const { coordinate } = LIMITS;

/** Inspector sections above those of the layer's type. */
export const PLACEMENT_SECTIONS: readonly Section[] = [
  {
    title: "Layout",
    controls: [
      { kind: "number", path: "x", label: "X", min: -coordinate, max: coordinate, step: 1, unit: "px" },
      { kind: "number", path: "y", label: "Y", min: -coordinate, max: coordinate, step: 1, unit: "px" },
      { kind: "number", path: "width", label: "Width", min: 1, max: coordinate, step: 1, unit: "px" },
      { kind: "number", path: "height", label: "Height", min: 1, max: coordinate, step: 1, unit: "px" },
      { kind: "number", path: "rotation", label: "Rotation", min: -360, max: 360, step: 1, unit: "°" },
    ],
  },
];

/** Inspector sections below those of the layer's type. */
export const EFFECT_SECTIONS: readonly Section[] = [
  {
    title: "Effects",
    controls: [
      { kind: "share", path: "opacity", label: "Opacity" },
      { kind: "shadow", path: "shadow", label: "Shadow" },
    ],
  },
  {
    title: "When data is missing",
    controls: [
      {
        kind: "fields",
        path: "hideWhenMissing",
        label: "Hide this layer without",
        hint: "The layer is left out when any of these fields has no value.",
      },
    ],
  },
];
