"use client";

import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { EVERYTHING, listPictures } from "../api/pictures";
import { type Asset, UPLOAD_TYPES, uploadAsset } from "../editor/pictures/assets";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";

/** Where a picture of the workspace is. */
export function assetAddress(workspace: string, assetId: string): string {
  return `/api/w/${encodeURIComponent(workspace)}/assets/${encodeURIComponent(assetId)}`;
}

export type LogoChooserProps = {
  workspace: string;
  open: boolean;
  onPick: (asset: Asset) => void;
  onClose: () => void;
};

/** The workspace's newest pictures, and the way to upload another. */
export function LogoChooser({ workspace, open, onPick, onClose }: LogoChooserProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent width="small" title="Choose a logo" className="grid content-start gap-3">
        <Pictures workspace={workspace} onPick={onPick} />
      </DialogContent>
    </Dialog>
  );
}

function Pictures({ workspace, onPick }: Pick<LogoChooserProps, "workspace" | "onPick">) {
  const [assets, setAssets] = useState<readonly Asset[] | null>(null);
  const [refusal, setRefusal] = useState("");
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let current = true;
    listPictures(workspace, EVERYTHING, null).then(
      (page) => current && setAssets(page.assets),
      (error: unknown) => current && setRefusal(sentenceOf(error)),
    );
    return () => {
      current = false;
    };
  }, [workspace]);

  async function upload(file: File) {
    setBusy(true);
    setRefusal("");
    try {
      onPick(await uploadAsset(workspace, file, () => undefined));
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept={UPLOAD_TYPES}
        aria-label="Upload a logo"
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) void upload(file);
        }}
      />
      <Button
        busy={busy}
        icon={<Upload aria-hidden className="size-4" />}
        onClick={() => input.current?.click()}
      >
        Upload a logo
      </Button>
      <div role="alert" className="empty:hidden">
        {refusal ? <p className="text-danger-text text-xs">{refusal}</p> : null}
      </div>
      <ul
        aria-label="Pictures of this workspace"
        className="grid max-h-72 grid-cols-3 gap-1.5 overflow-y-auto p-0.5 empty:hidden"
      >
        {(assets ?? []).map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              aria-label={`${asset.name}, ${asset.width} × ${asset.height}`}
              title={asset.name}
              onClick={() => onPick(asset)}
              className="checkered block aspect-square w-full overflow-hidden rounded-md ring-1 ring-line ring-inset hover:ring-field-line"
            >
              {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
              <img
                src={assetAddress(workspace, asset.id)}
                alt=""
                loading="lazy"
                className="size-full object-contain"
              />
            </button>
          </li>
        ))}
      </ul>
      {assets?.length === 0 ? (
        <p className="text-faint text-xs">No pictures yet. Upload one to begin.</p>
      ) : null}
    </>
  );
}
