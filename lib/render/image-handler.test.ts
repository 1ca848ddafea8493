import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { encodePercent } from "@/lib/link/percent";
import { CUT_TAGS, LITERAL_TAGS, ODD_VALUES } from "@/lib/link/testing/corpus";
import { field } from "@/lib/template/starters/build";
import { loyaltyThankYou } from "@/lib/template/starters/loyalty-thank-you";
import { textsOfPdf } from "./pdf/testing/raster-pdf";
import { handlerRig, live, NAME_TAG, READING } from "./testing/handler-rig";

describe("a published link", () => {
  test("answers with the picture, its length, its tag and no cookie", async () => {
    const { get } = handlerRig();
    const response = await get("/i/thanks.png?first_name=Nguy%E1%BB%85n&loyalty_points=250");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("x-render-status")).toBe("ok");
    expect(response.headers.get("cache-control")).toContain("max-age=0");
    expect(response.headers.get("set-cookie")).toBeNull();
    const body = Buffer.from(await response.arrayBuffer());
    expect(Number(response.headers.get("content-length"))).toBe(body.length);
    expect(await sharp(body).metadata()).toMatchObject({ format: "png", width: 1200, height: 628 });
  });

  test.each([
    ["jpg", "image/jpeg", "jpeg"],
    ["webp", "image/webp", "webp"],
    ["avif", "image/avif", "heif"],
    ["gif", "image/gif", "gif"],
  ])("gives %s as %s", async (extension, type, format) => {
    const { get } = handlerRig();
    const response = await get(`/i/thanks.${extension}?first_name=O'Neil`);
    expect(response.headers.get("content-type")).toBe(type);
    const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format, width: 1200, height: 628 });
  });

  test("gives pdf as one page", async () => {
    const { get, rig } = handlerRig();
    const response = await get("/i/thanks.pdf?first_name=O'Neil");
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("x-render-status")).toBe("ok");
    const body = Buffer.from(await response.arrayBuffer());
    expect(body.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(rig.events.at(-1)?.error).toBeUndefined();
    const [text] = await textsOfPdf(body);
    expect(text).toContain("O'Neil");
    expect(body.toString("latin1")).toContain("/Lang (en-US)");
  });

  test("gives no page whose title says another's name, though they look alike", async () => {
    const { get, rig } = handlerRig();
    const plain = { ...NAME_TAG, alt: "A card for {{first_name}}", layers: [] };
    rig.rows.set("alike", live("ver_alike", plain));
    const page = async (name: string) => {
      const body = Buffer.from(await (await get(`/i/alike.pdf?first_name=${name}`)).arrayBuffer());
      return body.toString("latin1");
    };
    expect(await page("Ada")).toContain("(A card for Ada)");
    expect(await page("Eve")).toContain("(A card for Eve)");
  });

  test("in the size, scale and weight that the address asks for", async () => {
    const { rig, get } = handlerRig();
    const variant = {
      id: "v1",
      name: "Łódź story",
      width: 200,
      height: 400,
      displayWidth: 200,
      overrides: {},
    };
    rig.rows.set("sized", live("ver_9", { ...loyaltyThankYou, variants: [variant] }));
    const metadata = async (path: string) =>
      sharp(Buffer.from(await (await get(path)).arrayBuffer())).metadata();
    const story = { width: 200, height: 400 };
    for (const name of ["v1", "lodz-story", "200x400"]) {
      expect(await metadata(`/i/sized.png?first_name=Ann&_size=${name}`)).toMatchObject(story);
    }
    expect(await metadata("/i/sized.png?_size=nothing")).toMatchObject({ width: 1200, height: 628 });
    expect(await metadata("/i/sized.png?_size=v1&_scale=3")).toMatchObject({ width: 600, height: 1200 });
    const light = await get("/i/sized.jpg?first_name=Ann&_scale=2&_kb=110");
    expect(Number(light.headers.get("content-length"))).toBeLessThanOrEqual(100_000);
    expect(light.headers.get("x-render-weight")).toMatch(/^\d+; quality=(?!80)\d+; budget=100000$/);
    const impossible = await get("/i/sized.jpg?first_name=Ann&_kb=10");
    expect(impossible.headers.get("x-render-weight")).toMatch(/; budget=20000; over$/);
    const png = await get("/i/sized.png?first_name=Ann");
    expect(png.headers.get("x-render-weight")).toMatch(/^\d+$/);
    expect(png.headers.get("x-render-weight")).toBe(png.headers.get("content-length"));
  });

  test("a size is compiled once, however it is spelt, and a size that is none costs nothing", async () => {
    const { rig, get } = handlerRig();
    const variant = { id: "v1", name: "Story", width: 200, height: 400, displayWidth: 200, overrides: {} };
    rig.rows.set("sized", live("ver_9", { ...NAME_TAG, variants: [variant] }));
    const spellings = [
      "",
      "_size=none",
      "_size=%00",
      "_size=v1",
      "_size=Story",
      "_size=STORY",
      "_size=200x400",
    ];
    for (const spelling of spellings) await get(`/i/sized.png?${spelling}`);
    for (const kilobytes of [50, 51, 58, 300, 310]) await get(`/i/sized.png?_kb=${kilobytes}`);
    const count = (kind: string) => rig.tasks.filter((task) => task === kind).length;
    expect([count("plates"), count("encoding")]).toEqual([2, 2]);
  });

  test("a ground that is everybody's own compiles nothing", async () => {
    const { rig, get, bytes } = handlerRig();
    const fields = [...NAME_TAG.fields, field("colour", "Colour", { type: "color" })];
    rig.rows.set("ground", live("ver_7", { ...NAME_TAG, fields, backgroundKey: "colour" }));
    const red = await bytes("/i/ground.png?colour=%23ff0000");
    expect((await sharp(red).raw().toBuffer()).subarray(0, 3)).toEqual(Buffer.from([255, 0, 0]));
    expect((await get("/i/ground.jpg?colour=%230000ff")).headers.get("x-render-status")).toBe("ok");
    expect(rig.tasks).toEqual(["whole", "whole"]);
  });

  test("many who ask for nothing get one card", async () => {
    const { rig, get } = handlerRig();
    await Promise.all(Array.from({ length: 50 }, (_, index) => get(`/i/nobody-${index}.png`)));
    expect(rig.tasks).toEqual(["drawing"]);
    const huge = { state: "deleted", workspaceId: "w", width: 4096, height: 1024 } as const;
    rig.rows.set("huge", huge);
    const card = Buffer.from(await (await get("/i/huge.png")).arrayBuffer());
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 300 });
  });

  test("a scale that would make a picture larger than the largest canvas is brought down", async () => {
    const { rig, get } = handlerRig();
    rig.rows.set("wide", live("ver_8", { ...NAME_TAG, width: 2000, height: 20 }));
    const response = await get("/i/wide.png?_scale=3");
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ width: 4000 });
  });

  test("answers 304 to its own tag without painting, and HEAD as GET without a body", async () => {
    const { rig, get } = handlerRig();
    const path = "/i/thanks.png?first_name=%C5%81%C3%B3d%C5%BA";
    const full = await get(path);
    const etag = full.headers.get("etag") ?? "";
    const again = await get(path, { headers: { "if-none-match": `W/"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const head = await get(path, { method: "HEAD" });
    expect(await head.text()).toBe("");
    for (const name of ["etag", "content-length", "content-type", "cache-control"]) {
      expect(head.headers.get(name)).toBe(full.headers.get(name));
    }
    expect(rig.paints).toBe(1);
  });

  test("answers 304 to its own tag without painting also when the picture is no longer there", async () => {
    const { rig, get, atOnce } = handlerRig({ cacheBytes: 1 });
    const path = "/i/tag.png?first_name=Ren%C3%A9e";
    const first = await get(path);
    const etag = first.headers.get("etag") ?? "";
    expect(rig.paints).toBe(1);
    const again = await get(path, { headers: { "if-none-match": etag } });
    expect([again.status, again.headers.get("etag")]).toEqual([304, etag]);
    expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
    expect(atOnce(path, { ...READING, ifNoneMatch: etag })).toMatchObject({ status: 304, body: null });
    const restarted = handlerRig();
    const known = await restarted.get(path, { headers: { "if-none-match": etag } });
    expect([known.status, restarted.rig.tasks]).toEqual([304, []]);
    expect(restarted.atOnce(path)).toBeNull();
    const stranger = await restarted.get(path, { headers: { "if-none-match": '"another"' } });
    expect([stranger.status, restarted.rig.paints, rig.paints]).toEqual([200, 1, 1]);
  });

  test("paints once for a thousand equal requests, and for noise that changes nothing", async () => {
    const { rig, get } = handlerRig();
    const noise = (index: number) =>
      `/i/thanks.png?x=${index}&first_name=O%27Neil&loyalty_points=12&utm=${index}`;
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => get(noise(index))));
    expect(new Set(answers.map((answer) => answer.headers.get("etag"))).size).toBe(1);
    expect(rig.paints).toBe(1);
  });

  test("an address asked for again is answered at once, with the very same reply", async () => {
    const { rig, get, atOnce } = handlerRig();
    const path = "/i/tag.png?first_name=Ren%C3%A9e";
    expect(atOnce(path)).toBeNull();
    const first = await get(path);
    const body = Buffer.from(await first.arrayBuffer());
    const reply = atOnce(path);
    expect(Buffer.from(reply?.body ?? []).equals(body)).toBe(true);
    expect(reply?.status).toBe(200);
    const sent = Object.entries(reply?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(first.headers));
    expect(atOnce(path, { ...READING, method: "HEAD" })).toMatchObject({ status: 200, body: null });
    expect(atOnce(path, { ...READING, ifNoneMatch: first.headers.get("etag") })).toMatchObject({
      status: 304,
    });
    expect(rig.paints).toBe(1);
    expect(atOnce(`${path}x`)).toBeNull();
  });

  test("an address is not answered from what it showed in an earlier version, or out of date", async () => {
    const { rig, get, atOnce } = handlerRig();
    const path = "/i/tag.png?first_name=Ren%C3%A9e";
    await get(path);
    rig.rows.set("tag", live("ver_4", { ...NAME_TAG, width: 330 }));
    rig.links.forget("tag");
    // Somebody else's request makes the new version known.
    await get("/i/tag.png?first_name=O'Neil");
    expect(atOnce(path)).toBeNull();
    const body = Buffer.from(await (await get(path)).arrayBuffer());
    expect((await sharp(body).metadata()).width).toBe(330);
    expect(atOnce(path)).not.toBeNull();
    rig.now += 60_000;
    expect(atOnce(path)).toBeNull();
  });

  test("shows everybody their own picture, also where only a few of them fit into memory", async () => {
    const { get, bytes } = handlerRig({ cacheBytes: 3 * (await handlerRig().bytes("/i/tag.png")).length });
    const paths = Array.from({ length: 60 }, (_, index) => `/i/tag.png?first_name=Nguy%E1%BB%85n%20${index}`);
    const answers = await Promise.all(paths.map((path) => get(path)));
    expect(new Set(answers.map((answer) => answer.headers.get("x-render-status")))).toEqual(new Set(["ok"]));
    expect(new Set(answers.map((answer) => answer.headers.get("etag"))).size).toBe(paths.length);
    const body = Buffer.from((await answers[7]?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(body.equals(await bytes(paths[7] ?? ""))).toBe(true);
  });

  test("survives 10,000 unknown parameters, control characters and lone surrogates", async () => {
    const { get } = handlerRig();
    const flood = Array.from({ length: 10_000 }, (_, index) => `p${index}=${index}`).join("&");
    for (const query of [
      flood,
      "first_name=%00%01%ED%A0%80%FF",
      "first_name=%F0%9F",
      "&&&=&=%",
      "%=%&first_name",
    ]) {
      const response = await get(`/i/thanks.png?${query}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("x-render-status")).toBe("ok");
    }
  });

  test("writes down which fields came, never what they say", async () => {
    const { rig, get } = handlerRig();
    await get("/i/thanks.png?first_name=Zxq7CanaryName&other=Zxq7CanaryName");
    expect(rig.events.at(-1)).toMatchObject({ link: "thanks", fields: ["first_name"], render: "ok" });
    expect(JSON.stringify(rig.events)).not.toContain("Zxq7CanaryName");
  });
});

describe("missing values", () => {
  test("absent, blank and every literal tag give the same bytes; odd but real values are painted", async () => {
    const { rig, bytes } = handlerRig();
    const path = (value: string) => `/i/tag.png?first_name=${encodePercent(value)}`;
    const fallback = await bytes("/i/tag.png");
    for (const value of ["", " ", "\u00a0\t", ...LITERAL_TAGS, ...CUT_TAGS]) {
      expect((await bytes(path(value))).equals(fallback), `not seen as missing: ${value}`).toBe(true);
    }
    expect(rig.paints).toBe(1);
    expect(ODD_VALUES.length).toBeGreaterThanOrEqual(200);
    for (const value of ["50% off", "[VIP] Ann", "AT&T", "0", "O'Neil", "%41", "{curly}", ...ODD_VALUES]) {
      expect((await bytes(path(value))).equals(fallback), `not painted: ${value}`).toBe(false);
    }
  });

  test("other values give other pixels", async () => {
    const { bytes } = handlerRig();
    const pictures = await Promise.all(
      ["Щёголева", "Nguyễn", "O'Neil", "Łódź", "Rheinisch-Westfälische Papierwerke GmbH"].map((name) =>
        bytes(`/i/thanks.png?first_name=${encodeURIComponent(name)}&loyalty_points=250`),
      ),
    );
    const pixels = await Promise.all(pictures.map((picture) => sharp(picture).raw().toBuffer()));
    expect(new Set(pixels.map((picture) => picture.toString("base64"))).size).toBe(5);
  });
});
