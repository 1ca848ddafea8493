"use client";

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
      <ul className="grid max-h-40 grid-cols-4 gap-1.5 overflow-y-auto p-0.5">
        {logos.map((logo) => (
          <li key={logo.id}>
            <button
              type="button"
              aria-label={`Logo ${logo.name}`}
              aria-pressed={logo.assetId === value}
              title={logo.name}
              onClick={() => onPick(logo)}
              className="checkered block aspect-square w-full overflow-hidden rounded-md ring-1 ring-line ring-inset hover:ring-field-line aria-pressed:outline-2 aria-pressed:outline-accent"
            >
              {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
              <img
                src={pictures.assetUrl(logo.assetId)}
                alt=""
                loading="lazy"
                className="size-full object-contain"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
