"use client";

import { Check, ChevronRight } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { MENU_ITEM_LOOK, MENU_LOOK } from "./menu-look";

export const Menu = Primitive.Root;
export const MenuTrigger = Primitive.Trigger;
export const MenuSub = Primitive.Sub;
export const MenuRadioGroup = Primitive.RadioGroup;

export function MenuContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={4}
        collisionPadding={8}
        align="start"
        className={classNames(MENU_LOOK, className)}
        {...rest}
      />
    </Primitive.Portal>
  );
}

export type MenuItemProps = ComponentProps<typeof Primitive.Item> & {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
};

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  className,
  children,
  asChild,
  ...rest
}: MenuItemProps) {
  const look = classNames(
    MENU_ITEM_LOOK,
    danger && "text-danger-text data-[highlighted]:bg-danger-soft",
    className,
  );
  if (asChild) {
    return (
      <Primitive.Item asChild className={look} {...rest}>
        {children}
      </Primitive.Item>
    );
  }
  return (
    <Primitive.Item className={look} {...rest}>
      {icon ? <span className={classNames("[&>svg]:size-4", danger ? "" : "text-faint")}>{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Primitive.Item>
  );
}

export function MenuCheckboxItem({ children, ...rest }: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem {...rest} className={classNames(MENU_ITEM_LOOK, "pl-7")}>
      <Primitive.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="size-3.5" />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.CheckboxItem>
  );
}

export function MenuRadioItem({ children, ...rest }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem {...rest} className={classNames(MENU_ITEM_LOOK, "pl-7")}>
      <Primitive.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="size-3.5" />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.RadioItem>
  );
}

export function MenuSubTrigger({ children, ...rest }: ComponentProps<typeof Primitive.SubTrigger>) {
  return (
    <Primitive.SubTrigger {...rest} className={MENU_ITEM_LOOK}>
      <span className="flex min-w-0 flex-1 items-center gap-2">{children}</span>
      <ChevronRight aria-hidden className="size-3.5 text-faint" />
    </Primitive.SubTrigger>
  );
}

export function MenuSubContent(props: ComponentProps<typeof Primitive.SubContent>) {
  return (
    <Primitive.Portal>
      <Primitive.SubContent sideOffset={4} collisionPadding={8} {...props} className={MENU_LOOK} />
    </Primitive.Portal>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Primitive.Label className="px-2 pt-1.5 pb-1 font-medium text-faint text-xs">{children}</Primitive.Label>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
