"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useFreshLoad } from "../use-fresh-load";
import { EditorSkeleton } from "./editor-skeleton";
import { lastSave } from "./last-save";
import type { EditorProps } from "./open-editor";

const Editor = dynamic(() => import("./editor").then((module) => module.Editor), {
  ssr: false,
  loading: EditorSkeleton,
});

/**
 * The editor, loaded in the browser alone: a canvas has nothing to show on a server. It opens what the server
 * holds now, and once open it is not disturbed by what the server sends later.
 */
export function EditorLoader({ loadId, ...props }: EditorProps & { loadId: string }) {
  const [opened, setOpened] = useState<EditorProps | null>(null);
  useFreshLoad(loadId, () => setOpened((before) => before ?? props), lastSave);
  return opened ? <Editor {...opened} /> : <EditorSkeleton />;
}
