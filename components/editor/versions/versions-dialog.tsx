"use client";

import { ArrowLeft, FileClock } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { COMPACT } from "../compact-query";
import { useEditor, useEditorUi } from "../editor-context";
import { useMediaQuery } from "../use-media-query";
import { useVersions, type VersionsList } from "./use-versions";
import { VersionDetails } from "./version-details";
import { VersionRow } from "./version-row";

/** Every published version: look at it, compare it, go back to it. */
export function VersionsDialog() {
  const { ui } = useEditor();
  const open = useEditorUi((state) => state.versionsOpen);
  const close = () => ui.setState({ versionsOpen: false });
  return (
    <Dialog open={open} onOpenChange={(versionsOpen) => ui.setState({ versionsOpen })}>
      <DialogContent
        width="huge"
        title="Version history"
        description="What was published. A version never changes; going back to one makes a new draft."
        className="flex min-h-[min(36rem,66dvh)]! flex-col overflow-hidden! p-0!"
      >
        <Versions onRestored={close} />
      </DialogContent>
    </Dialog>
  );
}

function Versions({ onRestored }: { onRestored: () => void }) {
  const { templatePath, canEdit } = useEditor();
  const list = useVersions(templatePath);
  const compact = useMediaQuery(COMPACT);
  const [chosen, setChosen] = useState<number | null>(null);
  const versions = list.versions ?? [];
  // Where there is room the newest one is open at once.
  const version = versions.find(({ number }) => number === chosen) ?? (compact ? undefined : versions[0]);

  if (list.versions?.length === 0) {
    return (
      <EmptyState icon={<FileClock aria-hidden />} title="Nothing was published yet">
        {canEdit
          ? "Publish this template, and what its link shows is kept here as version 1."
          : "Once somebody publishes this template, its versions stand here."}
      </EmptyState>
    );
  }
  const details = version ? (
    <VersionDetails
      key={version.number}
      version={version}
      others={versions}
      onNote={(note) => list.setNote(version.number, note)}
      onRestored={onRestored}
    />
  ) : null;
  if (compact && details) {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="px-2 pt-2">
          <Button
            size="small"
            variant="ghost"
            icon={<ArrowLeft aria-hidden className="size-3.5" />}
            onClick={() => setChosen(null)}
          >
            All versions
          </Button>
        </div>
        {details}
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      <VersionList compact={compact} list={list} chosen={version?.number ?? null} onChoose={setChosen} />
      {compact ? null : <div className="min-w-0 flex-1 overflow-y-auto border-l">{details}</div>}
    </div>
  );
}

type VersionListProps = {
  /** It has the dialog to itself. */
  compact: boolean;
  list: VersionsList;
  chosen: number | null;
  onChoose: (number: number) => void;
};

function VersionList({ compact, list, chosen, onChoose }: VersionListProps) {
  const { templatePath } = useEditor();

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("li button")];
    const from = buttons.findIndex((button) => button.matches(":focus"));
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || from < 0) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  return (
    <div className={classNames("min-h-0 shrink-0 overflow-y-auto", compact ? "w-full" : "w-72")}>
      <ul aria-label="Versions" onKeyDown={onKeyDown}>
        {list.versions?.map((version) => (
          <li key={version.number}>
            <VersionRow
              version={version}
              thumbnail={`${templatePath}/versions/${version.number}/thumbnail.png`}
              chosen={version.number === chosen}
              onChoose={() => onChoose(version.number)}
            />
          </li>
        ))}
      </ul>
      {list.versions === null && list.failed === null ? (
        <div aria-busy="true" className="grid gap-3 p-3">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      ) : null}
      {list.failed === null ? null : <p className="px-3 pt-3 text-danger-text text-sm">{list.failed}</p>}
      {list.more || list.failed !== null ? (
        <div className="p-3">
          <Button size="small" className="w-full" onClick={list.loadMore}>
            {list.failed === null ? "Show older versions" : "Try again"}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
