"use client";

import { PictureTiles } from "@/components/pictures/picture-tiles";
import type { BrandLogo } from "@/lib/template/brand";
import { useEditor } from "../editor-context";
import { useEditorKit } from "./brand-target";

/** Logos of the kit, before all other pictures. */
export function BrandLogos({ value, onPick }: { value: string | null; onPick: (logo: BrandLogo) => void }) {
  const { pictures } = useEditor();
  const { logos } = useEditorKit();
  if (logos.length === 0) return null;
  return (
    <section aria-label="Logos" className="grid gap-1.5">
      <h3 className="font-medium text-faint text-xs">Logos</h3>
      <PictureTiles
        label="Logos of the brand kit"
        className="max-h-40 grid-cols-4"
        tiles={logos.map((logo) => ({
          key: logo.id,
          label: `Logo ${logo.name}`,
          name: logo.name,
          src: pictures.assetUrl(logo.assetId),
          pressed: logo.assetId === value,
          onPick: () => onPick(logo),
        }))}
      />
    </section>
  );
}
