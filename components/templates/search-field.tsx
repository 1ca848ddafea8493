"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { classNames } from "../ui/class-names";
import { Input } from "../ui/input";
import { Kbd } from "../ui/kbd";

/** Quiet time before a search begins, ms. */
const PAUSE = 250;

/** Searches names as one types; the search stands in the address. `/` goes here from anywhere on the page. */
export function SearchField({ label, className }: { label: string; className?: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (
        event.key !== "/" ||
        event.ctrlKey ||
        event.metaKey ||
        target?.closest("input, textarea, [role=dialog]")
      )
        return;
      event.preventDefault();
      input.current?.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      clearTimeout(timer.current);
    };
  }, []);

  function search(text: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const next = new URLSearchParams(params);
      if (text.trim()) next.set("search", text.trim());
      else next.delete("search");
      startTransition(() =>
        router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }),
      );
    }, PAUSE);
  }

  return (
    <div className={classNames("group relative", className)} aria-busy={pending}>
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder="Search"
        defaultValue={params.get("search") ?? ""}
        onChange={(event) => search(event.currentTarget.value)}
        className="pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center group-focus-within:hidden max-sm:hidden pointer-coarse:hidden">
        <Kbd keys="/" />
      </span>
    </div>
  );
}
