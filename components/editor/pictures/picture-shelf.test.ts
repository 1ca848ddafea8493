import { afterEach, expect, test, vi } from "vitest";
import { STRESS_PICTURES } from "@/lib/template/stress-pictures";
import { createPictureShelf } from "./picture-shelf";

afterEach(() => vi.unstubAllGlobals());

test("pictures of the stress set are drawn here: nobody is asked for them, nor for the one that is gone", async () => {
  const fetched = vi.fn(() => Promise.reject(new Error("asked")));
  vi.stubGlobal("fetch", fetched);
  const shelf = createPictureShelf("acme");
  const tall = { kind: "url", url: STRESS_PICTURES.tall } as const;
  const gone = { kind: "url", url: STRESS_PICTURES.gone } as const;
  shelf.want(tall);
  shelf.want(gone);
  await vi.waitFor(() => expect(shelf.image(tall)).toMatchObject({ width: 240, height: 960 }));
  expect(shelf.image(tall)?.href).toMatch(/^data:image\/svg\+xml,/);
  expect(shelf.want(gone)).toEqual({ state: "failed", message: "There is no picture at this address." });
  expect(fetched).not.toHaveBeenCalled();
});
