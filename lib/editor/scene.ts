import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";

/**
 * What has to be painted once and may then be moved and turned for free: a layer at the origin, unturned. The
 * same object for as long as nothing in it changes, so whoever holds a picture of it need not paint again.
 */
export type PaintUnit = {
  /** Says everything about the layer but its place; equal keys paint equal pictures. */
  readonly paintKey: string;
  readonly layer: ResolvedLayer;
};

type Placed = {
  /** Id of the layer. */
  readonly id: string;
  /** Top left of the unrotated box in the parent node, px; `rotation` in degrees about the box's centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
};

export type SceneNode =
  | (Placed & { readonly kind: "picture"; readonly unit: PaintUnit })
  | (Placed & { readonly kind: "group"; readonly children: readonly SceneNode[] });

export type Scene = {
  /** The empty canvas with its background: the one unit that is a document. */
  readonly canvas: ResolvedDocument;
  /** Back to front. */
  readonly nodes: readonly SceneNode[];
};

/**
 * The stage's plan of a resolved document. Whatever is as it was in `before` is the very same object: a node
 * that did not change at all, a unit that was only moved. A group with opacity, shadow or a mask of its own
 * is painted as one picture, because those count for all of it at once; any other group is only a place for its
 * children.
 */
export function projectScene(document: ResolvedDocument, before?: Scene): Scene {
  const nodes = projectNodes(document.layers, before?.nodes ?? []);
  const canvas = { ...document, alt: "", layers: NONE };
  const sameCanvas = before && isSameCanvas(before.canvas, canvas);
  if (sameCanvas && nodes === before.nodes) return before;
  return { canvas: sameCanvas ? before.canvas : canvas, nodes };
}

const NONE: ResolvedLayer[] = [];

function isSameCanvas(one: ResolvedDocument, other: ResolvedDocument): boolean {
  const areSameParts = Object.entries(one).every(([key, value]) => value === Reflect.get(other, key));
  return areSameParts || JSON.stringify(one) === JSON.stringify(other);
}

function projectNodes(layers: readonly ResolvedLayer[], before: readonly SceneNode[]): readonly SceneNode[] {
  const earlier = new Map(before.map((node) => [node.id, node]));
  const nodes = layers.map((layer) => projectNode(layer, earlier.get(layer.id)));
  const same = nodes.length === before.length && nodes.every((node, index) => node === before[index]);
  return same ? before : nodes;
}

function projectNode(layer: ResolvedLayer, before: SceneNode | undefined): SceneNode {
  const { id, x, y, width, height, rotation } = layer;
  const place: Placed = { id, x, y, width, height, rotation };
  if ("children" in layer && !layer.masked && layer.opacity === 1 && layer.shadow === null) {
    const group = before?.kind === "group" ? before : undefined;
    const children = projectNodes(layer.children, group?.children ?? []);
    if (group && children === group.children && samePlace(place, group)) return group;
    return { kind: "group", ...place, children };
  }
  const picture = before?.kind === "picture" ? before : undefined;
  const unit = unitOf(layer, picture?.unit);
  return picture && unit === picture.unit && samePlace(place, picture)
    ? picture
    : { kind: "picture", ...place, unit };
}

/** Units of layers that kept their identity; resolving keeps it for layers that no field changes. */
const units = new WeakMap<ResolvedLayer, PaintUnit>();

function unitOf(layer: ResolvedLayer, before: PaintUnit | undefined): PaintUnit {
  const known = units.get(layer);
  if (known && (!before || known.paintKey === before.paintKey)) return before ?? known;
  if (before && paintsAlike(layer, before.layer)) {
    units.set(layer, before);
    return before;
  }
  const unplaced = { ...layer, x: 0, y: 0, rotation: 0 };
  // Name, locks and brand values are the designer's business: they show nowhere in the picture.
  const paintKey = JSON.stringify({ ...unplaced, name: "", locked: false, locks: [], tokens: {} });
  const unit = before?.paintKey === paintKey ? before : { paintKey, layer: unplaced };
  units.set(layer, unit);
  return unit;
}

/** What the picture of a layer does not show: where it is, and what is the designer's business alone. */
const UNSEEN: ReadonlySet<string> = new Set(["x", "y", "rotation", "name", "locked", "locks", "tokens"]);

/** Whether two layers are made of the very same parts but for their places: true for most that were only moved. */
function paintsAlike(one: ResolvedLayer, other: ResolvedLayer): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => UNSEEN.has(key) || Reflect.get(one, key) === Reflect.get(other, key))
  );
}

function samePlace(one: Placed, other: Placed): boolean {
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height &&
    one.rotation === other.rotation
  );
}

/** Whether `later` has what `earlier` has, in the same order, turn and size: only where it stands may differ. */
export function isOnlyMoved(earlier: Scene, later: Scene): boolean {
  return earlier.canvas === later.canvas && areOnlyMoved(earlier.nodes, later.nodes);
}

function areOnlyMoved(earlier: readonly SceneNode[], later: readonly SceneNode[]): boolean {
  if (earlier === later) return true;
  return (
    earlier.length === later.length &&
    earlier.every((one, index) => {
      const other = later[index];
      if (one === other) return true;
      if (!other || one.id !== other.id || !samePlace({ ...one, x: other.x, y: other.y }, other))
        return false;
      if (one.kind === "picture") return other.kind === "picture" && one.unit === other.unit;
      return other.kind === "group" && areOnlyMoved(one.children, other.children);
    })
  );
}

/** Every unit of the scene by the id of its layer: what the stage needs pictures of. */
export function unitsOf(nodes: readonly SceneNode[]): Map<string, PaintUnit> {
  const found = new Map<string, PaintUnit>();
  const walk = (node: SceneNode) => {
    if (node.kind === "picture") found.set(node.id, node.unit);
    else node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return found;
}
