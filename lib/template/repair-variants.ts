import { claimIds } from "./claim-ids";
import { isRecord } from "./json-shape";
import { LIMITS } from "./limits";
import { inWords, type RepairLog } from "./repair";
import { leaf, listOf } from "./repair-fields";
import { salvage } from "./salvage";
import { type Variant, variant } from "./variant";

/** The other sizes of a damaged document, each with an id of its own, overriding only layers that there are. */
export function repairVariants(input: unknown, layerIds: ReadonlySet<string>, log: RepairLog): Variant[] {
  const items = listOf(input, "/variants", LIMITS.variants, log);
  const ids = claimIds(items, "size", (index, message) =>
    log.add("duplicate_variant_id", `/variants/${index}/id`, message),
  );
  return items.flatMap((item, index) => {
    const path = `/variants/${index}`;
    const blank = { name: "", overrides: {} };
    const given = isRecord(item) ? { ...item, id: ids[index] } : item;
    const mended = variant.safeParse(salvage(variant, given, blank, path, leaf(log)));
    if (!mended.success) {
      log.add("item_dropped", path, "Nothing of this size could be used.");
      return [];
    }
    const overrides = Object.entries(mended.data.overrides).filter(([layerId]) => {
      if (layerIds.has(layerId)) return true;
      const message = `There is no layer ${inWords(layerId)}. What this size changes of it was left out.`;
      log.add("unknown_layer", `${path}/overrides/${layerId}`, message);
      return false;
    });
    return [{ ...mended.data, overrides: Object.fromEntries(overrides) }];
  });
}
