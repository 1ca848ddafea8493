import { readFile } from "node:fs/promises";
import { connect, createServer, Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createPainter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { createRenderEngine } from "@/lib/render/engine/render-engine";
import { runHere } from "@/lib/render/engine/run-here";
import { createImageHandler } from "@/lib/render/image-handler";
import { createLinkCache } from "@/lib/render/link-cache";
import { createNeutralPictures } from "@/lib/render/neutral-picture";
import { overWeb } from "@/lib/render/over-web";
import { createPictureMaker } from "@/lib/render/picture-maker";
import { createRemoteFetcher, DEPTH_HEADER } from "@/lib/render/remote/fetch-remote";
import { createResolve } from "@/lib/render/remote/network";
import { createRemotePictures, remotePicture } from "@/lib/render/remote/remote-picture";
import { type CanaryRig, openCanaryRig } from "@/lib/render/testing/canary-rig";
import { type DnsAnswerer, openDnsAnswerer } from "@/lib/render/testing/dns-answerer";
import { malformedImages, noise } from "@/lib/render/testing/malformed-images";
import { REFUSED_NAMES, REFUSED_URLS } from "@/lib/render/testing/refused-urls";
import { PUBLIC, RIGGED_URLS, riggedRecords, riggedSite } from "@/lib/render/testing/rigged-urls";
import { changeImageHosts } from "@/lib/server/image-hosts";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { ask } from "@/lib/server/testing/ask";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { field } from "@/lib/template/starters/build";
import { POST as UPLOAD } from "./w/[workspace]/assets/route";
import { POST as REMOTE_IMAGE } from "./w/[workspace]/remote-image/route";

/**
 * Addresses and bytes from outside, through each door that takes them: the picture behind a link, the editor's
 * preview, and an upload. Only the wire is made up; every name and address that is not the public site's leads to a
 * canary.
 */

withTestDatabase();

type Entry = (url: string) => Promise<{ arrived: boolean; body: string }>;

let rig: CanaryRig;
let dns: DnsAnswerer;
let person: Person;
let link: (request: Request) => Promise<Response>;
let photo: Buffer;
let served: Buffer;

beforeAll(async () => {
  rig = await openCanaryRig();
  rig.sites.add(PUBLIC);
  for (const name of REFUSED_NAMES) rig.zone[name] = [PUBLIC];
  dns = await openDnsAnswerer(riggedRecords(rig.zone));
  photo = await noise(40, 40).png().toBuffer();
  served = photo;
  rig.serve = riggedSite((_request, response) => response.end(served));
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"]) {
    vi.stubEnv(name, "http://127.0.0.1:9");
  }
  openDoor();
  person = await newPerson("Щёголева");
  link = await imageLink();
});

beforeEach(() => {
  rig.hits.length = 0;
  rig.dials.length = 0;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  dns.close();
  await rig.close();
});

/** The door of this process, as `remotePicture` opens it, on the rig's wire and with nothing remembered. */
function openDoor(network: Partial<CanaryRig["network"]> = {}, connectMs = 2000): void {
  takeProcessWide("remote-pictures");
  const { fetchRemote } = createRemoteFetcher({
    network: { ...rig.network, resolve: createResolve([dns.server]), ...network },
    ownHosts: ["nameplate.example"],
    limits: { connectMs },
  });
  processWide("remote-pictures", () => createRemotePictures({ fetchRemote }));
}

/** A link that shows the picture whose address stands in `photo`. */
async function imageLink(): Promise<(request: Request) => Promise<Response>> {
  const blank = createDocument({ width: 60, height: 60, displayWidth: 60 });
  const image = ENTRIES.image.create("photo", blank);
  const document: Document = {
    ...blank,
    fields: [field("photo", "Photo", { type: "image" })],
    layers: [{ ...image, x: 0, y: 0, width: 60, height: 60, source: { kind: "field", key: "photo" } }],
  };
  const painter = createPainter({
    satori: await satoriNode(),
    loadFont: (file) => readFile(join(import.meta.dirname, "../../public", file)),
  });
  const live = {
    state: "live",
    workspaceId: "w",
    versionId: "ver_1",
    document,
    allowedImageHosts: [],
  } as const;
  const engine = createRenderEngine(runHere(async () => painter));
  const handler = createImageHandler({
    links: createLinkCache({
      pointer: async () => "ver_1",
      link: async () => ({ ...live, allowedImageHosts: [] }),
    }),
    neutral: createNeutralPictures(engine),
    maker: createPictureMaker({
      engine,
      loaders: { asset: async () => null, remote: remotePicture },
      families: async () => [],
      store: null,
      countRender: async () => true,
      secret: "a secret of the test, long enough for anybody",
      now: Date.now,
    }),
    log: () => undefined,
  });
  return overWeb(
    () => handler,
    (error) => {
      throw error;
    },
  );
}

async function show(query: string, headers: Record<string, string> = {}) {
  const response = await link(new Request(`http://localhost/i/demo.png${query}`, { headers }));
  const body = Buffer.from(await response.arrayBuffer()).toString("base64");
  return { response, body };
}

const ENTRIES_OF_ADDRESSES: Record<string, Entry> = {
  "the picture behind a link": async (url) => {
    const without = await show("");
    const { response, body } = await show(`?photo=${encodeURIComponent(url)}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    return { arrived: body !== without.body, body };
  },
  "the editor's preview": async (url) => {
    const { workspaceSlug: workspace } = person.scope;
    const answer = await ask(REMOTE_IMAGE, {
      method: "POST",
      params: { workspace },
      cookie: person.cookie,
      body: { url },
    });
    if (answer.status !== 200) expect(answer.status).toBe(422);
    return { arrived: answer.status === 200, body: await answer.text() };
  },
};

const CONTROLS = [
  ...["8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.0", "126.255.255.255"],
  ...["128.0.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1"],
  ...["223.255.255.255", "[2606:4700::1]", "[2a00:1450:4001:81b::200e]", "[::ffff:8.8.8.8]"],
  ...["site.example", "site.example.", "site.example:443", "bücher.example/Łódź.png"],
].map((host) => `http://${host}/`);

describe.each(Object.entries(ENTRIES_OF_ADDRESSES))("%s", (_name, enter) => {
  test.each(Object.entries({ ...REFUSED_URLS, ...RIGGED_URLS }))(
    "%s reaches nothing",
    async (vector, urls) => {
      openDoor();
      for (const url of urls) {
        const { arrived } = await enter(url);
        // A name that gives a good answer may be fetched from that one; a bad one is never dialled.
        if (vector !== "V64" && vector !== "V67") expect(arrived, url).toBe(false);
      }
      expect(rig.hits).toHaveLength(0);
      if (vector in REFUSED_URLS) expect(rig.dials).toEqual([]);
      expect(rig.dials.flat().every((address) => rig.sites.has(address))).toBe(true);
    },
  );

  test.each(CONTROLS)("%s is fetched", async (url) => {
    const host = new URL(url).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
    if (host.includes("example")) rig.zone[host] = [PUBLIC];
    else rig.sites.add(host);
    openDoor();
    expect((await enter(url)).arrived).toBe(true);
  });

  test("a page, an open, a closed and a silent port, and an address inside are all the same answer", async () => {
    const closed = await freePort();
    openDoor(
      {
        dial: (addresses, port) => {
          if (addresses.includes("93.184.215.20")) return connect(closed, "127.0.0.1");
          return addresses.includes("93.184.215.21") ? new Socket() : rig.network.dial(addresses, port);
        },
      },
      150,
    );
    served = Buffer.from("<html>open</html>");
    const urls = ["http://site.example/page", "http://93.184.215.20/", "http://93.184.215.21/"];
    urls.push("http://10.0.0.1/", "http://nowhere.example/", "http://site.example/loop");
    const bodies = new Set<string>();
    for (const url of urls) bodies.add((await enter(url)).body);
    served = photo;
    expect(bodies.size).toBe(1);
  });

  test("malformed pictures do no more than stay away", async () => {
    openDoor();
    for (const [index, { what, bytes, expected }] of (await malformedImages()).entries()) {
      served = bytes;
      expect((await enter(`http://site.example/${index}.png`)).arrived, what).toBe(expected === "picture");
    }
    served = photo;
  });

  test("an SVG is no source, nor is our own door", async () => {
    openDoor();
    served = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>");
    rig.zone["nameplate.example"] = [PUBLIC];
    const before = rig.visits.length;
    expect((await enter("http://site.example/logo.svg")).arrived).toBe(false);
    served = photo;
    expect((await enter("http://nameplate.example/i/demo.png")).arrived).toBe(false);
    expect((await enter("http://NAMEPLATE.example./i/demo.png")).arrived).toBe(false);
    expect(rig.visits).toHaveLength(before + 1);
  });
});

test("a picture asked for by a picture is not painted", async () => {
  const { response } = await show("?photo=http%3A%2F%2Fsite.example%2Fdeep.png", { [DEPTH_HEADER]: "1" });
  expect(response.headers.get("x-render-status")).toBe("fallback; reason=recursion");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("the editor's preview keeps to the workspace's hosts", async () => {
  openDoor();
  rig.zone["cdn.example.org"] = [PUBLIC];
  const enter = ENTRIES_OF_ADDRESSES["the editor's preview"];
  await changeImageHosts(person.scope, ["*.example.org"]);
  expect(await enter?.("http://cdn.example.org/a.png")).toMatchObject({ arrived: true });
  const away = `http://cdn.example.org/go/302?${encodeURIComponent("http://site.example/b.png")}`;
  expect(await enter?.(away)).toMatchObject({ arrived: false });
  expect(await enter?.("http://site.example/a.png")).toMatchObject({
    arrived: false,
    body: expect.stringContaining("site.example is not one of them"),
  });
  await changeImageHosts(person.scope, []);
  expect(await enter?.("http://site.example/a.png")).toMatchObject({ arrived: true });
});

test("an SVG that names every one of these addresses asks none of them", async () => {
  const all = Object.values({ ...REFUSED_URLS, ...RIGGED_URLS }).flat();
  const written = all
    .filter((url) => !url.startsWith("data:"))
    .map((url) => url.replace(/\p{Cc}/gu, "").replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`));
  const images = written
    .map((url) => `<image href="${url}" width="9" height="9"/><use href="${url}#a"/>`)
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>${images}</svg>`;
  const body = new FormData();
  body.set("file", new File([svg], "logo.svg"));
  const { workspaceSlug: workspace } = person.scope;
  const answer = await ask(UPLOAD, { method: "POST", params: { workspace }, cookie: person.cookie, body });
  expect(answer.status).toBe(201);
  expect(rig.hits).toHaveLength(0);
});

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = Object(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
