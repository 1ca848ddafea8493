"use client";

import { TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { CopyBox } from "@/components/ui/copy-box";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { neutralAlt, planShare } from "@/lib/editor/share";
import { meaningfulOutput } from "@/lib/editor/sizes/output-choice";
import type { ImageFormat } from "@/lib/link/address";
import type { OutputChoice } from "@/lib/link/output-params";
import { SENDERS } from "@/lib/link/senders";
import { countdownsOf } from "@/lib/template/countdowns";
import { documentAtSize } from "@/lib/template/variants";
import { COMPACT } from "../compact-query";
import { useEditor, useEditorState } from "../editor-context";
import { useMediaQuery } from "../use-media-query";
import { LinkNote } from "./link-note";
import { LivePicture } from "./live-picture";
import { OutputPicker } from "./output-picker";
import { SenderPicker } from "./sender-picker";
import { TagTable } from "./tag-table";

const FORMATS: readonly { value: ImageFormat; label: string }[] = [
  { value: "png", label: "PNG" },
  { value: "jpg", label: "JPG" },
  { value: "webp", label: "WebP" },
  { value: "avif", label: "AVIF" },
  { value: "gif", label: "GIF" },
  { value: "pdf", label: "PDF" },
];

const FORMAT_NOTES: Record<ImageFormat, string> = {
  png: "Sharp text, shown everywhere.",
  jpg: "Lighter for photographs, shown everywhere.",
  webp: "The lightest. Outlook on Windows does not show WebP: use it on websites.",
  avif: "Very light and slow to make. Mail programs do not show AVIF: use it on websites.",
  gif: "Few colours, shown everywhere. Moves for a minute where the design has a countdown; Outlook on Windows shows the first second.",
  pdf: "One page of sharp vectors to print or attach. Mail programs show it as a link, not as a picture.",
};

const REMEMBERED = "nameplate:sender";

/** Everything to copy for one sender, and a try of the real address. */
export function SharePanel({ linkKey }: { linkKey: string }) {
  const { store, origin } = useEditor();
  const document = useEditorState((state) => state.design);
  const [senderId, setSenderId] = useState(rememberedSender);
  const hasCountdown = useMemo(() => countdownsOf(document).length > 0, [document]);
  const [chosen, setFormat] = useState<ImageFormat>(hasCountdown ? "gif" : "png");
  // What nothing moves in would only lose colours.
  const format = chosen === "gif" && !hasCountdown ? "png" : chosen;
  const [tags, setTags] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<OutputChoice>(() => ({ size: store.getState().sizeId }));
  const output = useMemo(() => meaningfulOutput(document, format, asked), [document, format, asked]);
  const shown = useMemo(() => documentAtSize(document, output.size ?? null), [document, output]);
  const plan = useMemo(
    () => planShare({ document, senderId, origin, linkKey, format, output, tags }),
    [document, senderId, origin, linkKey, format, output, tags],
  );

  function choose(id: string) {
    setSenderId(id);
    // Tags typed for one sender mean nothing to the next.
    setTags({});
    remember(id);
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] md:min-h-0 md:flex-1 md:grid-cols-[13rem_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)]">
      <SenderPicker value={senderId} onPick={choose} />
      <div className="grid min-w-0 content-start gap-5 p-5 md:overflow-y-auto md:overscroll-contain">
        {plan.reach.reachable ? null : (
          <p
            role="note"
            className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text text-xs"
          >
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>
              A sender cannot reach {hostOf(origin)}; set PUBLIC_URL to the address people have for this
              service.
            </span>
          </p>
        )}
        <LinkNote linkKey={linkKey} />
        <div className="flex flex-wrap items-center gap-3">
          <SegmentedControl
            size="small"
            className="w-72"
            label="Format"
            value={format}
            segments={hasCountdown ? FORMATS : FORMATS.filter(({ value }) => value !== "gif")}
            onValueChange={setFormat}
          />
          <p className="min-w-0 flex-1 text-muted text-xs">{FORMAT_NOTES[format]}</p>
        </div>
        <OutputPicker design={document} format={format} output={output} onChange={setAsked} />
        {plan.rows.length > 0 ? (
          <TagTable
            senderName={plan.senderName}
            rows={plan.rows}
            onChange={(key, tag) => setTags({ ...tags, [key]: tag })}
            onReset={(key) =>
              setTags(Object.fromEntries(Object.entries(tags).filter(([each]) => each !== key)))
            }
          />
        ) : null}
        <CopyBox label="Address" button="Copy URL" text={plan.url} />
        <CopyBox label="HTML" button="Copy HTML" text={plan.html} />
        {plan.openGraph === null ? null : (
          <CopyBox label="Preview of links to the page" button="Copy tags" text={plan.openGraph} />
        )}
        {neutralAlt(document) === "" ? <AltHint isBlank={document.alt.trim() === ""} /> : null}
        {plan.notes.length > 0 ? (
          <section className="grid gap-1.5">
            <h3 className="font-semibold text-xs">Good to know about {plan.senderName}</h3>
            <ul className="grid list-disc gap-1 pl-4 text-muted text-xs">
              {plan.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <LivePicture document={shown} linkKey={linkKey} format={format} output={output} />
      </div>
    </div>
  );
}

/** Says what a picture without words goes out as; no reason to stop, for a picture may be mere decoration. */
function AltHint({ isBlank }: { isBlank: boolean }) {
  const { store, ui, canEdit } = useEditor();
  const compact = useMediaQuery(COMPACT);

  function write() {
    // With nothing selected the panel shows the canvas, and its alternative text.
    store.select([]);
    ui.setState({ shareOpen: false, sheet: compact ? "design" : null });
  }

  return (
    <p role="note" className="-mt-3 text-muted text-xs">
      The alternative text is empty{isBlank ? "" : " without values"}, so{" "}
      <code className="font-mono text-2xs">alt=""</code> goes out: who does not see the picture gets no words
      for it.{" "}
      {canEdit ? (
        <button
          type="button"
          onClick={write}
          className="rounded-sm font-medium text-accent-text hover:underline"
        >
          Write one
        </button>
      ) : null}
    </p>
  );
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : origin;
}

function rememberedSender(): string {
  const first = SENDERS[0]?.id ?? "";
  try {
    const id = window.localStorage.getItem(REMEMBERED);
    return SENDERS.some((sender) => sender.id === id) ? (id ?? first) : first;
  } catch {
    return first;
  }
}

function remember(id: string): void {
  try {
    window.localStorage.setItem(REMEMBERED, id);
  } catch {
    // A browser that stores nothing asks again the next time.
  }
}
