import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A label beside its control. Where the control names itself the label is for the eye only. */
export function ControlRow({
  label,
  children,
  top = false,
}: {
  label: string;
  children: ReactNode;
  top?: boolean;
}) {
  return (
    <div className={classNames("flex min-w-0 gap-2", top ? "items-start" : "items-center")}>
      <span aria-hidden className={classNames("w-[84px] shrink-0 text-muted text-xs", top && "pt-1.5")}>
        {label}
      </span>
      <div className="flex min-w-0 flex-1">{children}</div>
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
