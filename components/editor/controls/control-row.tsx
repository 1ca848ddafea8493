import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A label beside its control, or above one that needs the whole row. Where the control names itself the label is for the eye only. */
export function ControlRow({
  label,
  children,
  top = false,
  stacked = false,
  mixed = false,
}: {
  label: ReactNode;
  children: ReactNode;
  top?: boolean;
  stacked?: boolean;
  /** The selected layers differ, and the control itself cannot say so. */
  mixed?: boolean;
}) {
  return (
    <div
      className={classNames(
        "flex min-w-0",
        stacked ? "flex-col gap-1" : "gap-2",
        !stacked && (top ? "items-start" : "items-center"),
      )}
    >
      <span
        aria-hidden
        className={classNames("shrink-0 text-muted text-xs", !stacked && "w-[84px]", top && "pt-1.5")}
      >
        {label}
        {mixed ? <span className="block text-2xs text-faint leading-3">Mixed</span> : null}
      </span>
      <div className={classNames("flex min-w-0", !stacked && "flex-1")}>{children}</div>
    </div>
  );
}

/** A group of controls under a heading, divided from the next by a hairline. */
export function PanelSection(props: { title: string; action?: ReactNode; children?: ReactNode }) {
  return (
    <section aria-label={props.title} className="border-b px-3 py-2.5">
      <header className="flex h-7 items-center justify-between">
        <h3 className="font-semibold text-xs">{props.title}</h3>
        {props.action}
      </header>
      {props.children ? <div className="grid gap-1.5 pt-0.5">{props.children}</div> : null}
    </section>
  );
}
