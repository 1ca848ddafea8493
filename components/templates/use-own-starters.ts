"use client";

import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  deleteStarter,
  type OwnStarter,
  renameStarter,
  restoreStarter,
  saveAsStarter,
} from "../api/template-library";
import { toastWithUndo } from "../ui/toast-with-undo";

export type OwnStarters = {
  workspace: string;
  starters: readonly OwnStarter[];
  /** Whether the person may take starters out. */
  canRemove: boolean;
  save: (template: { id: string; name: string }) => Promise<void>;
  rename: (starter: OwnStarter, name: string) => Promise<void>;
  /** Deletes at once and offers to undo it. */
  remove: (starter: OwnStarter) => Promise<void>;
};

export type UseOwnStartersOptions = {
  workspace: string;
  initial: readonly OwnStarter[];
  canRemove: boolean;
};

/** The workspace's own starters: changes show at once, and are taken back when the server refuses them. */
export function useOwnStarters({ workspace, initial, canRemove }: UseOwnStartersOptions): OwnStarters {
  const [seen, setSeen] = useState(initial);
  const [starters, setStarters] = useState(initial);
  // A refreshed page brings the list anew.
  if (seen !== initial) {
    setSeen(initial);
    setStarters(initial);
  }

  const replace = (starter: OwnStarter) =>
    setStarters((list) => list.map((each) => (each.id === starter.id ? starter : each)));

  async function restore(starter: OwnStarter, index: number) {
    try {
      const restored = await restoreStarter(workspace, starter.id);
      setStarters((list) => list.toSpliced(index, 0, restored));
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return {
    workspace,
    starters,
    canRemove,

    async save(template) {
      try {
        const starter = await saveAsStarter(workspace, template.id);
        setStarters((list) => [starter, ...list]);
        toast(`“${template.name}” is a workspace template`, {
          description: "New templates can begin with it: New template, Your workspace.",
        });
      } catch (error) {
        toast.error(sentenceOf(error));
      }
    },

    async rename(starter, name) {
      replace({ ...starter, name });
      try {
        replace(await renameStarter(workspace, starter.id, name));
      } catch (error) {
        replace(starter);
        toast.error(sentenceOf(error));
      }
    },

    async remove(starter) {
      const index = starters.indexOf(starter);
      setStarters((list) => list.filter(({ id }) => id !== starter.id));
      try {
        await deleteStarter(workspace, starter.id);
        toastWithUndo(
          `“${starter.name}” is no workspace template any more`,
          () => void restore(starter, index),
        );
      } catch (error) {
        setStarters((list) => list.toSpliced(index, 0, starter));
        toast.error(sentenceOf(error));
      }
    },
  };
}
