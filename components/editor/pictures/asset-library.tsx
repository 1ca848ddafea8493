"use client";

import { Search, Upload } from "lucide-react";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import {
  EVERYTHING,
  listPictures,
  listPictureTags,
  type PictureFilter,
  type PictureTag,
} from "@/components/api/pictures";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { BrandLogo } from "@/lib/template/brand";
import { BrandLogos } from "../brand/brand-logos";
import { useEditor } from "../editor-context";
import { sentenceFor } from "../server-calls";
import { type Asset, UPLOAD_TYPES } from "./assets";
import { useUpload } from "./use-upload";

type Listing = {
  assets: readonly Asset[];
  next: string | null;
  state: "loading" | "ready" | "failed";
  message: string;
};

/** Quiet time before a search begins, ms. */
const PAUSE = 250;

export type AssetLibraryProps = {
  value: string | null;
  onPick: (asset: Asset) => void;
  /** Takes a logo of the brand kit, which stand first; left out where none can be followed. */
  onPickLogo?: ((logo: BrandLogo) => void) | undefined;
};

/** The workspace's pictures as a grid, newest first, searched by name and tag, with an upload button. */
export function AssetLibrary({ value, onPick, onPickLogo }: AssetLibraryProps) {
  const { workspace, pictures } = useEditor();
  const upload = useUpload();
  const [refusal, setRefusal] = useState("");
  const [listing, setListing] = useState<Listing>({ assets: [], next: null, state: "loading", message: "" });

  const [filter, setFilter] = useState<PictureFilter>(EVERYTHING);
  const [tags, setTags] = useState<readonly PictureTag[]>([]);
  const isFiltered = filter.search.trim() !== "" || filter.tags.length > 0;

  useEffect(() => {
    let current = true;
    const load = () =>
      listPictures(workspace.slug, filter, null).then(
        (page) =>
          current && setListing({ assets: page.assets, next: page.nextCursor, state: "ready", message: "" }),
        (error: unknown) =>
          current && setListing({ assets: [], next: null, state: "failed", message: sentenceFor(error) }),
      );
    const timer = setTimeout(() => void load(), filter.search === "" ? 0 : PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace.slug, filter]);

  useEffect(() => {
    let current = true;
    // Without its tags the list is still searched by them.
    listPictureTags(workspace.slug).then(
      (found) => current && setTags(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workspace.slug]);

  async function more() {
    setListing({ ...listing, state: "loading" });
    try {
      const page = await listPictures(workspace.slug, filter, listing.next);
      const assets = [...listing.assets, ...page.assets];
      setListing({ assets, next: page.nextCursor, state: "ready", message: "" });
    } catch (error) {
      setListing({ ...listing, state: "failed", message: sentenceFor(error) });
    }
  }

  async function onUpload(file: File) {
    setRefusal("");
    const asset = await upload(file, setRefusal);
    if (asset) onPick(asset);
  }

  return (
    <div className="grid gap-2.5">
      {onPickLogo ? <BrandLogos value={value} onPick={onPickLogo} /> : null}
      <UploadButton onFile={(file) => void onUpload(file)} />
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <p className="rounded-md bg-danger-soft px-2.5 py-1.5 text-danger-text text-xs">
            <span className="block font-medium">The picture was not uploaded</span>
            {refusal}
          </p>
        ) : null}
      </div>
      <div className="relative">
        <Search aria-hidden className="absolute top-1.5 left-2 size-4 text-faint" />
        <Input
          type="search"
          size="small"
          aria-label="Search pictures"
          placeholder="Search names and tags"
          value={filter.search}
          maxLength={120}
          onChange={(event) => setFilter({ ...filter, search: event.target.value })}
          className="pl-7"
        />
      </div>
      {tags.length === 0 ? null : (
        <ul aria-label="Tags" className="flex max-h-16 flex-wrap gap-1 overflow-y-auto p-0.5">
          {tags.map(({ tag }) => (
            <li key={tag}>
              <button
                type="button"
                aria-pressed={filter.tags.includes(tag)}
                onClick={() =>
                  setFilter({
                    ...filter,
                    tags: filter.tags.includes(tag)
                      ? filter.tags.filter((each) => each !== tag)
                      : [...filter.tags, tag],
                  })
                }
                className="h-6 rounded-full px-2 text-xs ring-1 ring-line-strong ring-inset hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
              >
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul
        aria-label="Pictures of this workspace"
        className="grid max-h-72 grid-cols-3 gap-1.5 overflow-y-auto p-0.5 empty:hidden"
      >
        {listing.assets.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              aria-label={`${asset.name}, ${asset.width} × ${asset.height}`}
              aria-pressed={asset.id === value}
              title={asset.name}
              onClick={() => onPick(asset)}
              className="checkered block aspect-square w-full overflow-hidden rounded-md ring-1 ring-line ring-inset hover:ring-field-line aria-pressed:outline-2 aria-pressed:outline-accent"
            >
              {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
              <img
                src={pictures.assetUrl(asset.id)}
                alt=""
                loading="lazy"
                className="size-full object-contain"
              />
            </button>
          </li>
        ))}
        {listing.state === "loading"
          ? ["a", "b", "c"].map((key) => <Skeleton key={key} className="aspect-square" />)
          : null}
      </ul>
      {listing.state === "ready" && listing.assets.length === 0 ? (
        <p className="text-faint text-xs">
          {isFiltered
            ? "No picture is like that. Try another word or fewer tags."
            : "No pictures yet. Upload one, or drop one on the canvas."}
        </p>
      ) : null}
      {listing.state === "failed" ? <p className="text-danger-text text-xs">{listing.message}</p> : null}
      {listing.next !== null && listing.state !== "loading" ? (
        <Button size="small" variant="ghost" onClick={() => void more()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}

/** A button that opens the file dialog for one picture. */
export function UploadButton({
  onFile,
  disabled = false,
}: {
  onFile: (file: File) => void;
  disabled?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = "";
    if (file) onFile(file);
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={UPLOAD_TYPES}
        aria-label="Picture to upload"
        tabIndex={-1}
        className="sr-only"
        onChange={onChange}
      />
      <Button
        size="small"
        className="w-full"
        disabled={disabled}
        icon={<Upload aria-hidden className="size-3.5" />}
        onClick={() => input.current?.click()}
      >
        Upload picture
      </Button>
    </>
  );
}
