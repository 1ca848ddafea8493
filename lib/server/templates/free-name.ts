import type { Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { LIMITS } from "@/lib/template/limits";
import { db } from "../db";

/** The name as it is, or with the first number that no template of the workspace has. */
export async function freeName(scope: Scope, name: string): Promise<string> {
  // By letters, not by halves of one: half an emoji is no text to ask for.
  const start = [...name].slice(0, 60).join("");
  const alike = await db().template.findMany({
    where: { ...templatesWithin(scope), deletedAt: null, name: { startsWith: start } },
    select: { name: true },
  });
  const taken = new Set(alike.map((template) => template.name));
  let number = 1;
  while (taken.has(numbered(name, number))) number += 1;
  return numbered(name, number);
}

function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const suffix = ` ${number}`;
  return [...name].slice(0, LIMITS.name - suffix.length).join("") + suffix;
}
