import type { Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PictureRequest } from "@/lib/render/image-response";
import { createWebServer, type WebServerParts } from "./create-web-server";
import { drain } from "./drain";
import { listen, pictureReply, talk as talkTo } from "./testing/raw-client";

let server: Server;
let port: number;
let asked: PictureRequest[];
let parts: WebServerParts;
let errors: unknown[];

beforeEach(async () => {
  asked = [];
  errors = [];
  parts = {
    image: async (request) => {
      asked.push(request);
      if (request.ifNoneMatch === '"p"') return { status: 304, headers: { ETag: '"p"' }, body: null };
      return request.method === "HEAD" ? { ...pictureReply(), body: null } : pictureReply();
    },
    page: async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      response.end(`page ${request.method} ${request.url} ${body.length}`);
    },
    readiness: async () => "ready",
    onError: (error) => errors.push(error),
  };
  server = createWebServer({
    image: (request) => parts.image(request),
    page: (request, response) => parts.page(request, response),
    readiness: () => parts.readiness(),
    onError: (error) => parts.onError(error),
  });
  port = await listen(server);
});
afterEach(() => drain(server, 0));

const talk = (pieces: (string | Buffer)[]) => talkTo(port, pieces);

const rest = "Host: x\r\n\r\n";
const last = "Host: x\r\nConnection: close\r\n\r\n";
const ANSWERED = /^HTTP\/1\.1 200 OK\r\n.*\r\n\r\nPICTURE$/s;
const query = (i = 0) => asked[i]?.target.replace(/^[^?]*\?/, "");

describe("a picture at the socket", () => {
  test.each([
    [
      "raw spaces",
      "first_name=Ann Marie O'Neil&company=A B",
      "first_name=Ann%20Marie%20O'Neil&company=A%20B",
    ],
    ["raw UTF-8", "first_name=Nguyễn", "first_name=Nguy%E1%BB%85n"],
    [
      "raw Cyrillic and spaces",
      "first_name=Щёголева Łódź",
      "first_name=%D0%A9%D1%91%D0%B3%D0%BE%D0%BB%D0%B5%D0%B2%D0%B0%20%C5%81%C3%B3d%C5%BA",
    ],
    ["control characters", "first_name=a\tb\x01c\x00d\x7fe", "first_name=a%09b%01c%00d%7Fe"],
    ["a hash", "first_name=Apt #4&points=250", "first_name=Apt%20%234&points=250"],
    ["a blank, which the parser drops at the end", "first_name= ", "first_name="],
    ["a blank in the middle", "first_name= &points=0", "first_name=%20&points=0"],
    ["a literal merge tag", "first_name={{ person.first_name|default:'there' }}", undefined],
    ["the version's own text inside", "first_name=HTTP/1.1 user", "first_name=HTTP/1.1%20user"],
  ])("%s", async (_name, raw, read) => {
    const answer = await talk([`GET /i/demo.png?${raw} HTTP/1.1\r\n${last}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toMatch(/content-length: 7\r\n/i);
    expect(answer).toMatch(/\r\n\r\nPICTURE$/);
    expect(asked).toHaveLength(1);
    if (read) expect(query()).toBe(read);
  });

  test("200 kB of query, clean and raw", async () => {
    const long = "x".repeat(200_000);
    expect(await talk([`GET /i/demo.png?first_name=Ann&z=${long} HTTP/1.1\r\n${last}`])).toMatch(ANSWERED);
    expect(await talk([`GET /i/demo.png?first_name=Ann B&z=${long} HTTP/1.1\r\n${last}`])).toMatch(ANSWERED);
    expect(query(1)).toMatch(/^first_name=Ann%20B&z=xxx/);
  });

  test("a megabyte, past the parser's limit", async () => {
    const long = "x".repeat(1_000_000);
    expect(await talk([`GET /i/demo.png?first_name=Łódź&z=${long} HTTP/1.1\r\n${last}`])).toMatch(ANSWERED);
    expect(await talk([`GET /i/demo.png?first_name=Ann&z=${long} HTTP/1.1\r\n${last}`])).toMatch(ANSWERED);
    expect(query(1)).toMatch(/^first_name=Ann&z=xxx/);
    // What has come already is not waited for.
  }, 9_000);

  test("in packets cut anywhere, within a character too", async () => {
    const bytes = Buffer.from(`GET /i/demo.png?first_name=Zoë Щ&points=0 HTTP/1.1\r\n${last}`);
    for (const cut of [1, 5, 20, 29, 30, 31, 34, 60, bytes.length - 2]) {
      asked = [];
      expect(await talk([bytes.subarray(0, cut), bytes.subarray(cut)])).toMatch(ANSWERED);
      expect(query()).toBe("first_name=Zo%C3%AB%20%D0%A9&points=0");
    }
    asked = [];
    expect(await talk([...bytes].map((byte) => Buffer.from([byte])))).toMatch(ANSWERED);
    expect(query()).toBe("first_name=Zo%C3%AB%20%D0%A9&points=0");
  }, 60_000);

  test("as a later request on a kept connection, after a page and after a body", async () => {
    const answers = await talk([
      `GET /i/demo.png?first_name=Ann HTTP/1.1\r\n${rest}`,
      `POST /save HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello`,
      `GET /i/demo.png?first_name=Ann Lee HTTP/1.1\r\n${rest}`,
    ]);
    expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
    expect(answers).toContain("page POST /save 5");
    expect(answers.match(/PICTURE/g)).toHaveLength(2);
    expect(query(1)).toBe("first_name=Ann%20Lee");
  });

  test("as a later request that comes byte by byte, headers and all", async () => {
    const raw = Buffer.from(`GET /i/demo.png?first_name=Zoë Щ HTTP/1.1\r\nIf-None-Match: "p"\r\n${last}`);
    const answers = await talk([
      `GET /i/demo.png?first_name=Ann HTTP/1.1\r\n${rest}`,
      ...[...raw].map((byte) => Buffer.from([byte])),
    ]);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 304"]);
    expect(query(1)).toBe("first_name=Zo%C3%AB%20%D0%A9");
  }, 60_000);

  test("in one packet behind another request, in the order asked", async () => {
    parts.page = async (_request, response) => {
      await new Promise((done) => setTimeout(done, 60));
      response.end("SLOW");
    };
    const answers = await talk([
      `GET /slow HTTP/1.1\r\n${rest}GET /i/demo.png?first_name=Ann Lee HTTP/1.1\r\n${rest}`,
    ]);
    expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(answers.indexOf("SLOW")).toBeGreaterThan(0);
    expect(answers.indexOf("PICTURE")).toBeGreaterThan(answers.indexOf("SLOW"));
  });

  test("with a broken header, without a host, and from a proxy", async () => {
    expect(await talk([`GET /i/demo.png HTTP/1.1\r\nBad Header\r\n${last}`])).toMatch(ANSWERED);
    expect(await talk([`GET /i/demo.png HTTP/1.1\r\nConnection: close\r\n\r\n`])).toMatch(ANSWERED);
    expect(await talk([`GET http://img.example/i/demo.png?a=b c HTTP/1.1\r\n${last}`])).toMatch(ANSWERED);
    expect(asked.map(({ target }) => target)).toEqual(["/i/demo.png", "/i/demo.png", "/i/demo.png?a=b%20c"]);
  });

  test("HEAD has the headers alone, and a known tag gives 304, raw or not", async () => {
    for (const value of ["Ann", "Ann Lee"]) {
      const head = await talk([`HEAD /i/demo.png?first_name=${value} HTTP/1.1\r\n${last}`]);
      expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(head).toMatch(/content-length: 7\r\n/i);
      expect(head).toMatch(/\r\n\r\n$/);
      const known = await talk([
        `GET /i/demo.png?first_name=${value} HTTP/1.1\r\nIf-None-Match: "p"\r\n${last}`,
      ]);
      expect(known).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n/);
      expect(known).toMatch(/\r\n\r\n$/);
      expect(known).not.toMatch(/content-length/i);
    }
  });

  test("is known for one that our own door asks for, raw or not", async () => {
    for (const value of ["Ann", "Ann Lee"]) {
      await talk([`GET /i/demo.png?first_name=${value} HTTP/1.1\r\nX-Render-Depth: 1\r\n${last}`]);
      await talk([`GET /i/demo.png?first_name=${value} HTTP/1.1\r\n${last}`]);
    }
    expect(asked.map(({ nested }) => nested)).toEqual([true, false, true, false]);
  });

  test.each([
    ["later", () => Promise.reject(new Error("the handler's own fault"))],
    [
      "at once",
      () => {
        throw new Error("the handler's own fault");
      },
    ],
  ])("even when the handler fails %s", async (_name, image) => {
    parts.image = image;
    for (const value of ["Ann", "Ann Lee"]) {
      const answer = await talk([`GET /i/demo.png?first_name=${value} HTTP/1.1\r\n${last}`]);
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*image\/png.*\x89PNG/s);
      const head = await talk([`HEAD /i/demo.png?first_name=${value} HTTP/1.1\r\n${last}`]);
      expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n.*image\/png.*\r\n\r\n$/s);
    }
    expect(errors).toHaveLength(4);
  });
});

describe("an expectation nobody knows", () => {
  test("is no reason to refuse a picture, nor a page", async () => {
    const expecting = `Expect: the-unexpected\r\n${last}`;
    expect(await talk([`GET /i/demo.png?first_name=Ann HTTP/1.1\r\n${expecting}`])).toMatch(ANSWERED);
    expect(await talk([`GET /page HTTP/1.1\r\n${expecting}`])).toMatch(
      /^HTTP\/1\.1 200 .*page GET \/page 0/s,
    );
  });

  test("does not stand in the way of a raw address later on the connection", async () => {
    const answers = await talk([
      `GET /page HTTP/1.1\r\nExpect: the-unexpected\r\n${rest}`,
      `GET /i/demo.png?first_name=Ann Lee HTTP/1.1\r\n${rest}`,
    ]);
    expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(answers).toMatch(/PICTURE$/);
  });
});

describe("what is no picture", () => {
  test("goes to the pages, bodies and all", async () => {
    expect(await talk([`POST /api/x HTTP/1.1\r\nContent-Length: 3\r\n${last}abc`])).toMatch(
      /page POST \/api\/x 3/,
    );
  });

  test("is refused bare where HTTP refuses it", async () => {
    expect(await talk([`GET /page?a=b c HTTP/1.1\r\n${last}`])).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(await talk([`GET /page?a=${"x".repeat(300_000)} HTTP/1.1\r\n${last}`])).toMatch(
      /^HTTP\/1\.1 431 /,
    );
    expect(await talk([Buffer.from([22, 3, 1, 2, 0, 1, 0])])).toMatch(/^HTTP\/1\.1 400 /);
    expect(asked).toEqual([]);
  });

  test("a fault of a page is told without its reason", async () => {
    parts.page = async () => {
      throw new Error("secret detail");
    };
    const answer = await talk([`GET /page HTTP/1.1\r\n${last}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 500 /);
    expect(answer).not.toContain("secret");
    expect(errors).toHaveLength(1);
  });
});

test("a client that never finishes its head is answered and let go within 11 seconds", async () => {
  const started = performance.now();
  const [picture, page] = await Promise.all([
    talk(["GET /i/demo.png?first_name=Ann HTTP/1.1\r\nHost: x\r\n"]),
    talk(["GET /page HTTP/1.1\r\nHost: x\r\n"]),
  ]);
  expect(picture).toMatch(ANSWERED);
  expect(page).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - started).toBeLessThan(11_000);
});

test("health and readiness", async () => {
  expect(await talk([`GET /healthz HTTP/1.1\r\n${last}`])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await talk([`GET /readyz HTTP/1.1\r\n${last}`])).toMatch(/^HTTP\/1\.1 200 /);
  parts.readiness = async () => "degraded";
  expect(await talk([`GET /readyz HTTP/1.1\r\n${last}`])).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\ndegraded\n/);
  parts.readiness = async () => "stopping";
  expect(await talk([`GET /readyz HTTP/1.1\r\n${last}`])).toMatch(/^HTTP\/1\.1 503 /);
});

test("draining lets the answer under way finish, and takes no more", async () => {
  parts.page = async (_request, response) => {
    await new Promise((done) => setTimeout(done, 300));
    response.end("FINISHED");
  };
  const under = talk([`GET /slow HTTP/1.1\r\n${rest}`]);
  await new Promise((done) => setTimeout(done, 60));
  const drained = drain(server, 5_000);
  await expect(talk([`GET /slow HTTP/1.1\r\n${last}`])).rejects.toThrow(/ECONNREFUSED/);
  expect(await under).toMatch(/FINISHED/);
  await drained;
});
