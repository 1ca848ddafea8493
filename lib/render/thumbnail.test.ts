import { afterEach, beforeEach, expect, test } from "vitest";
import type { FontFamily } from "@/lib/paint/font-catalogue";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import { renderThumbnail } from "./thumbnail";

const OWNER = { workspaceId: "wsp_a", allowedImageHosts: [] };
const FAMILY = "f_0123456789abcdef01234567";
const blank = createDocument({ width: 60, height: 60, displayWidth: 60 });

/** What the engine does, and the families it was given. */
let paint: () => Promise<{ bytes: Uint8Array }>;
let given: readonly FontFamily[];
let own: FontFamily[];

beforeEach(() => {
  paint = async () => ({ bytes: new Uint8Array(3) });
  processWide("render-engine", () => ({
    renderWhole: ({ families }: { families: readonly FontFamily[] }) => {
      given = families;
      return paint();
    },
  }));
  processWide("workspace-fonts", () => ({ families: async () => own }));
});
afterEach(() => {
  for (const name of ["render-engine", "workspace-fonts"]) takeProcessWide(name);
});

test("a thread that was ended for taking too long is a busy moment", async () => {
  const aborted = Object.assign(new Error("The task has been aborted"), { name: "AbortError" });
  paint = () => Promise.reject(aborted);
  await expect(renderThumbnail(blank, OWNER)).rejects.toMatchObject({ code: "unavailable", cause: aborted });
  paint = () => Promise.reject(new Error("a fault"));
  await expect(renderThumbnail(blank, OWNER)).rejects.toThrow("a fault");
});

test("a picture whose font cannot be had is not complete", async () => {
  const text = ENTRIES.text.create("headline", blank);
  const document = { ...blank, layers: [{ ...text, style: { ...text.style, fontFamily: FAMILY } }] };
  own = [{ family: FAMILY, label: "Acme", category: "sans", faces: [] }];
  expect((await renderThumbnail(document, OWNER)).complete).toBe(true);
  expect(given).toEqual(own);
  own = [];
  expect((await renderThumbnail(document, OWNER)).complete).toBe(false);
  expect(given).toEqual([]);
});
