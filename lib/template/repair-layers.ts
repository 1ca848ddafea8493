import { z } from "zod";
import { isRecord } from "./json-shape";
import type { Size } from "./layer-entry";
import { liftChildren } from "./lift-children";
import { LIMITS } from "./limits";
import { localId } from "./primitives";
import { entryNamed } from "./registry";
import { inWords, type RepairLog } from "./repair";
import { salvageObject } from "./salvage";
import type { Layer } from "./schema";
import { withinLimits } from "./within-limits";

/**
 * The layers of a damaged document. Each layer is mended by itself, so that a fault in one leaves the others as
 * they are. Groups deeper than the limit are dissolved into the deepest one allowed.
 */
export function repairLayers(input: unknown, canvas: Size, log: RepairLog): Layer[] {
  const used = idsIn(input);
  const taken = new Set<string>();
  const around = new Set<object>();
  let count = 0;
  let nameless = 0;

  const repairList = (list: unknown, path: string, depth: number): Layer[] => {
    if (!Array.isArray(list)) {
      log.add("wrong_type", path, `Expected a list of layers, got ${inWords(list)}.`);
      return [];
    }
    if (depth > LIMITS.jsonDepth) {
      log.add(
        "too_deep",
        path,
        `Groups are nested at most ${LIMITS.groupDepth} deep. What lies here was left out.`,
      );
      return [];
    }
    const layers: Layer[] = [];
    for (const [index, item] of list.entries()) {
      if (count >= LIMITS.layers) {
        const message = `A document has at most ${LIMITS.layers} layers. This one and those after it were left out.`;
        log.add("too_many_layers", `${path}/${index}`, message);
        break;
      }
      layers.push(...repairOne(item, `${path}/${index}`, depth));
    }
    return layers;
  };

  const repairOne = (item: unknown, path: string, depth: number): Layer[] => {
    if (!isRecord(item)) {
      log.add("item_dropped", path, `Expected a layer, got ${inWords(item)}. It was left out.`);
      return [];
    }
    if (around.has(item)) {
      log.add("layer_in_itself", path, "A group cannot hold itself. It was left out here.");
      return [];
    }
    const type = Object.hasOwn(item, "type") ? item.type : undefined;
    const entry = entryNamed(type);
    const schema = entry?.schema;
    if (entry === undefined || !(schema instanceof z.ZodObject)) {
      log.add(
        "unknown_layer_type",
        `${path}/type`,
        `Expected a known layer type, got ${inWords(type)}. It was left out.`,
      );
      return [];
    }
    count += 1;
    const id = claimId(Object.hasOwn(item, "id") ? item.id : undefined, path);
    if (!entry.holdsLayers) {
      const whole = entry.schema.safeParse(item);
      if (whole.success && whole.data.id === id) return [whole.data];
    }
    around.add(item);
    const mended = salvageObject(
      schema,
      item,
      entry.blank(id, canvas),
      path,
      {
        log,
        layers: (list, here) => repairList(list, here, depth + 1),
      },
      { id },
    );
    around.delete(item);
    const parsed = entry.schema.safeParse(mended);
    if (!parsed.success) {
      log.add("item_dropped", path, "Nothing of this layer could be used.");
      return [];
    }
    const layer = parsed.data;
    if (depth < LIMITS.groupDepth || entry.children(layer).length === 0) return [layer];
    const { layers, lost } = liftChildren(layer);
    const changes = lost.length === 0 ? "" : " It may look different from before.";
    const message = `Groups are nested at most ${LIMITS.groupDepth} deep. This one was dissolved.${changes}`;
    log.add("too_deep", path, message);
    return layers.map(withinLimits);
  };

  const claimId = (id: unknown, path: string): string => {
    if (localId.safeParse(id).success && typeof id === "string" && !taken.has(id)) {
      taken.add(id);
      return id;
    }
    if (typeof id === "string" && taken.has(id)) {
      log.add(
        "duplicate_layer_id",
        `${path}/id`,
        `Layer id ${inWords(id)} is taken. The layer has a new one.`,
      );
    } else {
      log.add(
        "missing_layer_id",
        `${path}/id`,
        `Expected an id, got ${inWords(id)}. The layer has a new one.`,
      );
    }
    do nameless += 1;
    while (used.has(`layer-${nameless}`));
    return `layer-${nameless}`;
  };

  return repairList(input, "/layers", 1);
}

/** Every id anywhere in the data, so that a new one never takes the id of a layer that comes later. */
function idsIn(root: unknown): Set<string> {
  const ids = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [name, inner] of Object.entries(value)) {
      if (name === "id" && typeof inner === "string") ids.add(inner);
      else open.push(inner);
    }
  }
  return ids;
}
