"use client";

import { Button } from "@/components/ui/button";
import { layerLabel } from "@/lib/editor/layer-label";
import { maskOf } from "@/lib/template/layers/group";
import type { Layer } from "@/lib/template/schema";
import type { Actions } from "../use-actions";

/** What a masked group is, and the way back; nothing for any other layer. */
export function MaskNote({
  layer,
  actions,
  disabled,
}: {
  layer: Layer;
  actions: Actions;
  disabled: boolean;
}) {
  const mask = maskOf(layer);
  if (!mask) return null;
  return (
    <div className="grid gap-2 border-b px-3 py-2.5 text-xs">
      <p className="wrap-anywhere text-muted">
        <span className="font-medium text-text">Mask group.</span>{" "}
        {mask.visible
          ? `The others show only where “${layerLabel(mask)}”, the backmost layer, has something to show.`
          : `“${layerLabel(mask)}” is hidden, so it cuts out nothing.`}
      </p>
      <Button size="small" disabled={disabled} onClick={() => actions.run("releaseMask")}>
        Release mask
      </Button>
    </div>
  );
}
