import { createServer } from "node:http";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { ERROR_STATUS } from "@/lib/errors";
import { DECODE_LIMITS } from "@/lib/render/decode/decode-limits";
import { listen, stop } from "@/lib/render/testing/canary-rig";
import { hostileSvgs } from "@/lib/render/testing/hostile-svgs";
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
        const kept = Buffer.from(await (await loadAssetFile(owner.scope, said.id)).bytes());
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

describe("SVGs", () => {
  test("one becomes the picture it draws", async () => {
    const answer = await upload(Buffer.from(LOGO), "Łódź.svg");
    expect(answer.status).toBe(201);
    const said = await answer.json();
    expect(said).toMatchObject({ name: "Łódź.svg", contentType: "image/png", width: 20, height: 20 });
    const kept = await loadAssetFile(owner.scope, said.id);
    const bytes = await kept.bytes();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png" });
    expect(Buffer.from(bytes).includes("svg")).toBe(false);
  });

  test("none reaches the network or a file, and none brings the server down", async () => {
    let hits = 0;
    const canary = createServer((_request, response) => {
      hits += 1;
      response.end();
    });
    const port = await listen(canary);
    const bait = { url: `http://127.0.0.1:${port}/`, file: "/etc/hostname", sibling: "../etc/hostname" };
    for (const { id, what, bytes, expected } of hostileSvgs(bait)) {
      const answer = await upload(bytes, "logo.svg");
      const said = await answer.json();
      expect(expected === "picture" ? [201] : [422, 413], `${id} ${what}: ${JSON.stringify(said)}`).toContain(
        answer.status,
      );
    }
    expect(hits).toBe(0);
    expect((await upload(Buffer.from(LOGO), "logo.svg")).status).toBe(201);
    await stop(canary);
  });
});

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="5"/></svg>';

test("a picture is shrunk to what a canvas can use and keeps its name", async () => {
  const answer = await upload(await noise(3000, 30).png().toBuffer(), "C:\\pictures\\O'Neil\u0000 & Co.png");
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ name: "O'Neil & Co.png", width: 3000, height: 30 });
});
