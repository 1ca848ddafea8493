import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { ERROR_STATUS } from "@/lib/errors";
import { DECODE_LIMITS } from "@/lib/render/decode/decode-limits";
import { malformedImages, noise, SMUGGLED } from "@/lib/render/testing/malformed-images";
import { loadAssetFile } from "@/lib/server/assets";
import { db } from "@/lib/server/db";
import { ask } from "@/lib/server/testing/ask";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { POST } from "./w/[workspace]/assets/route";

/** What comes in through the upload: a picture is kept as pixels alone, anything else gets a sentence. */

withTestDatabase();

let owner: Person;
beforeAll(async () => {
  owner = await newPerson("Щёголева");
});

function upload(bytes: Uint8Array, name = "Łódź.png") {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(bytes)], name, { type: "image/png" }));
  const { workspaceSlug: workspace } = owner.scope;
  return ask(POST, { method: "POST", params: { workspace }, cookie: owner.cookie, body });
}

const count = () => db().asset.count({ where: { workspaceId: owner.scope.workspaceId } });

const MALFORMED = await malformedImages();

describe("malformed pictures", () => {
  for (const { id, what, bytes, expected } of MALFORMED) {
    test(`${id} ${what}: ${expected}`, async () => {
      const before = await count();
      const answer = await upload(bytes);
      const said = await answer.json();
      if (expected === "picture") {
        expect(answer.status).toBe(201);
        const kept = Buffer.from((await loadAssetFile(owner.scope, said.id)).bytes);
        expect(await sharp(kept).metadata()).toMatchObject({ width: said.width, height: said.height });
        expect(kept.includes(SMUGGLED)).toBe(false);
      } else {
        expect([answer.status, said.error.code]).toEqual([ERROR_STATUS[expected], expected]);
        expect(said.error.message).toMatch(/^[A-Z].{20,200}\.$/);
        expect(await count()).toBe(before);
      }
    });
  }
});

test("a file over the limit is refused with the limit, before it is decoded", async () => {
  const answer = await upload(new Uint8Array(DECODE_LIMITS.bytes + 1));
  expect(answer.status).toBe(413);
  expect((await answer.json()).error.message).toContain("at most 10 MB");
});

test("an SVG is refused with what is taken instead", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const answer = await upload(Buffer.from(svg), "logo.svg");
  expect(answer.status).toBe(415);
  expect((await answer.json()).error.message).toMatch(/SVG.*PNG/);
});

test("a picture is shrunk to what a canvas can use and keeps its name", async () => {
  const answer = await upload(await noise(3000, 30).png().toBuffer(), "C:\\pictures\\O'Neil\u0000 & Co.png");
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ name: "O'Neil & Co.png", width: 3000, height: 30 });
});
