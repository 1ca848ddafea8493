"use client";

import { Plus } from "lucide-react";
import { addBrandItem, changeBrandItem, freeBrandName } from "@/lib/template/brand-commands";
import { contrast } from "@/lib/template/contrast";
import { newBrandId } from "../editor/brand/new-brand-id";
import { cssFontName, useCssFont } from "../editor/pictures/font-files";
import { faceFor } from "../editor/pictures/user-fonts";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { BrandRow } from "./brand-row";
import { BrandSection } from "./brand-section";
import { type Families, familyOptions } from "./families";
import type { SectionProps } from "./paint-sections";

/** What a kit's fonts are for, as most brands have it; further ones get a name of their own. */
const ROLES = ["Headings", "Body"];

export function FontsSection({ edit, canEdit, families }: SectionProps & { families: Families }) {
  const { kit, store, onAdded } = edit;
  const taken = new Set(kit.fonts.map(({ name }) => name));

  function add(role: string, isOwn: boolean) {
    const id = newBrandId();
    const name = freeBrandName(kit, "fonts", role);
    store.change("Add font", (before) => addBrandItem(before, "fonts", { id, name, fontFamily: "Inter" }));
    if (isOwn) onAdded(id);
  }

  return (
    <BrandSection
      {...{ list: "fonts", title: "Fonts", edit, canEdit }}
      description="Families for headings, body text and whatever else, the workspace's uploads among them."
      add={
        <span className="flex flex-wrap gap-2">
          {[...ROLES.filter((role) => !taken.has(role)), "Font"].map((role) => (
            <Button
              key={role}
              size="small"
              icon={<Plus aria-hidden className="size-3.5" />}
              onClick={() => add(role, role === "Font")}
            >
              Add {role === "Font" ? "font" : `font for ${role.toLowerCase()}`}
            </Button>
          ))}
        </span>
      }
    >
      {kit.fonts.map((item, index) => (
        <BrandRow
          key={item.id}
          {...{ list: "fonts", item, index, edit, canEdit, count: kit.fonts.length }}
          preview={<FontSample family={item.fontFamily} weight={400} italic={false} />}
        >
          {canEdit ? (
            <Select
              aria-label={`Family of ${item.name}`}
              size="small"
              className="w-36!"
              value={item.fontFamily}
              options={familyOptions(families, item.fontFamily)}
              onValueChange={(fontFamily) =>
                store.change("Change font", (before) => changeBrandItem(before, item.id, { fontFamily }))
              }
            />
          ) : (
            <span className="truncate text-faint text-xs">
              {families.named(item.fontFamily)?.label ?? "A font that is not here"}
            </span>
          )}
        </BrandRow>
      ))}
    </BrandSection>
  );
}

type FontSampleProps = { family: string; weight: number; italic: boolean; color?: string };

/** Two letters in the face. */
export function FontSample({ family, weight, italic, color }: FontSampleProps) {
  const face = faceFor(family, weight, italic);
  const ready = useCssFont(face);
  return (
    <span
      aria-hidden
      className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-lg ring-1 ring-line ring-inset"
      style={{
        ...(ready ? { fontFamily: `"${cssFontName(face)}"` } : {}),
        ...(color === undefined ? {} : { color, background: groundFor(color) }),
      }}
    >
      Ag
    </span>
  );
}

/** White or black, whichever the colour is read on better: the page's own ground is another in another theme. */
function groundFor(color: string): string {
  const on = (ground: string) => contrast(color, [ground]) ?? 0;
  return on("#ffffff") >= on("#000000") ? "#ffffff" : "#000000";
}
