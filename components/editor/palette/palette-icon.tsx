import { Braces, UserRound } from "lucide-react";
import type { PaletteDeed } from "@/lib/editor/palette";
import { ActionIcon } from "../action-icon";
import { LayerIcon } from "../layers/layer-icon";

/** What kind of thing a line of the palette leads to. */
export function PaletteIcon({ deed }: { deed: PaletteDeed }) {
  switch (deed.kind) {
    case "action":
      return <ActionIcon name={deed.icon} />;
    case "layer":
      return <LayerIcon layer={deed.layer} className="size-4" />;
    case "field":
      return <Braces aria-hidden className="size-4" />;
    case "sample":
      return <UserRound aria-hidden className="size-4" />;
  }
}
