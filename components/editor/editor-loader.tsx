"use client";

import dynamic from "next/dynamic";
import { EditorSkeleton } from "./editor-skeleton";
import type { EditorProps } from "./open-editor";

const Editor = dynamic(() => import("./editor").then((module) => module.Editor), {
  ssr: false,
  loading: EditorSkeleton,
});

/** The editor, loaded in the browser alone: a canvas has nothing to show on a server. */
export function EditorLoader(props: EditorProps) {
  return <Editor {...props} />;
}
