import { connect } from "node:net";
import { createTemplate, expect, loadDraft, publish, SAME_ORIGIN, saveDraft, test } from "./fixtures";

const SAMPLE = "/i/demo-thank-you.png?first_name=Maria&loyalty_points=250";

/** A process that runs the framework alone, without the custom server, on the same database. */
const secondUrl = process.env.SECOND_URL ?? "";

test("the sample link answers with its picture", async ({ request }) => {
  const response = await request.get(SAMPLE, { maxRedirects: 0 });
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({ "content-type": "image/png", "x-render-status": "ok" });
  expect(response.headers()["set-cookie"]).toBeUndefined();
  const body = await response.body();
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 628]);
  expect(Number(response.headers()["content-length"])).toBe(body.length);
});

// The framework sends its routes' bodies in chunks and drops Content-Length; all else is compared.
test("the custom server and the framework's route give the same bytes and headers", async ({ request }) => {
  const paths = [
    SAMPLE,
    "/i/demo-thank-you.jpg?first_name=Nguy%E1%BB%85n",
    "/i/demo-thank-you.webp?first_name=%C5%81%C3%B3d%C5%BA&loyalty_points=0",
    "/i/demo-vip-pass.png?full_name=%D0%A9%D1%91%D0%B3%D0%BE%D0%BB%D0%B5%D0%B2%D0%B0&ticket_id=A-1",
    "/i/demo-thank-you.png?first_name=AT&T&first_name64=TydOZWls",
    "/i/demo-thank-you.png?first_name=%7B%7B%20first_name%20%7D%7D",
    "/i/nobody-has-this.png",
  ];
  for (const path of paths) {
    // A busy process may say for a moment that it could not ask the database anew.
    await expect(async () => {
      const [first, second] = await Promise.all([request.get(path), request.get(`${secondUrl}${path}`)]);
      expect(second.status(), path).toBe(first.status());
      for (const name of [
        "content-type",
        "etag",
        "cache-control",
        "x-render-status",
        "content-disposition",
      ]) {
        expect(second.headers()[name], `${name} of ${path}`).toBe(first.headers()[name]);
      }
      expect((await second.body()).equals(await first.body()), path).toBe(true);
    }).toPass({ timeout: 15_000 });
  }
});

test("a publish shows soon, here and on a second process, and a draft does not", async ({
  page,
  account,
}) => {
  const template = await createTemplate(page, account, {
    from: { kind: "starter", id: "loyalty-thank-you" },
  });
  const { link } = await publish(page, account, template.id);
  const path = `/i/${link.key}.png?first_name=O'Neil`;
  const tags = async () => {
    const answers = await Promise.all([page.request.get(path), page.request.get(`${secondUrl}${path}`)]);
    return answers.map((answer) => answer.headers().etag);
  };
  const before = await tags();
  expect(before[0]).toBe(before[1]);

  const { document, revision } = await loadDraft(page, account, template.id);
  const changed = { ...document, background: { kind: "solid" as const, color: "#204060" } };
  await saveDraft(page, account, template.id, changed, revision);
  await page.waitForTimeout(4_000);
  expect(await tags()).toEqual(before);

  await publish(page, account, template.id);
  // The bound of 3 s is proven with a clock of its own beside the link cache; a busy machine gets longer here.
  await expect(async () => {
    const after = await tags();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(after[0]);
  }).toPass({ timeout: 15_000, intervals: [100] });
});

test("a deleted template's link gives a neutral picture, and the picture again when it is restored", async ({
  page,
  account,
}) => {
  const template = await createTemplate(page, account, { from: { kind: "starter", id: "vip-pass" } });
  const { link } = await publish(page, account, template.id);
  const path = `/i/${link.key}.png`;
  const status = async () => (await page.request.get(path)).headers()["x-render-status"];
  expect(await status()).toBe("ok");
  const url = `/api/w/${account.workspace}/templates/${template.id}`;
  expect((await page.request.delete(url, { headers: SAME_ORIGIN })).ok()).toBe(true);
  await expect.poll(status, { timeout: 5_000 }).toBe("fallback; reason=deleted");
  expect((await page.request.get(path)).status()).toBe(200);
  expect((await page.request.post(`${url}/restore`, { headers: SAME_ORIGIN })).ok()).toBe(true);
  await expect.poll(status, { timeout: 5_000 }).toBe("ok");
});

/** Sends bytes as they are and gives the answer's first bytes: status line, headers and some of the body. */
function raw(request: Buffer, baseURL: string): Promise<Buffer> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.setTimeout(20_000, () => socket.destroy(new Error("no answer in time")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => resolve(Buffer.concat(chunks)));
    socket.on("close", () => resolve(Buffer.concat(chunks)));
    socket.on("error", (error) => (chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(error)));
  });
}

test.describe("at the socket", () => {
  const targets: [string, string][] = [
    ["raw spaces", "/i/demo-thank-you.png?first_name=Anna Maria Nguyen&loyalty_points=1"],
    ["raw UTF-8", "/i/demo-thank-you.png?first_name=Щёголева"],
    ["200 kB of query", `/i/demo-thank-you.png?first_name=Ann&junk=${"x".repeat(200_000)}`],
    ["200 kB of raw spaces and UTF-8", `/i/demo-thank-you.png?first_name=Łódź ${"ы ".repeat(70_000)}`],
  ];
  for (const [name, target] of targets) {
    test(`${name} get a picture`, async ({ baseURL }) => {
      const head = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
      const answer = await raw(Buffer.from(head, "utf8"), baseURL ?? "");
      const text = answer.toString("latin1");
      expect(text.slice(0, 15)).toBe("HTTP/1.1 200 OK");
      expect(text.toLowerCase()).toContain("content-type: image/png");
      expect(answer.includes(Buffer.from([0x89, 0x50, 0x4e, 0x47]))).toBe(true);
    });
  }

  test("raw UTF-8 and its encoded form are the same picture", async ({ baseURL, request }) => {
    const head =
      "GET /i/demo-thank-you.png?first_name=Щёголева HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    const answer = (await raw(Buffer.from(head, "utf8"), baseURL ?? "")).toString("latin1");
    const encoded = await request.get(`/i/demo-thank-you.png?first_name=${encodeURIComponent("Щёголева")}`);
    expect(/etag: ("[^"]+")/i.exec(answer)?.[1]).toBe(encoded.headers().etag);
  });
});
