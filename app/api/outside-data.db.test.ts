import { connect, createServer, Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createRemoteFetcher } from "@/lib/render/remote/fetch-remote";
import { createResolve } from "@/lib/render/remote/network";
import { type CanaryRig, openCanaryRig } from "@/lib/render/testing/canary-rig";
import { type DnsAnswerer, openDnsAnswerer } from "@/lib/render/testing/dns-answerer";
import { handlerRig, live, NAME_TAG } from "@/lib/render/testing/handler-rig";
import { REFUSED_NAMES, REFUSED_URLS } from "@/lib/render/testing/refused-urls";
import { PUBLIC, RIGGED_URLS, riggedRecords, riggedSite } from "@/lib/render/testing/rigged-urls";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { ask } from "@/lib/server/testing/ask";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { lookUp } from "@/lib/sources/look-up/look-up";
import { POST as TEST } from "./w/[workspace]/sources/live/test/route";

/**
 * Addresses of live sources, through both doors that ask them: a picture, and the test of a source. Only the wire is
 * made up; every name and address that is not the public site's leads to a canary.
 */

withTestDatabase();

type Entry = (url: string) => Promise<{ arrived: boolean; body: string }>;

let rig: CanaryRig;
let dns: DnsAnswerer;
let person: Person;
let served: string;
/** Short where nothing is to arrive: it is waited for to the end. */
let timeoutMs: number;
const DATA = JSON.stringify({ name: "public" });

beforeAll(async () => {
  rig = await openCanaryRig();
  rig.sites.add(PUBLIC);
  for (const name of REFUSED_NAMES) rig.zone[name] = [PUBLIC];
  dns = await openDnsAnswerer(riggedRecords(rig.zone));
  served = DATA;
  rig.serve = riggedSite((_request, response) => response.end(served));
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"]) {
    vi.stubEnv(name, "http://127.0.0.1:9");
  }
  person = await newPerson("Щёголева");
});

beforeEach(() => {
  timeoutMs = 250;
  rig.hits.length = 0;
  rig.dials.length = 0;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  dns.close();
  await rig.close();
});

/** The door of this process on the rig's wire, with nothing remembered. */
function openDoor(network: Partial<CanaryRig["network"]> = {}): void {
  for (const name of ["remote-door", "source-asker", "source-tests"]) takeProcessWide(name);
  processWide("remote-door", () =>
    createRemoteFetcher({
      network: { ...rig.network, resolve: createResolve([dns.server]), ...network },
      ownHosts: ["nameplate.example"],
    }),
  );
}

const configOf = (address: string) => ({ address, values: { Name: "/name" }, timeoutMs });

const ENTRIES: Record<string, Entry> = {
  "a picture": async (url) => {
    const { rig: pictures, get } = handlerRig({ lookUp });
    const source = { sourceId: "src_1", kind: "http" as const, secrets: null, columns: ["Name"], filling: 0 };
    const sources = [{ ...source, config: configOf(url), mapping: { first_name: "Name" } }];
    pictures.rows.set("live", live("ver_3", NAME_TAG, sources));
    const response = await get("/i/live.png");
    const render = response.headers.get("x-render-status");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    return { arrived: render === "ok", body: Buffer.from(await response.arrayBuffer()).toString("base64") };
  },
  "the test of a source": async (url) => {
    const answer = await ask(TEST, {
      method: "POST",
      params: { workspace: person.scope.workspaceSlug },
      cookie: person.cookie,
      body: { config: configOf(url) },
    });
    const body = await answer.text();
    if (answer.status !== 200) expect(answer.status).toBe(422);
    const told: unknown = JSON.parse(body);
    const arrived = typeof told === "object" && told !== null && "answer" in told && told.answer !== null;
    return {
      arrived: arrived && body.includes("public"),
      body: body.replaceAll(JSON.stringify(url), '"URL"'),
    };
  },
};

describe.each(Object.entries(ENTRIES))("%s", (_name, enter) => {
  test.each(Object.entries({ ...REFUSED_URLS, ...RIGGED_URLS }))(
    "%s reaches nothing",
    async (vector, urls) => {
      openDoor();
      for (const url of urls) {
        const { arrived, body } = await enter(url);
        // A name that gives a good answer may be asked at that one; a bad one is never dialled.
        if (vector !== "V64" && vector !== "V67") expect(arrived, url).toBe(false);
        expect(body).not.toContain("secret");
      }
      expect(rig.hits).toHaveLength(0);
      if (vector in REFUSED_URLS) expect(rig.dials).toEqual([]);
      expect(rig.dials.flat().every((address) => rig.sites.has(address))).toBe(true);
    },
  );

  test("public addresses are asked", async () => {
    timeoutMs = 3_000;
    openDoor();
    for (const host of ["8.8.8.8", "100.128.0.0", "172.32.0.1", "[2606:4700::1]", "[::ffff:8.8.8.8]"]) {
      rig.sites.add(new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, ""));
    }
    rig.zone["xn--bcher-kva.example"] = [PUBLIC];
    for (const url of [
      "http://8.8.8.8/",
      "http://100.128.0.0/",
      "http://172.32.0.1/",
      "http://[2606:4700::1]/",
      "http://[::ffff:8.8.8.8]/",
      "http://site.example/",
      "http://bücher.example/Łódź",
      "http://site.example:443/",
    ]) {
      expect((await enter(url)).arrived, url).toBe(true);
    }
  });

  test("a closed and a silent port, an address inside and a name that is not there are all the same answer", async () => {
    const closed = await freePort();
    openDoor({
      dial: (addresses, port) => {
        if (addresses.includes("93.184.215.20")) return connect(closed, "127.0.0.1");
        return addresses.includes("93.184.215.21") ? new Socket() : rig.network.dial(addresses, port);
      },
    });
    rig.zone["inside.example"] = ["10.0.0.1"];
    const urls = ["http://93.184.215.20/", "http://93.184.215.21/", "http://inside.example/"];
    urls.push("http://nowhere.example/", "http://site.example/loop");
    urls.push(`http://site.example/go/302?${encodeURIComponent("http://10.0.0.1/")}`);
    const bodies = new Set<string>();
    for (const url of urls) bodies.add((await enter(url)).body);
    expect(bodies.size).toBe(1);
  });

  test("our own door is no source", async () => {
    openDoor();
    rig.zone["nameplate.example"] = [PUBLIC];
    for (const url of ["http://nameplate.example/i/demo.png", "http://NAMEPLATE.example./i/demo.png"]) {
      expect((await enter(url)).arrived).toBe(false);
    }
  });
});

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = Object(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
