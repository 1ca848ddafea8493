import type { EditorUiStore } from "../editor-ui";
import type { Concern } from "./publish-concerns";

export type PublishQuestion = {
  concerns: readonly Concern[];
  answer: (publishAnyway: boolean) => void;
};

/** Shows the problems and waits for the answer: whether to publish all the same. */
export function askBeforePublish(ui: EditorUiStore, concerns: readonly Concern[]): Promise<boolean> {
  ui.getState().publishQuestion?.answer(false);
  return new Promise((resolve) => {
    const answer = (publishAnyway: boolean) => {
      ui.setState({ publishQuestion: null });
      resolve(publishAnyway);
    };
    ui.setState({ publishQuestion: { concerns, answer } });
  });
}
