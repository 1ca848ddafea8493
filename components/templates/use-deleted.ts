"use client";

import { useCallback, useEffect, useState } from "react";
import { callApi, sentenceOf } from "../api/call-api";
import { type TemplateItem, templateItem } from "../api/template-item";
import { type DeletedTemplate, listDeleted } from "../api/template-library";

export type DeletedList = {
  templates: readonly DeletedTemplate[];
  state: "loading" | "ready" | "failed";
  /** Why something failed; empty when nothing did. */
  message: string;
  hasMore: boolean;
  loadMore: () => void;
  /** Id of the template that is being restored. */
  restoring: string | null;
  restore: (template: DeletedTemplate) => Promise<void>;
};

/** Deleted templates, asked for when the list is opened. */
export function useDeleted(workspace: string, onRestored: (template: TemplateItem) => void): DeletedList {
  const [templates, setTemplates] = useState<readonly DeletedTemplate[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [state, setState] = useState<DeletedList["state"]>("loading");
  const [message, setMessage] = useState("");
  const [restoring, setRestoring] = useState<string | null>(null);

  const load = useCallback(
    async (from: string | null, isCurrent: () => boolean = () => true) => {
      setState("loading");
      setMessage("");
      try {
        const page = await listDeleted(workspace, from);
        if (!isCurrent()) return;
        setTemplates((list) => (from === null ? page.templates : [...list, ...page.templates]));
        setCursor(page.nextCursor);
        setState("ready");
      } catch (error) {
        if (!isCurrent()) return;
        setMessage(sentenceOf(error));
        setState("failed");
      }
    },
    [workspace],
  );

  useEffect(() => {
    let current = true;
    void load(null, () => current);
    return () => {
      current = false;
    };
  }, [load]);

  return {
    templates,
    state,
    message,
    hasMore: cursor !== null,
    loadMore: () => void load(cursor),
    restoring,

    async restore(template) {
      setRestoring(template.id);
      setMessage("");
      try {
        const path = `/api/w/${workspace}/templates/${template.id}/restore`;
        onRestored(await callApi({ method: "POST", path, answer: templateItem }));
        setTemplates((list) => list.filter(({ id }) => id !== template.id));
      } catch (error) {
        setMessage(sentenceOf(error));
      }
      setRestoring(null);
    },
  };
}
