import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RUNNERS, runSample } from "../../testing/run-sample";
import { curlSample } from "./curl-sample";
import { pythonSample } from "./python-sample";
import type { SampleRequest } from "./sample-request";
import { typescriptSample } from "./typescript-sample";

const WRITERS = { curl: curlSample, typescript: typescriptSample, python: pythonSample };

/** Texts that mean something to one of the languages. */
const AWKWARD = [
  "it's",
  '"quoted"',
  "`id`",
  "back\\slash \\n \\' \\\" \\u0041",
  "line\none\r\ntab\tbell\u0007",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's and JavaScript's own
  "$HOME ${HOME} $(id) !!",
  "{{first_name}} %(x)s %s {0}",
  "👩‍👩‍👧 Đỗ \u2028 \u0085 \u007f",
  "\ud800",
  "@/etc/passwd",
  "'''\"\"\"",
  "<!--</script>",
  "",
];

const VALUE = {
  texts: AWKWARD,
  named: Object.fromEntries(AWKWARD.map((text, index) => [`${text}${index}`, text])),
  ["__proto__"]: { polluted: true },
  constructor: null,
  yes: true,
  no: false,
  empty: [{}, []],
  numbers: [0, -1.5, 1e21, 5e-324, 2 ** 53],
};

let server: Server;
let origin: string;
let seen: { url: string | undefined; header: string | undefined; body: string };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const header = request.headers["x-awkward"];
    seen = { url: request.url, header: String(header), body: Buffer.concat(chunks).toString("utf8") };
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((done) => server.listen({ port: 0, host: "127.0.0.1" }, done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => void server.close());

test.each(RUNNERS)("$name sends what was meant, however awkward", async ({ language, isThere }) => {
  if (!isThere) return;
  const query = new URLSearchParams({ search: AWKWARD.join(" ").replace(/\p{Cs}/gu, "") }).toString();
  const header = `"it's" $HOME \\ \`id\``;
  const request: SampleRequest = {
    method: "POST",
    url: `${origin}/api?${query}`,
    headers: [["X-Awkward", header]],
    sends: { kind: "json", value: VALUE },
    gives: "json",
    keeps: "",
  };
  const sample = WRITERS[language](request);
  await runSample(language, sample, { key: "k", picture: new Uint8Array() }, async (run) => {
    expect([run.exitCode, run.output]).toEqual([0, expect.any(String)]);
  });
  expect(seen.url).toBe(`/api?${query}`);
  expect(seen.header).toBe(header);
  expect(JSON.parse(seen.body)).toEqual(JSON.parse(JSON.stringify(VALUE)));
  expect(JSON.stringify(JSON.parse(seen.body))).toBe(JSON.stringify(VALUE));
});
