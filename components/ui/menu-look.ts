/** Look shared by drop-down and context menus and by the list of a select. */
export const MENU_LOOK =
  "z-50 min-w-44 max-w-80 animate-pop overflow-y-auto rounded-lg bg-raised p-1 shadow-pop outline-none max-h-(--radix-popper-available-height)";

export const MENU_ITEM_LOOK =
  "relative flex min-h-7 select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-[disabled]:pointer-events-none data-[highlighted]:bg-hover data-[disabled]:opacity-45 data-[state=open]:bg-hover";
