"use client";

import { SlidersHorizontal } from "lucide-react";
import type { BrandTextStyle } from "@/lib/template/brand";
import { addBrandItem, changeBrandItem, freeBrandName } from "@/lib/template/brand-commands";
import { newBrandId } from "../editor/brand/new-brand-id";
import { Button } from "../ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { BrandRow } from "./brand-row";
import { BrandSection } from "./brand-section";
import type { Families } from "./families";
import { FontSample } from "./fonts-section";
import type { SectionProps } from "./paint-sections";
import { TextStyleForm } from "./text-style-form";
import { textStyleWords } from "./text-style-words";

const NEW_STYLE = {
  ...{ fontWeight: 700, italic: false, fontSize: 48, letterSpacing: 0, lineHeight: 1.2 },
  ...{ transform: "none" as const, color: "#111827", colorToken: null },
};

export function TextStylesSection({ edit, canEdit, families }: SectionProps & { families: Families }) {
  const { kit, store, onAdded } = edit;

  function add() {
    const id = newBrandId();
    const name = freeBrandName(kit, "textStyles", "Headline");
    const fontFamily = kit.fonts[0]?.fontFamily ?? "Inter";
    const style: BrandTextStyle = { ...NEW_STYLE, id, name, fontFamily };
    store.change("Add text style", (before) => addBrandItem(before, "textStyles", style));
    onAdded(id);
  }

  return (
    <BrandSection
      {...{ list: "textStyles", title: "Text styles", edit, canEdit, onAdd: add }}
      description="Family, size, spacing and colour under one name. Texts follow the style they are given."
    >
      {kit.textStyles.map((item, index) => {
        const words = textStyleWords(
          item,
          families.named(item.fontFamily)?.label ?? "A font that is not here",
        );
        return (
          <BrandRow
            key={item.id}
            {...{ list: "textStyles", item, index, edit, canEdit, count: kit.textStyles.length }}
            preview={
              <FontSample
                family={item.fontFamily}
                weight={item.fontWeight}
                italic={item.italic}
                color={item.color}
              />
            }
          >
            <span className="max-w-24 truncate text-faint text-xs" title={words}>
              {words}
            </span>
            {canEdit ? (
              <Popover>
                <PopoverTrigger asChild>
                  <Button
                    size="small"
                    aria-label={`Change ${item.name}`}
                    icon={<SlidersHorizontal aria-hidden className="size-3.5" />}
                  >
                    Change
                  </Button>
                </PopoverTrigger>
                <PopoverContent align="end" aria-label={item.name} className="w-72">
                  <TextStyleForm
                    style={item}
                    kit={kit}
                    families={families}
                    onChange={(change, merge) =>
                      store.change(
                        "Change text style",
                        (before) => changeBrandItem(before, item.id, change),
                        merge,
                      )
                    }
                  />
                </PopoverContent>
              </Popover>
            ) : null}
          </BrandRow>
        );
      })}
    </BrandSection>
  );
}
