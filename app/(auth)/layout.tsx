import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-5 py-10 sm:justify-center sm:py-16">
      <div className="w-full max-w-[22rem]">
        <Link href="/" className="mb-8 inline-flex items-center gap-2 rounded-md font-semibold text-lg">
          <Logo className="size-6" />
          Nameplate
        </Link>
        {children}
      </div>
    </main>
  );
}
