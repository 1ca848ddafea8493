import { type ReactNode, useId } from "react";

export function SettingsSection({
  title,
  description,
  id: anchor,
  children,
}: {
  title: string;
  description: string;
  /** What an address names to come here: `settings#id`. */
  id?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 border-t py-6 sm:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="min-w-0">
        <h2 id={id} className="font-medium text-sm">
          {title}
        </h2>
        <p className="mt-0.5 break-words text-faint text-xs">{description}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
