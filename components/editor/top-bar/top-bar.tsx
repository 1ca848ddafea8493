"use client";

import { ArrowLeft, FileClock, Keyboard, Search, Share2 } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import { ACTIONS } from "@/lib/editor/actions/actions";
import { useEditor, useEditorState } from "../editor-context";
import { Company } from "../presence/company";
import type { Actions } from "../use-actions";
import { PublishMenu } from "../versions/publish-menu";
import { AddToolbar } from "./add-toolbar";
import { HistoryButtons } from "./history-buttons";
import { PublishButton } from "./publish-button";
import { SaveIndicator } from "./save-indicator";
import { TemplateName } from "./template-name";
import { ZoomMenu } from "./zoom-menu";

/** Where the template is, what is added, and the way out to the world. */
export function TopBar({ actions, compact }: { actions: Actions; compact: boolean }) {
  const { workspace, canEdit, ui } = useEditor();
  const contentOnly = useEditorState((state) => state.rights.contentOnly);
  return (
    <header className="flex h-12 shrink-0 items-center gap-1.5 border-b bg-panel px-2 md:gap-2">
      <div className="flex min-w-0 flex-1 items-center gap-1.5">
        <Tooltip label={`Back to ${workspace.name}`}>
          <Link
            href={`/${workspace.slug}`}
            aria-label={`Back to ${workspace.name}`}
            className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-text"
          >
            <ArrowLeft aria-hidden className="size-4" />
          </Link>
        </Tooltip>
        <TemplateName />
        <SaveIndicator compact={compact} />
        <Company />
      </div>
      {compact || !canEdit || contentOnly ? null : <AddToolbar actions={actions} />}
      <div className="flex flex-1 items-center justify-end gap-1">
        {canEdit ? <HistoryButtons actions={actions} /> : null}
        {compact ? null : (
          <>
            <IconButton
              label={ACTIONS.openPalette.label}
              shortcut={actions.shortcut("openPalette") ?? ""}
              onClick={() => actions.run("openPalette")}
            >
              <Search className="size-4" />
            </IconButton>
            <IconButton
              label={ACTIONS.showShortcuts.label}
              shortcut={actions.shortcut("showShortcuts") ?? ""}
              onClick={() => actions.run("showShortcuts")}
            >
              <Keyboard className="size-4" />
            </IconButton>
            <ZoomMenu actions={actions} />
          </>
        )}
        {/* On a phone the publish menu leads there. */}
        {compact && canEdit ? null : (
          <IconButton label={ACTIONS.showVersions.label} onClick={() => actions.run("showVersions")}>
            <FileClock className="size-4" />
          </IconButton>
        )}
        {compact ? (
          <IconButton label="Share" onClick={() => ui.setState({ shareOpen: true })}>
            <Share2 className="size-4" />
          </IconButton>
        ) : (
          <Button
            size="small"
            aria-label="Share"
            className="ml-1"
            icon={<Share2 aria-hidden className="size-3.5" />}
            onClick={() => ui.setState({ shareOpen: true })}
          >
            Share
          </Button>
        )}
        {canEdit ? (
          <div className="flex">
            <PublishButton />
            <PublishMenu onVersions={() => actions.run("showVersions")} />
          </div>
        ) : null}
      </div>
    </header>
  );
}
