import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { handlerRig, READING, type Rig } from "./testing/handler-rig";

describe("when something is wrong, still a picture", () => {
  test("an unknown link is a 404 with a picture, a deleted one a 200 of its own size", async () => {
    const { get } = handlerRig();
    const unknown = await get("/i/nobody.png");
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "image/png"]);
    const gone = await get("/i/gone.jpg?first_name=Ann");
    expect([gone.status, gone.headers.get("x-render-status")]).toEqual([200, "fallback; reason=deleted"]);
    const metadata = await sharp(Buffer.from(await gone.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: "jpeg", width: 300, height: 200 });
    expect((await get("/i/draft.png")).status).toBe(200);
  });

  test.each([
    "/i/",
    "/i/thanks",
    "/i/thanks.exe",
    "/i/a%2Fb.png",
    "/i/../thanks.png",
    "/i/thanks.PNG",
    "/i/thanks.png;x",
  ])("no other spelling of a path reaches a link: %s", async (path) => {
    const { get } = handlerRig();
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "image/png"]);
  });

  test("the database down: what is known is shown, what is not gets a card; neither is kept for long", async () => {
    const { rig, get } = handlerRig();
    rig.down = true;
    const blind = await get("/i/thanks.png?first_name=Ann");
    expect([blind.status, blind.headers.get("x-render-status")]).toEqual([200, "fallback; reason=database"]);
    expect(blind.headers.get("cache-control")).toBe("public, max-age=30");
  });

  test("no room to paint: the picture without values, made once for all, and kept for seconds", async () => {
    const { rig, get, bytes } = handlerRig();
    const fallback = await handlerRig().bytes("/i/tag.png");
    rig.busy = true;
    const paths = Array.from({ length: 200 }, (_, index) => `/i/tag.png?first_name=${index}`);
    const answers = await Promise.all(paths.map((path) => get(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ headers }) => headers.get("x-render-status")))).toEqual(
      new Set(["fallback; reason=busy"]),
    );
    expect(answers[0]?.headers.get("cache-control")).toBe("public, max-age=5");
    expect(Buffer.from((await answers[9]?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(fallback)).toBe(true);
    expect(rig.paints).toBe(1);
    rig.busy = false;
    expect((await bytes("/i/tag.png?first_name=9")).equals(fallback)).toBe(false);
  });

  test("a broken painter gives a card of the picture's size and a log entry", async () => {
    const { rig, get } = handlerRig();
    rig.broken = true;
    const response = await get("/i/thanks.png?first_name=Ann");
    expect([response.status, response.headers.get("x-render-status")]).toEqual([
      200,
      "fallback; reason=failed",
    ]);
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({
      width: 1200,
      height: 628,
    });
    expect(rig.events.at(-1)?.error).toBeInstanceOf(Error);
  });

  test("a version that cannot be compiled is tried once, however many ask for its pictures", async () => {
    const { rig, get } = handlerRig();
    rig.failing = ["plates"];
    for (let index = 0; index < 20; index += 1) {
      const response = await get(`/i/tag.png?first_name=${index}`);
      expect(response.headers.get("x-render-status")).toBe("fallback; reason=failed");
    }
    expect(rig.tasks).toEqual(["plates", "drawing"]);
  });

  describe("where no task ever ends", () => {
    /** Answers and how long they took, ms on a clock that is told to go on. */
    async function timed(paths: string[], prepare: (rig: Rig) => Promise<void> = async () => {}) {
      const { rig, get } = handlerRig();
      await prepare(rig);
      rig.hangs = true;
      vi.useFakeTimers();
      try {
        const started = performance.now();
        const answers = paths.map(async (path) => ({
          response: await get(path),
          ms: performance.now() - started,
        }));
        await vi.advanceTimersByTimeAsync(60_000);
        return await Promise.all(answers);
      } finally {
        vi.useRealTimers();
      }
    }

    test("a link is still answered within 15 seconds, and one that shows nothing within one", async () => {
      const answers = await timed(["/i/nobody.png", "/i/gone.jpg", "/i/tag.webp?first_name=Ann"]);
      expect(answers.map(({ response }) => response.status)).toEqual([404, 200, 200]);
      expect(answers.map(({ ms }) => ms)).toEqual([1_000, 1_000, 15_000]);
      for (const { response } of answers) expect(response.headers.get("content-type")).toBe("image/png");
    });

    test("with a card that was drawn when the process began", async () => {
      const paths = ["/i/gone.jpg", "/i/nobody.webp", "/i/nobody.pdf"];
      const answers = await timed(paths, async ({ neutral }) => neutral.prepare());
      const types = answers.map(({ response }) => response.headers.get("content-type"));
      expect(types).toEqual(["image/jpeg", "image/webp", "application/pdf"]);
    });
  });

  test("only a card of a link that was just now deleted is kept for minutes", async () => {
    const keep = async ({ get }: Pick<ReturnType<typeof handlerRig>, "get">) =>
      (await get("/i/gone.jpg")).headers.get("cache-control");
    const known = handlerRig();
    expect(await keep(known)).toBe("public, max-age=300");
    known.rig.down = true;
    known.rig.now += 60_000;
    expect(await keep(known)).toBe("public, max-age=30");
    const undrawn = handlerRig();
    undrawn.rig.failing = ["drawing"];
    expect(await keep(undrawn)).toBe("public, max-age=30");
  });

  test("a card whose drawing failed is drawn when it can be", async () => {
    const { rig, get } = handlerRig();
    rig.failing = ["drawing"];
    expect((await get("/i/gone.jpg")).headers.get("content-type")).toBe("image/png");
    rig.failing = [];
    expect((await get("/i/gone.jpg")).headers.get("content-type")).toBe("image/jpeg");
  });

  test("a logo that does not load leaves the rest of the picture and says so", async () => {
    const { get } = handlerRig();
    const response = await get(
      "/i/sales.png?company_name=Ann%20Co&logo_url=https%3A%2F%2Fpictures.invalid%2Fa.png",
    );
    expect([response.status, response.headers.get("x-render-status")]).toEqual([
      200,
      "degraded; reason=picture",
    ]);
  });

  test("a picture inside a picture of ours is a card, so that none can hold itself", async () => {
    const { rig, get } = handlerRig();
    const response = await get("/i/thanks.png?first_name=Ann", { headers: { "x-render-depth": "1" } });
    expect([response.status, response.headers.get("x-render-status")]).toEqual([
      200,
      "fallback; reason=recursion",
    ]);
    expect(rig.paints).toBe(0);
    // Nor does one come from what lies in memory.
    await get("/i/thanks.png?first_name=Ann");
    const again = await get("/i/thanks.png?first_name=Ann", { headers: { "x-render-depth": "1" } });
    expect(again.headers.get("x-render-status")).toBe("fallback; reason=recursion");
    // The header is no part of any cache's key.
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("other methods are told which ones there are", async () => {
    const { rig, get, atOnce } = handlerRig();
    const response = await get("/i/thanks.png", { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect([response.headers.get("content-type"), rig.tasks]).toEqual(["image/png", []]);
    await get("/i/tag.png");
    expect(atOnce("/i/tag.png", { ...READING, method: "POST" })).toBeNull();
  });
});
