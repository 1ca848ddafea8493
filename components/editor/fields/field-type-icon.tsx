import {
  CalendarDays,
  Hash,
  ImageIcon,
  Link2,
  type LucideIcon,
  Palette,
  ToggleLeft,
  Type,
} from "lucide-react";
import type { FieldType } from "@/lib/template/field";

const ICONS: Record<FieldType, LucideIcon> = {
  text: Type,
  number: Hash,
  date: CalendarDays,
  image: ImageIcon,
  url: Link2,
  color: Palette,
  boolean: ToggleLeft,
};

export const FIELD_TYPE_NAMES: Record<FieldType, string> = {
  text: "Text",
  number: "Number",
  date: "Date",
  image: "Image address",
  url: "Web address",
  color: "Colour",
  boolean: "Yes or no",
};

/** What kind of value a field holds; decorative. */
export function FieldTypeIcon({ type, className }: { type: FieldType; className?: string }) {
  const Icon = ICONS[type];
  return <Icon aria-hidden {...(className ? { className } : {})} />;
}
