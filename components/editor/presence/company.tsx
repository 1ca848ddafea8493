"use client";

import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { Avatar } from "@/components/ui/avatar";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useEditor } from "../editor-context";
import { companionWords, companySentence } from "./companion-words";

/** Faces shown side by side; the others are counted. */
const FACES = 3;

/** Who else has this template open: faces in the bar, names behind them, and a word when somebody comes. */
export function Company() {
  const { presence, announce } = useEditor();
  const others = useStore(presence.state);
  const known = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const came = others.filter((each) => !known.current.has(companionWords(each)));
    known.current = new Set(others.map(companionWords));
    if (came.length === 0) return;
    toast(companySentence(came), { id: "company" });
    announce(companySentence(came));
  }, [others, announce]);

  if (others.length === 0) return null;
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`Also here: ${companySentence(others)}`}
        className="flex h-7 shrink-0 items-center rounded-md px-1 hover:bg-hover data-[state=open]:bg-active"
      >
        {others.slice(0, FACES).map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name
          <span key={index} className="-ml-1 rounded-full ring-2 ring-panel first:ml-0">
            <Avatar name={each.name} round />
          </span>
        ))}
        {others.length > FACES ? (
          <span className="figures pl-1 text-muted text-xs">+{others.length - FACES}</span>
        ) : null}
      </PopoverTrigger>
      <PopoverContent align="start" aria-label="Also here" className="w-64">
        <ul className="grid gap-2">
          {others.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name
            <li key={index} className="flex items-center gap-2 text-sm">
              <Avatar name={each.name} round />
              <span className="wrap-anywhere min-w-0">{companionWords(each)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-muted text-xs">
          What others save appears here while you have nothing unsaved. Otherwise you choose between the two
          versions.
        </p>
      </PopoverContent>
    </Popover>
  );
}
