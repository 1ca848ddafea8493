"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { templateFileName } from "@/lib/template/template-file";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { downloadFile } from "../api/download-file";
import {
  type ProjectItem,
  type TemplateItem,
  type TemplatePage,
  templateItem,
  templatePage,
} from "../api/template-item";
import { toastWithUndo } from "../ui/toast-with-undo";

export type TemplateList = {
  templates: readonly TemplateItem[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => Promise<void>;
  rename: (template: TemplateItem, name: string) => Promise<void>;
  /** Moves it to another project, says where it went and offers to undo it. */
  move: (template: TemplateItem, project: ProjectItem) => Promise<void>;
  /** Copies it beside the original, or to another project, and says where the copy went. */
  duplicate: (template: TemplateItem, project?: ProjectItem) => Promise<void>;
  /** Downloads it as one file. */
  exportFile: (template: TemplateItem) => Promise<void>;
  /** Puts a template in front that was made elsewhere on the page. */
  add: (template: TemplateItem) => void;
  /** Lets editors change its texts and pictures only, or everything again. */
  setBrandLock: (template: TemplateItem, brandLocked: boolean) => Promise<void>;
  /** Deletes at once and offers to undo it. */
  remove: (template: TemplateItem) => Promise<void>;
};

export type UseTemplatesOptions = {
  workspace: string;
  projectId: string | null;
  search: string;
  firstPage: TemplatePage;
};

/** The list on the screen: changes show at once, and are taken back with a sentence when the server refuses them. */
export function useTemplates({ workspace, projectId, search, firstPage }: UseTemplatesOptions): TemplateList {
  const router = useRouter();
  const [seen, setSeen] = useState(firstPage);
  const [templates, setTemplates] = useState<readonly TemplateItem[]>(firstPage.templates);
  const [cursor, setCursor] = useState(firstPage.nextCursor);
  const [loadingMore, setLoadingMore] = useState(false);
  const base = `/api/w/${workspace}/templates`;

  // A refreshed page brings the list anew.
  if (seen !== firstPage) {
    setSeen(firstPage);
    setTemplates(firstPage.templates);
    setCursor(firstPage.nextCursor);
  }

  const replace = (item: TemplateItem) =>
    setTemplates((list) => list.map((each) => (each.id === item.id ? item : each)));
  const without = (id: string) => setTemplates((list) => list.filter((each) => each.id !== id));

  /** Shown where it belongs: a copy in another project is not in this list. */
  function add(template: TemplateItem) {
    if (projectId === null || template.projectId === projectId) {
      setTemplates((list) => [template, ...list.filter(({ id }) => id !== template.id)]);
    }
    router.refresh();
  }

  /** Whether the server took it. */
  async function change(template: TemplateItem, body: { name: string } | { projectId: string }) {
    replace({ ...template, ...body });
    try {
      replace(await callApi({ method: "PATCH", path: `${base}/${template.id}`, body, answer: templateItem }));
      return true;
    } catch (error) {
      replace(template);
      toast.error(sentenceOf(error));
      return false;
    }
  }

  async function moveBack(template: TemplateItem) {
    const body = { projectId: template.projectId };
    if (await change(template, body)) add(template);
  }

  async function restore(template: TemplateItem, index: number) {
    try {
      const path = `${base}/${template.id}/restore`;
      const restored = await callApi({ method: "POST", path, answer: templateItem });
      setTemplates((list) => list.toSpliced(index, 0, restored));
      router.refresh();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return {
    templates,
    hasMore: cursor !== null,
    loadingMore,

    async loadMore() {
      if (cursor === null || loadingMore) return;
      setLoadingMore(true);
      const query = new URLSearchParams({
        cursor,
        ...(search ? { search } : {}),
        ...(projectId ? { project: projectId } : {}),
      });
      try {
        const page = await callApi({ method: "GET", path: `${base}?${query}`, answer: templatePage });
        const known = new Set(templates.map((each) => each.id));
        setTemplates([...templates, ...page.templates.filter((each) => !known.has(each.id))]);
        setCursor(page.nextCursor);
      } catch (error) {
        toast.error(sentenceOf(error));
      }
      setLoadingMore(false);
    },

    async rename(template, name) {
      await change(template, { name });
    },

    async move(template, project) {
      if (template.projectId === project.id) return;
      const index = templates.indexOf(template);
      if (projectId !== null) without(template.id);
      if (!(await change(template, { projectId: project.id }))) {
        if (projectId !== null) setTemplates((list) => list.toSpliced(index, 0, template));
        return;
      }
      router.refresh();
      toastWithUndo(`“${template.name}” was moved to ${project.name}`, () => void moveBack(template));
    },

    async duplicate(template, project) {
      try {
        const path = `${base}/${template.id}/duplicate`;
        const body = project ? { projectId: project.id } : {};
        const copy = await callApi({ method: "POST", path, body, answer: templateItem });
        add(copy);
        toast(project ? `“${copy.name}” was copied to ${project.name}` : `“${copy.name}” was made`, {
          description: "The copy is a draft: it has no link before it is published.",
          action: { label: "Open", onClick: () => router.push(`/${workspace}/templates/${copy.id}`) },
        });
      } catch (error) {
        toast.error(sentenceOf(error));
      }
    },

    async exportFile(template) {
      const preparing = toast.loading(`Exporting “${template.name}”…`);
      try {
        await downloadFile(`${base}/${template.id}/export`, templateFileName(template.name));
        toast.success(`“${template.name}” was exported`, { id: preparing });
      } catch (error) {
        toast.error(sentenceOf(error), { id: preparing });
      }
    },

    add,

    async setBrandLock(template, brandLocked) {
      replace({ ...template, brandLocked });
      try {
        const path = `${base}/${template.id}/brand-lock`;
        replace(await callApi({ method: "PUT", path, body: { brandLocked }, answer: templateItem }));
        toast(
          brandLocked
            ? `Editors now change only texts and pictures of “${template.name}”`
            : `Editors may change all of “${template.name}” again`,
        );
      } catch (error) {
        replace(template);
        toast.error(sentenceOf(error));
      }
    },

    async remove(template) {
      const index = templates.indexOf(template);
      without(template.id);
      try {
        await callApi({ method: "DELETE", path: `${base}/${template.id}`, answer: nothing });
        router.refresh();
        const description = "Its links now show a neutral picture.";
        toastWithUndo(
          `“${template.name}” was deleted`,
          () => void restore(template, index),
          template.status === "draft" ? {} : { description },
        );
      } catch (error) {
        setTemplates((list) => list.toSpliced(index, 0, template));
        toast.error(sentenceOf(error));
      }
    },
  };
}
