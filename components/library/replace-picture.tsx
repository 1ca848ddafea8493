"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  EVERYTHING,
  listPictures,
  type PictureItem,
  pictureAddress,
  replacePictureEverywhere,
  undoReplacement,
  uploadPicture,
} from "../api/pictures";
import { Dialog, DialogContent } from "../ui/dialog";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";
import { UploadButton } from "./upload-button";
import { UNDO_FOR } from "./use-library";

export type ReplacePictureProps = {
  workspace: string;
  /** What is to be replaced; null while nothing is. */
  picture: PictureItem | null;
  onClose: () => void;
  onDone: () => void;
};

/** Another picture for every draft that shows this one: chosen or uploaded. */
export function ReplacePicture({ workspace, picture, onClose, onDone }: ReplacePictureProps) {
  const [busy, setBusy] = useState(false);

  async function replace(next: PictureItem) {
    if (picture === null) return;
    setBusy(true);
    try {
      const made = await replacePictureEverywhere(workspace, picture.id, next.id);
      const count = made.templates.length;
      onClose();
      onDone();
      if (count === 0) toast(`No draft shows “${picture.name}”`, { description: "Nothing was changed." });
      else
        toast.success(`“${next.name}” is shown in ${count} ${count === 1 ? "draft" : "drafts"} now`, {
          description: "What is published stays as it is until you publish again.",
          duration: UNDO_FOR,
          action: {
            label: "Undo",
            onClick: () => {
              undoReplacement(workspace, picture.id, next.id, made).then(
                ({ left }) => {
                  onDone();
                  toast.success(
                    "The replacement was undone",
                    left.length === 0
                      ? {}
                      : { description: `Changed since, and left as they are: ${left.join(", ")}.` },
                  );
                },
                (error) => toast.error("Nothing was undone", { description: sentenceOf(error) }),
              );
            },
          },
        });
    } catch (error) {
      toast.error("Nothing was replaced", { description: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  }

  async function upload(file: File | undefined) {
    if (!file) return;
    setBusy(true);
    try {
      await replace(await uploadPicture(workspace, file, () => undefined));
    } catch (error) {
      toast.error(`${file.name} was not uploaded`, { description: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog open={picture !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Replace everywhere"
        description={`Every draft that shows “${picture?.name ?? ""}” will show the image you choose. Published versions stay.`}
        className="grid content-start gap-3"
      >
        <UploadButton
          label="Upload the new image"
          className="w-full"
          onFiles={([file]) => void upload(file)}
        />
        {picture === null ? null : (
          <Candidates
            workspace={workspace}
            without={picture.id}
            busy={busy}
            onPick={(next) => void replace(next)}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

type CandidatesProps = {
  workspace: string;
  without: string;
  busy: boolean;
  onPick: (picture: PictureItem) => void;
};

function Candidates({ workspace, without, busy, onPick }: CandidatesProps) {
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<readonly PictureItem[] | null>(null);

  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () =>
        listPictures(workspace, { ...EVERYTHING, search }, null).then(
          ({ assets }) => isWanted && setFound(assets.filter(({ id }) => id !== without)),
          (error) => {
            if (!isWanted) return;
            setFound([]);
            toast.error(sentenceOf(error));
          },
        ),
      search === "" ? 0 : 250,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workspace, search, without]);

  return (
    <>
      <Input
        type="search"
        aria-label="Search for the new image"
        placeholder="Search names and tags"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found === null ? <Skeleton className="h-40" /> : null}
      {found?.length === 0 ? (
        <p className="text-muted text-sm">
          {search === "" ? "There is no other image yet. Upload one." : "No image is called so."}
        </p>
      ) : null}
      <ul aria-label="Images to show instead" className="grid grid-cols-3 gap-2 empty:hidden sm:grid-cols-4">
        {found?.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              disabled={busy}
              aria-label={`Show ${each.name} instead`}
              title={each.name}
              onClick={() => onPick(each)}
              className="checkered block aspect-square w-full overflow-hidden rounded-md ring-1 ring-line ring-inset hover:ring-field-line disabled:opacity-50"
            >
              {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
              <img
                src={pictureAddress(workspace, each.id)}
                alt=""
                loading="lazy"
                className="size-full object-contain"
              />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
