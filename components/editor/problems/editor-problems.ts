import type { Autosave } from "@/lib/editor/autosave-contract";
import { systemClock } from "@/lib/editor/clock";
import { createDismissedProblems, type DismissedProblems } from "@/lib/editor/problems/dismissed-problems";
import { findProblems } from "@/lib/editor/problems/find-problems";
import { bySeverity } from "@/lib/editor/problems/finding";
import { isLikely, type JudgedRow, judgedRows } from "@/lib/editor/problems/judged-rows";
import { createProblemWatch, type ProblemWatch } from "@/lib/editor/problems/problem-watch";
import { weightFinding } from "@/lib/editor/problems/weight-finding";
import type { EditorStore } from "@/lib/editor/store";
import type { Painter } from "@/lib/paint/painter";
import type { PictureShelf } from "../pictures/picture-shelf";
import { createBrowserEyes } from "./browser-eyes";
import { idle, soon } from "./idle";
import { watchWeight } from "./watch-weight";

/** The problems of the open template: found while the page is idle, and which of them are not to be told. */
export type EditorProblems = Pick<ProblemWatch, "state" | "settle"> & {
  /**
   * Whether somebody reads the list: then the stress set is looked at too, which asks for the fonts of all its
   * scripts. What only it brings about is never more than a note.
   */
  read: (isRead: boolean) => void;
  dismissed: DismissedProblems;
  dispose: () => void;
};

export type EditorProblemsOptions = {
  store: EditorStore;
  autosave: Autosave;
  painter: Promise<Painter>;
  pictures: PictureShelf;
  templateId: string;
  templatePath: string;
};

export function createEditorProblems(options: EditorProblemsOptions): EditorProblems {
  const { store, autosave, painter, pictures, templateId, templatePath } = options;
  const eyes = createBrowserEyes(painter, pictures, () => watch.again());
  let isRead = false;
  const weight = watchWeight(autosave, templatePath, () => watch.again());
  const watch = createProblemWatch({
    store,
    clock: systemClock,
    idle,
    soon,
    judge: async (document, pace, tell) => {
      const rows = judgedRows(document);
      const open = await eyes.open();
      const found = async (some: readonly JudgedRow[]) => {
        const seen = await findProblems(document, { rows: some, eyes: open, pace });
        const known = weight.current();
        return known ? bySeverity([...seen, ...weightFinding(document, known)]) : seen;
      };
      const usual = await found(rows.filter(isLikely));
      if (!isRead) return usual;
      tell(usual);
      return found(rows);
    },
  });
  return {
    state: watch.state,
    settle: watch.settle,
    read: (next) => {
      if (isRead === next) return;
      isRead = next;
      if (next) watch.again();
    },
    dismissed: createDismissedProblems(window.localStorage, templateId),
    dispose: () => {
      watch.dispose();
      weight.dispose();
      eyes.dispose();
    },
  };
}
