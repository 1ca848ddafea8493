"use client";

import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type PictureItem, uploadPicture } from "../api/pictures";

export type Upload = {
  id: number;
  name: string;
  /** 0 to 1, of what was sent. */
  share: number;
  /** Why it was refused. */
  refused: string | null;
};

export type Uploads = {
  /** Under way, and refused until they are put away. */
  uploads: readonly Upload[];
  add: (files: readonly File[]) => Promise<PictureItem[]>;
  dismiss: (id: number) => void;
};

let last = 0;

/** Uploads one after the other, each with its progress; what was refused stays with its reason. */
export function useUploads(workspace: string, onUploaded: () => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (id: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const dismiss = (id: number) => setUploads((all) => all.filter((each) => each.id !== id));

  return {
    uploads,
    dismiss,
    add: async (files) => {
      const queue = files.map((file) => {
        last += 1;
        return { id: last, file };
      });
      setUploads((all) => [
        ...all,
        ...queue.map(({ id, file }) => ({ id, name: file.name, share: 0, refused: null })),
      ]);
      const done: PictureItem[] = [];
      for (const { id, file } of queue) {
        try {
          done.push(await uploadPicture(workspace, file, (share) => change(id, { share })));
          dismiss(id);
          onUploaded();
        } catch (error) {
          change(id, { refused: sentenceOf(error) });
        }
      }
      return done;
    },
  };
}
