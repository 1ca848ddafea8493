import { expect, test } from "vitest";
import type { LinkSourceRow } from "@/lib/server/picture-reads";
import { handlerRig, live, NAME_TAG } from "./testing/handler-rig";

const SOURCE: LinkSourceRow = {
  sourceId: "src_1",
  kind: "table",
  config: {},
  secrets: null,
  columns: ["Name"],
  filling: 1,
  mapping: { first_name: "Name" },
};

test("an address that was shown before asks a source that is attached since", async () => {
  let asked = 0;
  const { rig, bytes } = handlerRig({
    lookUp: async () => {
      asked += 1;
      return { values: { first_name: "Siobhán" }, seconds: 60, complete: true };
    },
  });
  const own = await bytes("/i/tag.png?first_name=Siobh%C3%A1n");
  const before = await bytes("/i/tag.png?id=7");
  expect(await bytes("/i/tag.png?id=7")).toEqual(before);
  expect([asked, before.equals(own)]).toEqual([0, false]);
  rig.rows.set("tag", live("ver_3", NAME_TAG, [SOURCE]));
  rig.links.forget("tag");
  expect(await bytes("/i/tag.png?id=7")).toEqual(own);
  expect(asked).toBe(1);
});
