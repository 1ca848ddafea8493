"use client";

import { useTheme } from "next-themes";
import { Toaster as Primitive } from "sonner";

/** Height that a page keeps free of toasts at its bottom; a page that has something there sets it on the root. */
export const TOAST_ROOM = "--toast-room";

/** Where toasts appear. Once in the root layout; call `toast` of sonner from anywhere. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    // When Tab leaves a toast the library would send the focus back to where it came from, unseen and without end.
    <div className="contents" onBlurCapture={(event) => event.stopPropagation()}>
      <Primitive
        theme={resolvedTheme === "dark" ? "dark" : "light"}
        position="bottom-center"
        gap={8}
        offset={{ bottom: `calc(var(${TOAST_ROOM}, 0px) + 20px)` }}
        mobileOffset={{ bottom: `calc(var(${TOAST_ROOM}, 0px) + 12px)` }}
        toastOptions={{
          unstyled: true,
          classNames: {
            // Narrower toasts than the list stand in its middle; on a phone the list itself is moved in. One that is
            // leaving or out of sight takes no focus.
            toast:
              "data-[visible=false]:invisible data-[removed=true]:[interactivity:inert] inset-x-0 sm:mx-auto flex w-full items-center gap-3 rounded-lg bg-tip px-3.5 py-2.5 font-sans text-on-tip text-sm shadow-pop focus-visible:outline-2! focus-visible:outline-accent! focus-visible:outline-offset-2! sm:w-fit sm:min-w-72 sm:max-w-full",
            title: "font-medium",
            description: "opacity-75",
            content: "min-w-0 flex-1",
            actionButton:
              "shrink-0 rounded-md px-2 py-1 font-semibold text-on-tip text-sm underline underline-offset-4 hover:bg-white/10 dark:hover:bg-black/10",
          },
        }}
      />
    </div>
  );
}
