import { createStore } from "zustand";
import type { Concern } from "./publish-concerns";

export type PublishQuestion = {
  concerns: readonly Concern[];
  answer: (publishAnyway: boolean) => void;
};

/** The question that is open, if any. One for the page, as there is one editor on it. */
export const publishQuestion = createStore<{ readonly open: PublishQuestion | null }>(() => ({ open: null }));

/** Shows the problems and waits for the answer: whether to publish all the same. */
export function askBeforePublish(concerns: readonly Concern[]): Promise<boolean> {
  publishQuestion.getState().open?.answer(false);
  return new Promise((resolve) => {
    const answer = (publishAnyway: boolean) => {
      publishQuestion.setState({ open: null });
      resolve(publishAnyway);
    };
    publishQuestion.setState({ open: { concerns, answer } });
  });
}
