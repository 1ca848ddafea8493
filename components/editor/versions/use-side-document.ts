"use client";

import { useEffect, useState } from "react";
import { sentenceOf } from "@/components/api/call-api";
import { loadVersionDocument } from "@/components/api/versions";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { useEditor, useEditorState } from "../editor-context";

/** What is compared: a published version by its number, or the draft. */
export type Side = number | "draft";

/** Versions never change: each is asked for once a page. */
const known = new Map<string, Document>();
const asked = new Map<string, Promise<void>>();

function load(templatePath: string, number: number, key: string): Promise<void> {
  const loading =
    asked.get(key) ??
    loadVersionDocument(templatePath, number)
      .then((stored) => void known.set(key, openDocument(stored).document))
      .finally(() => asked.delete(key));
  asked.set(key, loading);
  return loading;
}

export type SideDocument = { document: Document | null; failed: string | null };

/** The document of one side; null while it is on its way. The draft is what is on the canvas now. */
export function useSideDocument(side: Side): SideDocument {
  const { templatePath } = useEditor();
  const draft = useEditorState((state) => state.design);
  const key = `${templatePath} ${side}`;
  const [loaded, setLoaded] = useState<{ key: string; failed: string | null } | null>(null);

  useEffect(() => {
    if (side === "draft" || known.has(key)) return;
    let isWanted = true;
    const done = (failed: string | null) => {
      if (isWanted) setLoaded({ key, failed });
    };
    load(templatePath, side, key).then(
      () => done(null),
      (error) => done(sentenceOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [templatePath, side, key]);

  if (side === "draft") return { document: draft, failed: null };
  return { document: known.get(key) ?? null, failed: loaded?.key === key ? loaded.failed : null };
}
