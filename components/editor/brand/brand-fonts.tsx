"use client";

import { useBrandTarget, useEditorKit } from "./brand-target";

/** Fonts of the kit above all others, by what they are for. Choosing one follows it where that can be. */
export function BrandFonts({ onPick }: { onPick: (family: string) => void }) {
  const target = useBrandTarget();
  const { fonts } = useEditorKit();
  if (fonts.length === 0) return null;
  return (
    <div className="border-b p-1">
      <p aria-hidden className="px-2 pt-1 pb-1 font-medium text-faint text-xs">
        Brand
      </p>
      <ul aria-label="Brand fonts">
        {fonts.map((font) => (
          <li key={font.id}>
            <button
              type="button"
              aria-pressed={target?.followed?.id === font.id}
              onClick={() => {
                target?.follow({ kind: "font", ...font });
                onPick(font.fontFamily);
              }}
              className="flex h-8 w-full items-center justify-between gap-2 rounded-md px-2 text-left text-sm hover:bg-hover aria-pressed:bg-accent-soft"
            >
              <span className="truncate">{font.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
