"use client";

import { useId, useState } from "react";
import { useStore } from "zustand";
import { callApi } from "@/components/api/call-api";
import { templateItem } from "@/components/api/template-item";
import { Switch } from "@/components/ui/switch";
import { PanelSection } from "../controls/control-row";
import { useEditor } from "../editor-context";
import { sentenceFor } from "../server-calls";

/** Lets owners and admins keep editors to texts and pictures of this template. */
export function BrandLockSection() {
  const { store, status, rights, templatePath, announce } = useEditor();
  const locked = useStore(status, ({ brandLocked }) => brandLocked);
  const [busy, setBusy] = useState(false);
  const id = useId();
  if (!rights.brand) return null;

  async function set(brandLocked: boolean) {
    setBusy(true);
    status.setState({ brandLocked });
    try {
      const path = `${templatePath}/brand-lock`;
      await callApi({ method: "PUT", path, body: { brandLocked }, answer: templateItem });
      announce(brandLocked ? "Brand-locked." : "No longer brand-locked.");
    } catch (error) {
      status.setState({ brandLocked: !brandLocked });
      store.notify({ kind: "error", message: sentenceFor(error) });
    }
    setBusy(false);
  }

  return (
    <PanelSection title="Brand lock">
      <div className="flex h-7 items-center justify-between gap-2">
        <label htmlFor={id} className="text-muted text-xs">
          Editors change content only
        </label>
        <Switch id={id} checked={locked} disabled={busy} onCheckedChange={(next) => void set(next)} />
      </div>
      <p className="text-2xs text-faint">
        Editors then change texts, pictures, sample values and fallbacks. Layers, places and looks stay as
        they are.
      </p>
    </PanelSection>
  );
}
