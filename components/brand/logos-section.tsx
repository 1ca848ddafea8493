"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { addBrandItem, changeBrandItem, freeBrandName } from "@/lib/template/brand-commands";
import { type PictureItem, pictureAddress } from "../api/pictures";
import { newBrandId } from "../editor/brand/new-brand-id";
import { nameOfPicture } from "../editor/pictures/name-of-picture";
import { Button } from "../ui/button";
import { BrandRow } from "./brand-row";
import { BrandSection } from "./brand-section";
import { LogoChooser } from "./logo-chooser";
import type { SectionProps } from "./paint-sections";

/** What a picture is being chosen for: a new logo, or one that is there. */
type Choosing = { id: string | null };

export function LogosSection({ edit, canEdit, workspace }: SectionProps & { workspace: string }) {
  const { kit, store, onAdded } = edit;
  const [choosing, setChoosing] = useState<Choosing | null>(null);

  function pick(picture: PictureItem) {
    const present = choosing?.id ?? null;
    setChoosing(null);
    if (present !== null) {
      store.change("Change logo", (before) => changeBrandItem(before, present, { assetId: picture.id }));
      return;
    }
    const id = newBrandId();
    const name = freeBrandName(kit, "logos", nameOfPicture(picture));
    store.change("Add logo", (before) => addBrandItem(before, "logos", { id, name, assetId: picture.id }));
    onAdded(id);
  }

  return (
    <>
      <BrandSection
        {...{ list: "logos", title: "Logos", edit, canEdit }}
        description="They stand first where a picture is chosen. Designs that use one show its new picture when it is changed."
        add={
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() => setChoosing({ id: null })}
          >
            Add logo
          </Button>
        }
      >
        {kit.logos.map((item, index) => (
          <BrandRow
            key={item.id}
            {...{ list: "logos", item, index, edit, canEdit, count: kit.logos.length }}
            preview={
              // biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise
              <img
                src={pictureAddress(workspace, item.assetId)}
                alt=""
                className="checkered h-12 w-16 shrink-0 rounded-md object-contain"
              />
            }
          >
            {canEdit ? (
              <Button
                size="small"
                aria-label={`Change picture of ${item.name}`}
                onClick={() => setChoosing({ id: item.id })}
              >
                Change picture
              </Button>
            ) : null}
          </BrandRow>
        ))}
      </BrandSection>
      <LogoChooser
        workspace={workspace}
        open={choosing !== null}
        value={kit.logos.find(({ id }) => id === choosing?.id)?.assetId ?? null}
        onPick={pick}
        onClose={() => setChoosing(null)}
      />
    </>
  );
}
