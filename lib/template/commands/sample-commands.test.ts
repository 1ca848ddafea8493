import { expect, test } from "vitest";
import { createDocument } from "../create-document";
import { updateSample } from "./sample-commands";

const doc = {
  ...createDocument({ width: 600, height: 300, displayWidth: 600 }),
  samples: [{ id: "s1", name: "Empty", values: {} }],
};

test("a name that is typed letter by letter keeps the space that its second word will follow", () => {
  const half = updateSample(doc, { id: "s1", change: { name: "Empty " } });
  expect(half.samples[0]?.name).toBe("Empty ");
});
