import Link from "next/link";
import type { ReactNode } from "react";

/** A link between the pages around signing in. */
export function AuthLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm font-medium text-accent-text hover:underline">
      {children}
    </Link>
  );
}
