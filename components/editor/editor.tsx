"use client";

import { useEffect, useState } from "react";
import { EditorProvider } from "./editor-context";
import { EditorSkeleton } from "./editor-skeleton";
import { EditorView } from "./editor-view";
import { useLiveRegion } from "./live-region";
import { type EditorProps, type OpenEditor, openEditor } from "./open-editor";

/** One open template. Everything that lives as long as it does is opened here and closed when it goes. */
export function Editor(props: EditorProps) {
  const [open, setOpen] = useState<OpenEditor | null>(null);
  const { announce, region } = useLiveRegion();
  const { id } = props.template;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another template is another editor; the rest is where it starts from
  useEffect(() => {
    const editor = openEditor(props, announce);
    setOpen(editor);
    return () => {
      setOpen(null);
      editor.close();
    };
  }, [id]);

  return (
    <>
      {open ? (
        <EditorProvider value={open.context}>
          <EditorView repairs={open.repairs} />
        </EditorProvider>
      ) : (
        <EditorSkeleton />
      )}
      {region}
    </>
  );
}
