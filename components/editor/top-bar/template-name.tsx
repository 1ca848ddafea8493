"use client";

import { useState } from "react";
import { toast } from "sonner";
import { z } from "zod";
import { useStore } from "zustand";
import { callApi } from "@/components/api/call-api";
import { InlineName } from "@/components/ui/inline-name";
import { LIMITS } from "@/lib/template/limits";
import { useEditor } from "../editor-context";
import { sentenceFor } from "../server-calls";

/** The template's name; a click makes it editable. */
export function TemplateName() {
  const { status, templatePath, canEdit } = useEditor();
  const name = useStore(status, (facts) => facts.name);
  const [editing, setEditing] = useState(false);

  async function rename(next: string) {
    setEditing(false);
    status.setState({ name: next });
    try {
      await callApi({ method: "PATCH", path: templatePath, body: { name: next }, answer: z.unknown() });
    } catch (error) {
      status.setState({ name });
      toast.error("The template keeps its name", { description: sentenceFor(error) });
    }
  }

  if (editing) {
    return (
      <InlineName
        label="Name of the template"
        name={name}
        longest={LIMITS.name}
        className="h-7 max-w-72 font-medium"
        onDone={(next) => void rename(next)}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <h1 className="min-w-0">
      <button
        type="button"
        disabled={!canEdit}
        title={canEdit ? "Rename" : name}
        onClick={() => setEditing(true)}
        className="block max-w-full truncate rounded-md px-1.5 py-1 font-medium text-sm enabled:hover:bg-hover"
      >
        {name}
      </button>
    </h1>
  );
}
