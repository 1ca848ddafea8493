"use client";

import { ExternalLink } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { fieldsInUse, tryUrl } from "@/lib/editor/share";
import type { ImageFormat } from "@/lib/link/address";
import type { OutputChoice } from "@/lib/link/output-params";
import { LIMITS } from "@/lib/template/limits";
import type { Document } from "@/lib/template/schema";
import { PANEL_INPUT } from "../controls/panel-look";

/** Time without a keystroke after which the picture is fetched, ms. */
const PAUSE = 350;

export type LivePictureProps = {
  /** The document in the size that the address asks for. */
  document: Document;
  linkKey: string;
  format: ImageFormat;
  output: OutputChoice;
};

/** The real address with typed values: what a recipient with these values gets. */
export function LivePicture({ document, linkKey, format, output }: LivePictureProps) {
  const fields = useMemo(() => fieldsInUse(document), [document]);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    () => document.samples[0]?.values ?? {},
  );
  const origin = window.location.origin;
  // A page cannot stand in an <img>; its picture shows the same.
  const shown = format === "pdf" ? "png" : format;
  const url = useMemo(
    () => tryUrl({ document, origin, linkKey, format: shown, output }, values),
    [document, origin, linkKey, shown, output, values],
  );
  const openUrl = shown === format ? url : tryUrl({ document, origin, linkKey, format, output }, values);
  const settled = useSettled(url, PAUSE);
  const [loaded, setLoaded] = useState<{ url: string; failed: boolean } | null>(null);
  const isLoading = loaded?.url !== settled || settled !== url;

  return (
    <section className="grid min-w-0 gap-2 border-t pt-4">
      <header className="flex items-center justify-between">
        <h3 className="font-semibold text-xs">Try it</h3>
        <a
          href={openUrl}
          target="_blank"
          rel="noreferrer"
          className="flex items-center gap-1 text-muted text-xs hover:text-text"
        >
          Open
          <ExternalLink aria-hidden className="size-3" />
        </a>
      </header>
      {fields.length > 0 ? (
        <div className="grid gap-1.5 sm:grid-cols-2">
          {fields.map((field) => (
            <label key={field.key} className="flex min-w-0 items-center gap-2 text-xs">
              <span className="w-24 shrink-0 truncate text-muted">{field.label || field.key}</span>
              <input
                value={values[field.key] ?? ""}
                maxLength={LIMITS.value}
                autoComplete="off"
                spellCheck={false}
                placeholder="No value"
                onChange={(event) => setValues({ ...values, [field.key]: event.currentTarget.value })}
                className={classNames(PANEL_INPUT, "px-2")}
              />
            </label>
          ))}
        </div>
      ) : null}
      <div
        className="checkered relative overflow-hidden rounded-md ring-1 ring-line"
        style={{ aspectRatio: `${document.width} / ${document.height}` }}
      >
        {/* biome-ignore lint/performance/noImgElement: this is the very picture a recipient gets */}
        <img
          src={settled}
          alt="What a recipient with these values sees"
          data-testid="live-picture"
          aria-busy={isLoading}
          onLoad={() => setLoaded({ url: settled, failed: false })}
          onError={() => setLoaded({ url: settled, failed: true })}
          className={classNames("size-full object-contain transition-opacity", isLoading && "opacity-60")}
        />
        {loaded?.failed && !isLoading ? (
          <p className="absolute inset-0 grid place-items-center bg-panel text-danger-text text-xs">
            The picture could not be loaded. Check the connection and type a value again.
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
