import type { ActionContext } from "../actions/action";
import { createIds } from "./sample-document";

/** What an action is given in a test: fresh ids, and of all else only what the test says. The rest must not be used. */
export function contextWith(part: Partial<ActionContext> = {}): ActionContext {
  const unused = () => {
    throw new Error("The action used a part of its context that the test does not give.");
  };
  return {
    newId: createIds(),
    workspace: "here",
    writeClipboard: unused,
    readClipboard: unused,
    keptStyle: unused,
    keepStyle: unused,
    placePictures: unused,
    open: unused,
    choosePicture: unused,
    cropPicture: unused,
    pickColor: unused,
    toggleContactSheet: unused,
    startRename: unused,
    ...part,
  };
}
