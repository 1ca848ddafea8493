"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi, sentenceOf } from "../api/call-api";
import { templateItem } from "../api/template-item";

/** What a template begins from, as the API takes it. */
export type Beginning =
  | { kind: "blank"; width: number; height: number; displayWidth: number }
  | { kind: "starter"; id: string }
  | { kind: "workspace-starter"; id: string };

export type CreateTemplate = {
  /** What a template is being made from, by the id it was asked for under; null is nothing. */
  making: string | null;
  error: string | undefined;
  create: (id: string, from: Beginning) => void;
};

/** Makes a template and opens it in the editor, one at a time. `projectId` null is the workspace's first project. */
export function useCreateTemplate(workspace: string, projectId: string | null): CreateTemplate {
  const router = useRouter();
  const [making, setMaking] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function create(id: string, from: Beginning) {
    if (making) return;
    setMaking(id);
    setError(undefined);
    try {
      const template = await callApi({
        method: "POST",
        path: `/api/w/${workspace}/templates`,
        body: { from, ...(projectId ? { projectId } : {}) },
        answer: templateItem,
      });
      router.push(`/${workspace}/templates/${template.id}`);
    } catch (failure) {
      setError(sentenceOf(failure));
      setMaking(null);
    }
  }

  return { making, error, create: (id, from) => void create(id, from) };
}
