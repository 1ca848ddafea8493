"use client";

import { ChevronRight } from "lucide-react";
import { ContextMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { MENU_ITEM_LOOK, MENU_LOOK } from "./menu-look";

export const ContextMenu = Primitive.Root;
export const ContextMenuTrigger = Primitive.Trigger;
export const ContextMenuSub = Primitive.Sub;

export function ContextMenuContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content collisionPadding={8} className={classNames(MENU_LOOK, className)} {...rest} />
    </Primitive.Portal>
  );
}

export type ContextMenuItemProps = ComponentProps<typeof Primitive.Item> & {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
};

export function ContextMenuItem({ icon, shortcut, danger = false, children, ...rest }: ContextMenuItemProps) {
  return (
    <Primitive.Item
      {...rest}
      className={classNames(MENU_ITEM_LOOK, danger && "text-danger-text data-[highlighted]:bg-danger-soft")}
    >
      {icon ? <span className={classNames("[&>svg]:size-4", danger ? "" : "text-faint")}>{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Primitive.Item>
  );
}

export function ContextMenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export function ContextMenuSubTrigger({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <Primitive.SubTrigger className={MENU_ITEM_LOOK}>
      {icon ? <span className="text-faint [&>svg]:size-4">{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <ChevronRight aria-hidden className="size-3.5 text-faint" />
    </Primitive.SubTrigger>
  );
}

export function ContextMenuSubContent({ className, ...rest }: ComponentProps<typeof Primitive.SubContent>) {
  return (
    <Primitive.Portal>
      <Primitive.SubContent
        sideOffset={4}
        collisionPadding={8}
        className={classNames(MENU_LOOK, className)}
        {...rest}
      />
    </Primitive.Portal>
  );
}
