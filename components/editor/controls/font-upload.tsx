"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { FONT_TYPES, uploadFont } from "@/components/api/fonts";
import { Button } from "@/components/ui/button";
import { useEditor } from "../editor-context";
import { loadUserFonts } from "../pictures/user-fonts";
import { sentenceFor } from "../server-calls";

/** Takes a font file into the workspace; `onUploaded` gets its family once everything here can use it. */
export function FontUpload({ onUploaded }: { onUploaded: (family: string) => void }) {
  const { workspace, painter, announce } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [said, setSaid] = useState<{ tone: "error" | "note"; text: string } | null>(null);

  async function upload(file: File) {
    setSaid(null);
    setShare(0);
    try {
      const font = await uploadFont(workspace.slug, file, setShare);
      const { families } = await loadUserFonts(workspace.slug);
      (await painter).addFamilies(families);
      announce(`${font.family} is uploaded.`);
      if (font.variable) {
        setSaid({ tone: "note", text: `${font.family} is a variable font; its default form was kept.` });
      } else onUploaded(font.familyKey);
    } catch (error) {
      setSaid({ tone: "error", text: sentenceFor(error) });
    }
    setShare(null);
  }

  return (
    <div className="grid gap-1.5 border-t p-1.5">
      <input
        ref={input}
        type="file"
        accept={FONT_TYPES}
        aria-label="Font to upload"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) void upload(file);
        }}
      />
      <Button
        size="small"
        className="w-full"
        busy={share !== null}
        icon={<Upload aria-hidden className="size-3.5" />}
        onClick={() => input.current?.click()}
      >
        {share === null ? "Upload font" : `Uploading ${Math.round(share * 100)} %`}
      </Button>
      <div role="alert" className="empty:hidden">
        {said ? (
          <p
            className={
              said.tone === "error"
                ? "rounded-md bg-danger-soft px-2.5 py-1.5 text-danger-text text-xs"
                : "px-1 text-muted text-xs"
            }
          >
            {said.text}
          </p>
        ) : null}
      </div>
      <p className="px-1 text-faint text-xs">
        TTF, OTF, WOFF or WOFF2, up to 10 MB. Upload only fonts that you may use.
      </p>
    </div>
  );
}
