import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { childEntry } from "../decode/child-entry";
import { type CleanImage, cleanImage } from "../decode/clean-image";
import { createDecodePool, type DecodePool } from "../decode/decode-pool";
import { bundleChildren } from "../testing/bundle-child";
import { openCanaryRig } from "../testing/canary-rig";
import { malformedImages, noise } from "../testing/malformed-images";
import { createRemoteFetcher, type RemoteBody } from "./fetch-remote";
import { RemoteFailure, type RemoteFailureReason } from "./remote-failure";
import { createRemotePictures, type RemotePicturesOptions } from "./remote-picture";

const URL = "https://pictures.example/Ng%E1%BB%85n.png";
const MINUTE = 60_000;

let clock: number;
let fetched: string[];
let covers: (number | undefined)[];
let reasons: RemoteFailureReason[];

beforeEach(() => {
  clock = 1;
  fetched = [];
  covers = [];
  reasons = [];
});

function pictures(
  answer: () => Promise<RemoteBody> | RemoteBody,
  options: Partial<RemotePicturesOptions> = {},
) {
  const { remotePicture } = createRemotePictures({
    fetchRemote: async (url) => {
      fetched.push(url);
      return answer();
    },
    clean: async (bytes, { cover }) => {
      covers.push(cover);
      return clean(Buffer.from(bytes));
    },
    onFailure: (reason) => reasons.push(reason),
    now: () => clock,
    ...options,
  });
  return remotePicture;
}

const body = (maxAge: number | null = null): RemoteBody => ({
  bytes: Buffer.from("raw"),
  maxAge,
});
const clean = (bytes: Buffer): CleanImage => ({ bytes, contentType: "image/png", width: 3, height: 2 });

describe("createRemotePictures", () => {
  it("gives a picture as the painter takes it", async () => {
    expect(await pictures(() => body())(URL)).toEqual({
      href: "data:image/png;base64,cmF3",
      width: 3,
      height: 2,
      hash: createHash("sha256").update("raw").digest("hex"),
    });
  });

  it("keeps showing the last picture while its source fails", async () => {
    let fails = false;
    const remotePicture = pictures(() => (fails ? Promise.reject(new RemoteFailure("timeout")) : body()));
    const picture = await remotePicture(URL);
    fails = true;
    clock += 6 * MINUTE;
    expect(await remotePicture(URL)).toEqual(picture);
    clock += MINUTE / 2 + 1;
    expect(await remotePicture(URL)).toEqual(picture);
    expect(fetched).toHaveLength(3);
    expect(reasons).toEqual(["timeout", "timeout"]);
  });

  it("shows a last picture for a day, and no longer once its source says that it is gone", async () => {
    let error: Error | null = null;
    const remotePicture = pictures(() => (error ? Promise.reject(error) : body()));
    const picture = await remotePicture(URL);
    error = new RemoteFailure("timeout");
    for (clock = 10 * MINUTE; clock < 24 * 60 * MINUTE; clock += 10 * MINUTE) {
      expect(await remotePicture(URL), `after ${clock / MINUTE} minutes`).toEqual(picture);
    }
    clock += 11 * MINUTE;
    expect(await remotePicture(URL)).toBeNull();

    error = null;
    clock += MINUTE;
    expect(await remotePicture(URL)).toEqual(picture);
    error = new RemoteFailure("missing");
    clock += 6 * MINUTE;
    expect(await remotePicture(URL)).toBeNull();
    error = new RemoteFailure("timeout");
    clock += MINUTE;
    expect(await remotePicture(URL)).toBeNull();
  });

  it("gives every one of many pictures, also where only a few fit into memory", async () => {
    const remotePicture = pictures(() => body(), { maxBytes: 300 });
    const all = await Promise.all(Array.from({ length: 40 }, (_, index) => remotePicture(`${URL}?${index}`)));
    expect(all.filter((picture) => picture === null)).toEqual([]);
  });

  it("fetches once for many who ask at once, and for any fragment", async () => {
    const remotePicture = pictures(() => body());
    await Promise.all(Array.from({ length: 1000 }, (_, index) => remotePicture(`${URL}#${index}`)));
    expect(fetched).toEqual([URL]);
  });

  it("keeps a picture as long as its source says, but no less than a minute and no more than a day", async () => {
    for (const [maxAge, minutes] of [
      [0, 1],
      [10, 1],
      [600, 10],
      [null, 5],
      [99_999_999, 24 * 60],
    ] as const) {
      clock = 1;
      fetched = [];
      const remotePicture = pictures(() => body(maxAge));
      await remotePicture(URL);
      clock += minutes * MINUTE - 1;
      await remotePicture(URL);
      expect(fetched, `max-age ${maxAge}`).toHaveLength(1);
      clock += 2;
      await remotePicture(URL);
      expect(fetched, `max-age ${maxAge}`).toHaveLength(2);
    }
  });

  it("keeps a failure for half a minute, our own load for a second", async () => {
    for (const [error, reason, seconds] of [
      [new RemoteFailure("timeout"), "timeout", 30],
      [new AppError("invalid", "This PNG is broken."), "not_a_picture", 30],
      [new AppError("unavailable", "Too many pictures."), "busy", 1],
      [new RemoteFailure("resting"), "resting", 1],
    ] as const) {
      clock = 1;
      fetched = [];
      const remotePicture = pictures(() => Promise.reject(error));
      expect(await remotePicture(URL)).toBeNull();
      clock += seconds * 1000 - 1;
      expect(await remotePicture(URL)).toBeNull();
      expect(fetched, reason).toHaveLength(1);
      clock += 2;
      await remotePicture(URL);
      expect(fetched, reason).toHaveLength(2);
      expect(reasons.at(-1)).toBe(reason);
    }
  });

  it("remembers a picture in a few sizes, none smaller than its box", async () => {
    for (const [box, cover] of [
      [1, 256],
      [256, 256],
      [257, 512],
      [1024, 1024],
      [1025, undefined],
      [undefined, undefined],
    ] as const) {
      covers = [];
      await pictures(() => body())(URL, { box });
      expect(covers, `box ${box}`).toEqual([cover]);
    }
    fetched = [];
    const remotePicture = pictures(() => body());
    for (const box of [1, 256, 300, 512, 900, 1025, 4000, undefined]) await remotePicture(URL, { box });
    expect(fetched).toEqual([URL, URL, URL, URL]);
  });

  it("remembers nothing of one list of hosts for another", async () => {
    const lists: (readonly string[] | undefined)[] = [];
    const remotePicture = pictures(() => body(), {
      fetchRemote: async (_url, allowedHosts) => {
        lists.push(allowedHosts);
        if (allowedHosts?.includes("other.example")) throw new RemoteFailure("unlisted_host");
        return body();
      },
    });
    expect(await remotePicture(URL)).not.toBeNull();
    expect(await remotePicture(URL, { allowedHosts: ["pictures.example", "b.example"] })).not.toBeNull();
    expect(await remotePicture(URL, { allowedHosts: ["b.example", "pictures.example"] })).not.toBeNull();
    expect(await remotePicture(URL, { allowedHosts: ["other.example"] })).toBeNull();
    expect(lists).toEqual([[], ["pictures.example", "b.example"], ["other.example"]]);
  });

  it("holds four sockets to one source and sixty-four in all, whoever asks", async () => {
    const rig = await openCanaryRig();
    rig.sites.add("93.184.215.14");
    const held: Array<() => void> = [];
    const perHost = new Map<string, number>();
    rig.serve = (request, response) => {
      const host = request.headers.host ?? "";
      perHost.set(host, (perHost.get(host) ?? 0) + 1);
      held.push(() => response.end("public"));
    };
    const fetcher = createRemoteFetcher({
      network: rig.network,
      limits: { firstByteMs: 60_000, totalMs: 60_000 },
    });
    const { remotePicture } = createRemotePictures({
      fetchRemote: fetcher.fetchRemote,
      clean: async (bytes) => clean(Buffer.from(bytes)),
    });
    const asked = Array.from({ length: 200 }, (_, index) => {
      const host = `source${Math.floor(index / 10)}.example`;
      rig.zone[host] = ["93.184.215.14"];
      return remotePicture(`http://${host}/${index}.png`);
    });
    await expect.poll(() => held.length).toBe(64);
    expect(Math.max(...perHost.values())).toBe(4);
    const release = setInterval(() => held.shift()?.(), 1);
    expect((await Promise.all(asked)).every((picture) => picture !== null)).toBe(true);
    clearInterval(release);
    await fetcher.close();
    await rig.close();
  });

  it("stays within its memory", async () => {
    const remotePicture = pictures(() => body(), {
      clean: async () => clean(Buffer.alloc(3000)),
      maxBytes: 10_000,
    });
    for (const name of ["a", "b", "c"]) await remotePicture(`https://pictures.example/${name}`);
    await remotePicture("https://pictures.example/c");
    expect(fetched).toHaveLength(3);
    await remotePicture("https://pictures.example/a");
    expect(fetched).toHaveLength(4);
  });
});

describe("from socket to painter", () => {
  let pool: DecodePool;
  let child: Awaited<ReturnType<typeof bundleChildren>>;

  beforeAll(async () => {
    child = await bundleChildren("decode-child");
    pool = createDecodePool({ entry: childEntry("decode-child", child.folder), size: 1 });
  });

  afterAll(async () => {
    pool.close();
    await child.remove();
  });

  it("a real picture arrives whatever it is called, and nothing malformed does more than fail", async () => {
    const rig = await openCanaryRig();
    rig.zone["pictures.example"] = ["93.184.215.14"];
    rig.sites.add("93.184.215.14");
    const files = new Map((await malformedImages()).map((image, index) => [`/${index}`, image]));
    const photo = await noise(50, 40).jpeg().toBuffer();
    rig.serve = (request, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      response.end(files.get(request.url ?? "")?.bytes ?? photo);
    };
    const fetcher = createRemoteFetcher({ network: rig.network });
    const { remotePicture } = createRemotePictures({
      fetchRemote: fetcher.fetchRemote,
      clean: (bytes) => cleanImage(bytes, { pool }),
    });
    const found = await remotePicture("http://pictures.example/Щёголева.png");
    expect(found).toMatchObject({ width: 50, height: 40 });
    expect(found?.href).toMatch(/^data:image\/jpeg;base64,\/9j\//);
    for (const [path, { what, expected }] of files) {
      const picture = await remotePicture(`http://pictures.example${path}`);
      expect(picture !== null, what).toBe(expected === "picture");
    }
    expect(await remotePicture("http://127.0.0.1/")).toBeNull();
    expect(rig.hits).toHaveLength(0);
    await fetcher.close();
    await rig.close();
  });
});
