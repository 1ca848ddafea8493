import { LIMITS } from "@/lib/template/limits";

/** A file's name as it may be shown: one line without control characters, and never a path; else `otherwise`. */
export function displayedFileName(name: string, otherwise: string): string {
  const line = name.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  const file = line.split(/[\\/]/).at(-1)?.trim() ?? "";
  return [...file].slice(0, LIMITS.name).join("") || otherwise;
}
