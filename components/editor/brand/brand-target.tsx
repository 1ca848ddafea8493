"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useStore } from "zustand";
import { type BrandKit, type BrandValue, brandValues, EMPTY_KIT } from "@/lib/template/brand";
import { brandPatches, valueAt } from "@/lib/template/brand-patches";
import { detachBrand, followBackground, followBrand } from "@/lib/template/commands/token-commands";
import { useEditor, useEditorIfOpen, usePanelDocument } from "../editor-context";
import type { LayerEdit } from "../inspector/use-layer-edit";

/** A property that can follow the brand kit, for the controls inside. */
export type BrandTarget = {
  /** What is followed now; null for nothing, and where the selected layers differ. */
  followed: BrandValue | null;
  /** Whether a value can stand here. */
  takes: (value: BrandValue) => boolean;
  /** Sets the value and follows it: one step. */
  follow: (value: BrandValue) => void;
  /** Keeps the value and follows it no more. */
  detach: () => void;
};

const Context = createContext<BrandTarget | null>(null);

/** What the control stands for, where that can follow the kit. */
export function useBrandTarget(): BrandTarget | null {
  return useContext(Context);
}

/** For controls inside which nothing can follow the kit, such as the colour of one stop of a gradient. */
export function NoBrandTarget({ children }: { children: ReactNode }) {
  return <Context value={null}>{children}</Context>;
}

const EMPTY = { kit: EMPTY_KIT };
const NOTHING = { getState: () => EMPTY, getInitialState: () => EMPTY, subscribe: () => () => undefined };

/** The workspace's kit as the editor has it; an empty one outside an editor. */
export function useEditorKit(): BrandKit {
  return useStore(useEditorIfOpen()?.brand.state ?? NOTHING, ({ kit }) => kit);
}

/** A property of the selected layers. A stretch of text that is selected gets the value alone: layers follow, not words. */
export function LayerBrandTarget({
  edit,
  path,
  children,
}: {
  edit: LayerEdit;
  path: string;
  children: ReactNode;
}) {
  const { store, typing, announce } = useEditor();
  const kit = useEditorKit();
  const target = useMemo((): BrandTarget => {
    const ids = edit.layers.map(({ id }) => id);
    const [token, ...others] = new Set(edit.layers.map(({ tokens }) => tokens[path]));
    return {
      followed: (others.length === 0 && token !== undefined && brandValues(kit).get(token)) || null,
      takes: (value) => edit.layers.some((layer) => brandPatches(layer, path, value) !== null),
      follow: (value) => {
        const { range } = typing.getState();
        const isStretch = store.getState().editingTextId !== null && range && range.start < range.end;
        if (isStretch && path.startsWith("style.")) {
          const [patches] = edit.layers.map((layer) => brandPatches(layer, path, value));
          if (patches) edit.set(value.name, Object.fromEntries(patches), "final");
          return;
        }
        store.dispatch(value.name, (doc) => followBrand(doc, { ids, path, value }), { of: "design" });
        announce(`Follows ${value.name}.`);
      },
      detach: () => {
        store.dispatch("Detach", (doc) => detachBrand(doc, { ids, path }), { of: "design" });
        announce("Detached: it keeps what it shows.");
      },
    };
  }, [edit, path, kit, store, typing, announce]);
  return <Context value={target}>{children}</Context>;
}

/** The canvas's background. */
export function CanvasBrandTarget({ children }: { children: ReactNode }) {
  const { store, announce } = useEditor();
  const kit = useEditorKit();
  const { backgroundToken } = usePanelDocument();
  const target = useMemo((): BrandTarget => {
    const isPaint = (value: BrandValue) => value.kind === "color" || value.kind === "gradient";
    return {
      followed: (backgroundToken !== null && brandValues(kit).get(backgroundToken)) || null,
      takes: isPaint,
      follow: (value) => {
        if (value.kind !== "color" && value.kind !== "gradient") return;
        store.dispatch(value.name, (doc) => followBackground(doc, value), { of: "design" });
        announce(`Follows ${value.name}.`);
      },
      detach: () => {
        store.dispatch("Detach", (doc) => followBackground(doc, null), { of: "design" });
        announce("Detached: it keeps what it shows.");
      },
    };
  }, [backgroundToken, kit, store, announce]);
  return <Context value={target}>{children}</Context>;
}

/** Whether something stands at the path on all of these layers. */
export function allHave(edit: LayerEdit, path: string): boolean {
  return edit.layers.length > 0 && edit.layers.every((layer) => valueAt(layer, path) !== undefined);
}
