import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { type CountdownLayer, countdownEntry } from "@/lib/template/layers/countdown";
import type { Document } from "@/lib/template/schema";
import { field, text } from "@/lib/template/starters/build";
import type { FirstOpens } from "./first-opens";
import { decodeGif } from "./testing/decode-gif";
import { handlerRig, live, READING } from "./testing/handler-rig";

const CANVAS = { width: 480, height: 160 };
const END = Date.parse("2026-12-24T18:00:00Z");

function design(change: Partial<CountdownLayer> = {}): Document {
  const box = { id: "count", name: "Countdown", x: 20, y: 20, width: 440, height: 90 };
  const count = { ...countdownEntry.create("count", CANVAS), ...box, target: "{{ends}}", ...change };
  return {
    ...createDocument({ ...CANVAS, displayWidth: 480 }),
    background: { kind: "solid", color: "#fef3c7" },
    fields: [
      field("ends", "Ends", { type: "date", fallback: "2026-12-24 18:00" }),
      field("email", "E-mail"),
      field("name", "Name"),
    ],
    layers: [
      text({ id: "words", name: "Words", x: 20, y: 118, width: 440, height: 30 }, "Hurry, {{name}}"),
      count,
    ],
  };
}

function rigOf(change?: Partial<CountdownLayer>, options: Parameters<typeof handlerRig>[0] = {}) {
  const { rig, handle } = handlerRig(options);
  rig.rows.set("count", { ...live("ver_count", design(change)), linkId: "lnk_1" } as never);
  const at = async (
    now: number,
    query = "",
    { format = "png", ...asking }: Partial<typeof READING> & { format?: string } = {},
  ) => {
    rig.clock = now;
    return handle(`/i/count.${format}${query}`, { ...READING, ...asking });
  };
  return { rig, at };
}

const raw = (bytes: Uint8Array | null) =>
  sharp(bytes ?? new Uint8Array())
    .removeAlpha()
    .raw()
    .toBuffer();

describe("a still", () => {
  test("is the picture of its second, painted once however many ask in it", async () => {
    const { rig, at } = rigOf();
    const one = await at(END - 10_900);
    const same = await at(END - 10_001);
    const next = await at(END - 10_000);
    expect(same.headers.ETag).toBe(one.headers.ETag);
    expect(next.headers.ETag).not.toBe(one.headers.ETag);
    expect(rig.paints).toBe(2);
    expect((await at(END - 10_900, "", { ifNoneMatch: one.headers.ETag ?? "" })).status).toBe(304);
  });

  test.each([
    [{}, END - 10_500, "public, no-cache, max-age=0"],
    [
      { units: { days: true, hours: true, minutes: true, seconds: false } },
      END - 90_500,
      "public, no-cache, max-age=0, s-maxage=30",
    ],
    [
      { units: { days: true, hours: false, minutes: false, seconds: false } },
      END - 90_500,
      "public, no-cache, max-age=0, s-maxage=60",
    ],
    [{}, END + 1, "public, max-age=0, s-maxage=60, stale-if-error=604800"],
  ])("with %j at %d may be kept as long as it is true: %s", async (change, now, expected) => {
    const { at } = rigOf(change);
    for (const format of ["png", "gif"]) {
      expect((await at(now, "", { format })).headers["Cache-Control"]).toBe(expected);
    }
  });

  test("never comes from memory for an older second, whoever remembered it", async () => {
    const { at } = rigOf();
    const tags: (string | undefined)[] = [];
    for (const left of [5_000, 4_000, 3_000, 4_000]) tags.push((await at(END - left)).headers.ETag);
    expect(new Set(tags).size).toBe(3);
    expect(tags[3]).toBe(tags[1]);
    // Nor where it stands in for another.
    const { rig, at: busyAt } = rigOf();
    rig.busy = true;
    const [first, second] = [await busyAt(END - 5_000), await busyAt(END - 4_000)];
    expect(second.headers.ETag).not.toBe(first.headers.ETag);
  });
});

describe("a GIF", () => {
  test("shows sixty seconds, each as the still of that second, and plays once", async () => {
    const { rig, at } = rigOf();
    const now = END - 3_600_000 + 21_500;
    const { body, headers } = await at(now, "?name=Ana", { format: "gif" });
    expect(headers["Content-Type"]).toBe("image/gif");
    expect(Number(headers["Content-Length"])).toBeLessThanOrEqual(500_000);
    expect(rig.tasks.filter((kind) => kind === "plates")).toHaveLength(1);
    expect(rig.tasks.filter((kind) => kind === "moving")).toHaveLength(1);
    const { frames, loops } = decodeGif(body ?? new Uint8Array());
    expect(loops).toBeNull();
    expect(frames).toHaveLength(60);
    for (const [second, frame] of frames.entries()) {
      const painted = await raw((await at(now + second * 1000, "?name=Ana")).body);
      const shown = await sharp(frame.pixels, { raw: { ...CANVAS, channels: 4 } })
        .removeAlpha()
        .raw()
        .toBuffer();
      let far = 0;
      for (let byte = 0; byte < painted.length; byte += 1) {
        if (Math.abs((painted[byte] ?? 0) - (shown[byte] ?? 0)) > 24) far += 1;
      }
      // A digit that were another would be hundreds.
      expect(far, `second ${second}`).toBeLessThan(20);
    }
  });

  test("ends where the time does, and stays on what is shown then", async () => {
    const { at } = rigOf({ whenOver: "phrase", phrase: "Over" });
    const { body } = await at(END - 9_500, "", { format: "gif" });
    const { frames } = decodeGif(body ?? new Uint8Array());
    expect(frames).toHaveLength(11);
    const over = await raw((await at(END + 1)).body);
    const last = frames.at(-1)?.pixels ?? Buffer.alloc(0);
    const shown = await sharp(last, { raw: { ...CANVAS, channels: 4 } })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect(over.filter((value, byte) => Math.abs(value - (shown[byte] ?? 0)) > 24).length).toBeLessThan(20);
  });

  test("where nothing moves within it, minutes or a time that is over, it is one or two frames", async () => {
    const minutes = rigOf({ units: { days: true, hours: true, minutes: true, seconds: false } });
    const framesOf = async (body: Uint8Array | null) => decodeGif(body ?? new Uint8Array()).frames;
    const two = await framesOf((await minutes.at(END - 90_500, "", { format: "gif" })).body);
    expect(two.map(({ delay }) => delay)).toEqual([3100, 2900]);
    const { at } = rigOf();
    expect(await framesOf((await at(END + 5_000, "", { format: "gif" })).body)).toHaveLength(1);
    const { handle } = handlerRig();
    const still = await handle("/i/tag.gif?first_name=Ana", READING);
    expect(await framesOf(still.body)).toHaveLength(1);
    expect(still.headers["Cache-Control"]).toContain("s-maxage=60");
  });

  test("equal moments give equal bytes", async () => {
    const [one, two] = [rigOf(), rigOf()];
    const first = await one.at(END - 70_000, "", { format: "gif" });
    const again = await two.at(END - 70_900 + 900, "", { format: "gif" });
    expect(Buffer.compare(first.body ?? Buffer.alloc(0), again.body ?? Buffer.alloc(1))).toBe(0);
  });
});

describe("counting from the first open", () => {
  const change = {
    counts: "from_open" as const,
    recipient: "{{email}}",
    lasts: { days: 0, hours: 1, minutes: 0 },
  };

  function opens() {
    const begun = new Map<string, number>();
    const asked: { recipients: readonly string[]; begins: boolean }[] = [];
    const state = { away: false };
    const firstOpens: FirstOpens = async (_link, recipients, { now, begins }) => {
      asked.push({ recipients, begins });
      if (state.away) return { at: new Map(), complete: false };
      for (const recipient of recipients) if (begins && !begun.has(recipient)) begun.set(recipient, now);
      return { at: begun, complete: true };
    };
    return { firstOpens, begun, asked, state };
  }

  test("each recipient has a time of their own, which a look at the headers does not begin", async () => {
    const { firstOpens, begun } = opens();
    const { at } = rigOf(change, { firstOpens });
    await at(END, "?email=ana%40example.com", { method: "HEAD" });
    expect(begun.size).toBe(0);
    const ana = await at(END, "?email=ana%40example.com");
    const later = await at(END + 600_000, "?email=Ana%40example.com");
    const ben = await at(END + 600_000, "?email=ben%40example.com");
    expect(later.headers.ETag).not.toBe(ana.headers.ETag);
    expect(ben.headers.ETag).toBe(ana.headers.ETag);
    expect([...begun.keys()]).toEqual(["ana@example.com", "ben@example.com"]);
  });

  test("without the database it counts from now, says so, and is kept nowhere", async () => {
    const { firstOpens, state } = opens();
    const { at, rig } = rigOf(change, { firstOpens });
    state.away = true;
    const away = await at(END, "?email=ana%40example.com");
    expect(away.headers["X-Render-Status"]).toBe("degraded; reason=opens");
    expect(away.headers["Cache-Control"]).toBe("public, no-cache, max-age=0");
    expect(away.body).not.toBeNull();
    expect(rig.events.at(-1)?.error).toBeUndefined();
  });

  test("nobody who is not named is asked for", async () => {
    const { firstOpens, asked } = opens();
    const { at } = rigOf(change, { firstOpens });
    expect((await at(END, "")).headers["X-Render-Status"]).toBe("ok");
    expect(asked).toEqual([]);
  });
});
