import { describe, expect, it } from "vitest";
import { hitTest, layersInMarquee } from "./hit-test";
import { documentWith, group, rectangle } from "./testing/sample-document";

/** A mask of 100 x 100 px at 150, 150 of the canvas, which a photo of 400 x 300 px and a badge on it lie over. */
function maskedDocument(mask: Parameters<typeof rectangle>[1] = {}, masked = true) {
  return documentWith([
    rectangle("under", { x: 60, y: 60, width: 40, height: 40 }),
    group(
      "g",
      [
        rectangle("mask", { x: 100, y: 100, width: 100, height: 100, ...mask }),
        rectangle("photo", { x: 0, y: 0, width: 400, height: 300 }),
        rectangle("badge", { x: 150, y: 150, width: 200, height: 100 }),
      ],
      { x: 50, y: 50, masked },
    ),
  ]);
}
const hit = (document: ReturnType<typeof maskedDocument>, x: number, y: number, hidden?: Set<string>) =>
  hitTest(document, { x, y }, hidden ? { hidden } : {}).map(({ id }) => id);

describe("a masked group", () => {
  it("is hit where its mask is, through what the mask leaves", () => {
    expect(hit(maskedDocument(), 160, 160)).toEqual(["g", "photo"]);
    expect(hit(maskedDocument(), 240, 240)).toEqual(["g", "badge"]);
  });

  it("lets clicks through where its mask cuts everything away", () => {
    expect(hit(maskedDocument(), 80, 80)).toEqual(["under"]);
    expect(hit(maskedDocument(), 350, 250)).toEqual([]);
    expect(hit(maskedDocument({}, false), 350, 250)).toEqual(["g", "badge"]);
  });

  it("counts a mask as it is turned, and one that is locked", () => {
    const turned = maskedDocument({ rotation: 45, locked: true });
    expect(hit(turned, 152, 152)).toEqual([]);
    expect(hit(turned, 200, 135)).toEqual(["g", "photo"]);
  });

  it("is whole while its mask is hidden, by the designer or in this preview", () => {
    expect(hit(maskedDocument({ visible: false }), 350, 250)).toEqual(["g", "badge"]);
    expect(hit(maskedDocument(), 350, 250, new Set(["mask"]))).toEqual(["g", "badge"]);
  });

  it("is caught by a marquee that reaches the mask alone", () => {
    const ids = (x: number) =>
      layersInMarquee(maskedDocument(), { x, y: 200, width: 60, height: 20 }, null).map(({ id }) => id);
    expect(ids(200)).toEqual(["g"]);
    expect(ids(300)).toEqual([]);
  });
});
