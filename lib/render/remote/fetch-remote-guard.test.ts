import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect } from "node:net";
import type { TLSSocket } from "node:tls";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CanaryRig, listen, openCanaryRig, stop } from "../testing/canary-rig";
import { type DnsRecord, openDnsAnswerer } from "../testing/dns-answerer";
import { REFUSED_NAMES, REFUSED_URLS } from "../testing/refused-urls";
import { TLS_FIXTURE } from "../testing/tls-fixture";
import { createRemoteFetcher, type RemoteFetcher, type RemoteOptions } from "./fetch-remote";
import { createResolve, systemNetwork } from "./network";
import { RemoteFailure } from "./remote-failure";

const PUBLIC = "93.184.215.14";

let rig: CanaryRig;
let open: RemoteFetcher[] = [];

beforeEach(async () => {
  rig = await openCanaryRig();
  rig.sites.add(PUBLIC);
  for (const name of REFUSED_NAMES) rig.zone[name] = [PUBLIC];
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.map((fetcher) => fetcher.close()));
  open = [];
  await rig.close();
});

function fetcher(options: RemoteOptions = {}): RemoteFetcher["fetchRemote"] {
  const created = createRemoteFetcher({ network: rig.network, ...options });
  open.push(created);
  return created.fetchRemote;
}

async function failure(promise: Promise<unknown>): Promise<RemoteFailure> {
  const error = await promise.then(
    () => new Error("expected a refusal, got a body"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof RemoteFailure)) throw error;
  return error;
}

describe("refused by text or literal", () => {
  for (const [vector, urls] of Object.entries(REFUSED_URLS)) {
    it(`${vector} ${JSON.stringify(urls[0])}`, async () => {
      const fetchRemote = fetcher();
      for (const url of urls) await failure(fetchRemote(url));
      expect(rig.hits).toHaveLength(0);
      expect(rig.dials).toEqual([]);
    });
  }

  it("none of them reaches a real listener on loopback through the machine's own network", async () => {
    for (const host of ["127.0.0.1", "::1"]) {
      let hits = 0;
      const canary = createServer((_request, response) => {
        hits += 1;
        response.end("secret");
      });
      const port = await listen(canary, host);
      const network = {
        ...systemNetwork,
        dial: (addresses: readonly string[]) => systemNetwork.dial(addresses, port),
      };
      const fetchRemote = fetcher({ network, limits: { connectMs: 500 } });
      for (const url of Object.values(REFUSED_URLS).flat()) {
        if (URL.canParse(url) && new URL(url).hostname.endsWith(".example")) continue;
        await failure(fetchRemote(url));
      }
      expect(hits, host).toBe(0);
      await stop(canary);
    }
  });

  it("the canary answers when the guard is opened, so its silence is evidence", async () => {
    const fetchRemote = fetcher({ allowPrivate: ["0.0.0.0/0", "::/0"] });
    for (const url of [
      "http://127.0.0.1/",
      "http://[::127.0.0.1]/",
      "http://168.63.129.16/",
      "http://[2001:470:1::5efe:7f00:1]/",
    ]) {
      expect((await fetchRemote(url)).bytes.toString()).toBe("secret");
    }
    expect(rig.hits).toHaveLength(4);
  });

  it("says the same sentence whatever the reason", async () => {
    rig.serve = (_request, response) => response.writeHead(500).end();
    const fetchRemote = fetcher();
    const urls = [
      "nonsense",
      "http://127.0.0.1/",
      "http://nowhere.example/",
      "http://pictures.example/",
      "http://localhost/",
    ];
    const failures = await Promise.all(urls.map((url) => failure(fetchRemote(url))));
    expect(new Set(failures.map((error) => error.message)).size).toBe(1);
    expect(failures.map((error) => error.reason)).toEqual([
      "bad_url",
      "refused_address",
      "unresolved",
      "server_error",
      "refused_host",
    ]);
  });
});

describe("refused by name", () => {
  const ipv4 = (address: string): DnsRecord => ({ type: "A", address });
  const answers: Record<string, DnsRecord[]> = {
    "127.0.0.1.nip.example": [ipv4("127.0.0.1")],
    "mixed.example": [ipv4(PUBLIC), { type: "AAAA", address: "::1" }],
    "mixed-v4.example": [ipv4(PUBLIC), ipv4("10.0.0.8")],
    "alias.example": [{ type: "CNAME", target: "middle.example" }],
    "middle.example": [{ type: "CNAME", target: "inside.example" }],
    "inside.example": [ipv4("127.0.0.1")],
    "empty.example": [],
    "honest.example": [{ type: "CNAME", target: "pictures.example" }],
    "pictures.example": [ipv4(PUBLIC)],
  };

  it("V61-V63 private, mixed and aliased answers of a real DNS server", async () => {
    const dns = await openDnsAnswerer((name) => answers[name] ?? []);
    const fetchRemote = fetcher({ network: { ...rig.network, resolve: createResolve([dns.server]) } });
    for (const host of ["127.0.0.1.nip.example", "mixed.example", "mixed-v4.example", "alias.example"]) {
      expect((await failure(fetchRemote(`http://${host}/`))).reason, host).toBe("refused_address");
    }
    for (const host of ["empty.example", "missing.example"]) {
      expect((await failure(fetchRemote(`http://${host}/`))).reason, host).toBe("unresolved");
    }
    expect(rig.dials).toEqual([]);
    expect((await fetchRemote("http://honest.example/")).bytes.toString()).toBe("public");
    expect(dns.queries).toContain("mixed.example 28");
    dns.close();
  });

  it("V64 an answer that changes between check and connection changes nothing", async () => {
    for (const order of [
      [PUBLIC, "127.0.0.1"],
      ["127.0.0.1", PUBLIC],
    ]) {
      let asked = 0;
      const dns = await openDnsAnswerer(() => [ipv4(order[asked++ % 2] ?? PUBLIC)]);
      const fetchRemote = fetcher({ network: { ...rig.network, resolve: createResolve([dns.server]) } });
      for (let round = 0; round < 6; round += 1) await fetchRemote("http://flip.example/").catch(() => {});
      expect(rig.hits).toHaveLength(0);
      expect(rig.dials.flat().every((address) => address === PUBLIC)).toBe(true);
      dns.close();
    }
  });

  it("V64 200 requests to a name that answers at random", async () => {
    let asked = 0;
    rig.zone["coin.example"] = () => [(asked++ * 7919) % 13 < 6 ? "127.0.0.1" : PUBLIC];
    rig.serve = (_request, response) => response.writeHead(200, { connection: "close" }).end("public");
    const fetchRemote = fetcher();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, () => fetchRemote("http://coin.example/")),
    );
    expect(rig.hits).toHaveLength(0);
    expect(outcomes.some((outcome) => outcome.status === "fulfilled")).toBe(true);
    expect(outcomes.some((outcome) => outcome.status === "rejected")).toBe(true);
  });

  it("V67 a reused socket still goes to the address that was checked", async () => {
    let address = PUBLIC;
    rig.zone["later.example"] = () => [address];
    const fetchRemote = fetcher();
    await fetchRemote("http://later.example/1.png");
    await new Promise((resolve) => setTimeout(resolve, 20));
    address = "127.0.0.1";
    expect((await fetchRemote("http://later.example/2.png")).bytes.toString()).toBe("public");
    expect(rig.dials).toHaveLength(1);
    expect(rig.hits).toHaveLength(0);
  });
});

describe("redirects", () => {
  function redirect(status: number, routes: Record<string, string>): void {
    rig.serve = (request, response) => {
      const location = routes[request.url ?? ""];
      if (location === undefined) response.end("public");
      else response.writeHead(status, { location }).end();
    };
  }

  it("V65 never lead inside", async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      for (const location of [
        "http://127.0.0.1/",
        "//127.0.0.1/",
        "http://[::1]/",
        "file:///etc/passwd",
        "http://",
        "",
      ]) {
        redirect(status, { "/a": location });
        await failure(fetcher()("http://pictures.example/a"));
      }
    }
    rig.zone["inside.example"] = ["192.168.1.10"];
    redirect(302, { "/a": "http://inside.example/" });
    expect((await failure(fetcher()("http://pictures.example/a"))).reason).toBe("refused_address");
    expect(rig.hits).toHaveLength(0);
  });

  it("V65 end after three hops, loops included", async () => {
    redirect(302, { "/1": "/2", "/2": "/3", "/3": "/4", "/4": "/5", "/loop": "/loop" });
    const fetchRemote = fetcher();
    expect((await failure(fetchRemote("http://pictures.example/1"))).reason).toBe("refused_redirect");
    expect((await failure(fetchRemote("http://pictures.example/loop"))).reason).toBe("refused_redirect");
    expect((await fetchRemote("http://pictures.example/2")).bytes.toString()).toBe("public");
  });

  it("never step down from https to http", async () => {
    const server = createTlsServer(TLS_FIXTURE, (_request, response) =>
      response.writeHead(302, { location: "http://pictures.example/" }).end(),
    );
    const port = await listen(server);
    const fetchRemote = fetcher({ network: tlsNetwork(port) });
    rig.zone[TLS_FIXTURE.hostname] = [PUBLIC];
    expect((await failure(fetchRemote(`https://${TLS_FIXTURE.hostname}/`))).reason).toBe("refused_redirect");
    await stop(server);
  });

  it("V66 in a Refresh header or a page are not followed", async () => {
    const page = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">';
    rig.serve = (_request, response) =>
      response.writeHead(200, { refresh: "0;url=http://127.0.0.1/" }).end(page);
    expect((await fetcher()("http://pictures.example/")).bytes.toString()).toBe(page);
    expect(rig.hits).toHaveLength(0);
  });
});

describe("own addresses", () => {
  it("are refused, also behind a redirect", async () => {
    rig.zone["nameplate.example"] = [PUBLIC];
    const fetchRemote = fetcher({ ownHosts: ["Nameplate.example"] });
    for (const path of ["/i/demo.png", "/logo.png", "/"]) {
      expect((await failure(fetchRemote(`http://nameplate.example${path}`))).reason, path).toBe("own_host");
    }
    expect(rig.visits).toHaveLength(0);
    rig.serve = (_request, response) =>
      response.writeHead(302, { location: "//NAMEPLATE.example./i/a.png" }).end();
    expect((await failure(fetchRemote("http://pictures.example/"))).reason).toBe("own_host");
  });
});

describe("a list of allowed hosts", () => {
  it("holds for the address and for every hop", async () => {
    rig.zone["cdn.example"] = [PUBLIC];
    rig.serve = (request, response) => {
      if (request.url === "/away") response.writeHead(302, { location: "http://cdn.example/a.png" }).end();
      else response.end("public");
    };
    const fetchRemote = fetcher();
    const only = ["pictures.example"];
    expect((await fetchRemote("http://pictures.example/a.png", only)).bytes.toString()).toBe("public");
    expect((await failure(fetchRemote("http://cdn.example/a.png", only))).reason).toBe("unlisted_host");
    expect((await failure(fetchRemote("http://pictures.example/away", only))).reason).toBe("unlisted_host");
    expect(rig.visits.map(({ headers, url }) => `${headers.host}${url}`)).toEqual([
      "pictures.example/a.png",
      "pictures.example/away",
    ]);
    await fetchRemote("http://pictures.example/away", [...only, "cdn.example"]);
    await fetchRemote("http://pictures.example/away");
    const inside = failure(fetchRemote("http://127.0.0.1/", ["127.0.0.1"]));
    expect((await inside).reason).toBe("refused_address");
  });
});

describe("what a source sees", () => {
  it("V68 the socket itself, whatever proxies the environment names", async () => {
    for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"])
      vi.stubEnv(name, "http://127.0.0.1:9");
    vi.stubEnv("NODE_USE_ENV_PROXY", "1");
    await fetcher()("http://pictures.example/a.png?x=1");
    expect(rig.dials).toEqual([[PUBLIC]]);
    expect(rig.visits[0]?.url).toBe("/a.png?x=1");
  });

  it("a fixed set of headers, nothing of the caller", async () => {
    await fetcher()("http://pictures.example/a.png");
    expect(Object.keys(rig.visits[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
      "x-render-depth",
    ]);
  });

  it("its own name in TLS and Host; a certificate for another name is refused", async () => {
    const names: unknown[] = [];
    const server = createTlsServer(TLS_FIXTURE, (request, response) => {
      names.push((request.socket as TLSSocket).servername, request.headers.host);
      response.end("public");
    });
    const port = await listen(server);
    const fetchRemote = fetcher({ network: tlsNetwork(port) });
    rig.zone[TLS_FIXTURE.hostname] = [PUBLIC];
    expect((await fetchRemote("https://bilder.example./a.png")).bytes.toString()).toBe("public");
    expect(names).toEqual(["bilder.example", "bilder.example"]);
    rig.zone["other.example"] = [PUBLIC];
    expect((await failure(fetchRemote("https://other.example/"))).reason).toBe("unreachable");
    await stop(server);
  });
});

describe("accepted", () => {
  const literals = ["8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1"];
  literals.push(
    "9.255.255.255",
    "11.0.0.1",
    "126.255.255.255",
    "128.0.0.1",
    "192.169.0.1",
    "223.255.255.255",
  );

  for (const literal of [...literals, "[2606:4700::1]", "[2a00:1450:4001:81b::200e]", "[::ffff:8.8.8.8]"]) {
    it(`http://${literal}/`, async () => {
      const address = new URL(`http://${literal}`).hostname.replace(/[[\]]/g, "");
      rig.sites.add(address);
      expect((await fetcher()(`http://${literal}/`)).bytes.toString()).toBe("public");
      expect(rig.dials).toEqual([[address]]);
    });
  }

  it("names: international, trailing dot, port 443, several good addresses", async () => {
    rig.zone["xn--bcher-kva.example"] = [PUBLIC];
    rig.zone["two.example"] = [PUBLIC, "2606:4700::1"];
    rig.sites.add("2606:4700::1");
    const fetchRemote = fetcher();
    for (const url of [
      "http://bücher.example/Łódź.png",
      "http://two.example./",
      "http://pictures.example:443/",
    ]) {
      expect((await fetchRemote(url)).bytes.toString(), url).toBe("public");
    }
    expect(rig.visits[0]?.headers.host).toBe("xn--bcher-kva.example");
    expect(rig.dials[1]).toEqual([PUBLIC, "2606:4700::1"]);
  });

  it("redirects: three, and from one host to another", async () => {
    rig.zone["cdn.example"] = [PUBLIC];
    const steps: Record<string, string> = {
      "/1": "http://cdn.example/2",
      "/2": "/3",
      "/3": "//pictures.example/4",
    };
    rig.serve = (request, response) => {
      const location = steps[request.url ?? ""];
      response.writeHead(location ? 307 : 200, location ? { location } : {}).end("public");
    };
    expect((await fetcher()("http://pictures.example/1")).bytes.toString()).toBe("public");
  });

  it("bodies: chunked, gzip, any content type; with how long they may be kept", async () => {
    rig.serve = (request, response) => {
      if (request.url === "/chunked") {
        response.write("pub");
        return response.end("lic");
      }
      response.writeHead(200, {
        "content-encoding": "gzip",
        "content-type": "text/html",
        "cache-control": "public, max-age=600, s-maxage=90",
      });
      return response.end(gzipSync("public"));
    };
    const fetchRemote = fetcher();
    expect((await fetchRemote("http://pictures.example/chunked")).bytes.toString()).toBe("public");
    const zipped = await fetchRemote("http://pictures.example/zipped");
    expect(zipped.bytes.toString()).toBe("public");
    expect(zipped.maxAge).toBe(90);
  });

  it("an opened block of a closed network, with its local name", async () => {
    rig.zone["minio.local"] = ["10.9.0.4"];
    rig.sites.add("10.9.0.4");
    const fetchRemote = fetcher({ allowPrivate: ["10.9.0.0/24"] });
    expect((await fetchRemote("http://minio.local/logo.png")).bytes.toString()).toBe("public");
  });
});

/** Leads every dial to a TLS server and trusts its certificate. */
function tlsNetwork(port: number): RemoteOptions["network"] {
  return { ...rig.network, ca: TLS_FIXTURE.cert, dial: () => connect(port, "127.0.0.1") };
}
