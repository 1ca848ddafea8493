import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cacheTags } from "./cache-tags";
import { handlerRig } from "./testing/handler-rig";

/** What docs/cdn.md says of caches in front, against what we send and what it says itself. */

const DOCS = readFileSync(join(import.meta.dirname, "../../docs/cdn.md"), "utf8");
const block = (language: string, at = 0) =>
  [...DOCS.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))][at]?.[1] ?? "";

type Directive = { name: string; args: string[]; inside: Directive[] | null };

/** The grammar of nginx: words, quoted words, `;` and blocks. Throws where it ends in the middle of something. */
function parseNginx(text: string): Directive[] {
  const words = text
    .match(/#[^\n]*|'[^']*'|"[^"]*"|[;{}]|[^\s;{}'"#]+/g)
    ?.filter((word) => !word.startsWith("#"));
  const tokens = words ?? [];
  let at = 0;
  function directives(isInside: boolean): Directive[] {
    const found: Directive[] = [];
    for (;;) {
      const head: string[] = [];
      while (at < tokens.length && !/^[;{}]$/.test(tokens[at] ?? "")) head.push(tokens[at++] ?? "");
      const end = tokens[at++];
      const [name, ...args] = head;
      if (name === undefined) {
        if (end === (isInside ? "}" : undefined)) return found;
        throw new Error(`unexpected ${end}`);
      }
      if (end === ";") found.push({ name, args, inside: null });
      else if (end === "{") found.push({ name, args, inside: directives(true) });
      else throw new Error(`${name} has no end`);
    }
  }
  return directives(false);
}

const all = (list: readonly Directive[]): Directive[] =>
  list.flatMap((each) => [each, ...all(each.inside ?? [])]);
const nginx = parseNginx(block("nginx"));
const of = (name: string) => all(nginx).filter((each) => each.name === name);

test("the nginx configuration is one, and names no zone, format or variable that there is not", () => {
  const [zone] = of("proxy_cache_path").flatMap(({ args }) =>
    args.filter((arg) => arg.startsWith("keys_zone=")),
  );
  expect(zone).toMatch(new RegExp(`^keys_zone=${of("proxy_cache")[0]?.args[0]}:`));
  expect(of("access_log").map(({ args }) => args[1])).toEqual(of("log_format").map(({ args }) => args[0]));
  expect(() => parseNginx("server { listen 80 }")).toThrow();
  expect(() => parseNginx("server { listen 80;")).toThrow();
});

test("it logs no query, and keeps the whole of it in the key", () => {
  const [format] = of("log_format");
  expect(format?.args.join(" ")).not.toMatch(
    /\$(args|arg_|query_string|request\b(?!_method)|request_uri|http_|is_args|cookie_)/,
  );
  expect(of("proxy_cache_key")[0]?.args[0]).toContain("$request_uri");
  const buffers = of("large_client_header_buffers")[0]?.args[1];
  expect(Number.parseInt(buffers ?? "", 10)).toBeGreaterThanOrEqual(200);
  // What we say of caching is what counts there.
  expect(of("proxy_ignore_headers")).toEqual([]);
  expect(of("proxy_cache_valid")).toEqual([]);
});

test("an old picture is shown only when no newer one can be had", () => {
  const [stale] = of("proxy_cache_use_stale");
  expect(stale?.args).toContain("timeout");
  expect(stale?.args).not.toContain("updating");
  expect(of("proxy_cache_background_update")).toEqual([]);
});

test("what is sent is what the page says", async () => {
  const { get } = handlerRig();
  const { headers } = await get("/i/tag.png?first_name=Maria");
  expect(DOCS).toContain(`\`Cache-Control: ${headers.get("cache-control")}\``);
  expect([headers.get("vary"), headers.get("set-cookie")]).toEqual([null, null]);
  const card = await get("/i/gone.png");
  expect(card.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
});

test("tags are those that the page's own commands make", async () => {
  const { get } = handlerRig();
  const shell = block("sh").replace(/^KEY=\S+.*$/m, "KEY=tag");
  const made = execFileSync("sh", ["-c", `${shell}\nprintf %s "$TAG"`], { encoding: "utf8" });
  const { headers } = await get("/i/tag.png?first_name=Maria");
  expect(headers.get("cache-tag")).toBe(cacheTags("tag", "ver_3").join(","));
  expect(headers.get("surrogate-key")).toBe(cacheTags("tag", "ver_3").join(" "));
  expect(headers.get("cache-tag")?.split(",")[0]).toBe(made);
  expect(headers.get("cache-tag")).toMatch(/^l-[0-9a-f]{16},v-[0-9a-f]{16}$/);
});

test("every picture of a link has its tag, remembered, not modified, HEAD and cards too; what is no link has none", async () => {
  const { get, rig } = handlerRig();
  const path = "/i/tag.png?first_name=Maria";
  const first = await get(path);
  const answers = [
    await get(path),
    await get(path, { method: "HEAD" }),
    await get(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } }),
  ];
  for (const { headers } of answers) expect(headers.get("cache-tag")).toBe(first.headers.get("cache-tag"));
  expect(answers.at(-1)?.status).toBe(304);
  expect((await get("/i/gone.png")).headers.get("cache-tag")).toBe(cacheTags("gone").join(","));
  rig.broken = true;
  expect((await get("/i/sales.png")).headers.get("cache-tag")).toBe(cacheTags("sales").join(","));
  expect((await get("/i/nobody.png")).headers.get("cache-tag")).toBeNull();
});

test("any page may read a picture, and is told so before it asks", async () => {
  const { get } = handlerRig();
  for (const path of ["/i/tag.png", "/i/gone.png", "/i/nobody.png", "/i/nonsense"]) {
    const { headers } = await get(path, { headers: { origin: "https://shop.example" } });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  }
  const asked = await get("/i/tag.png?first_name=Maria", {
    method: "OPTIONS",
    headers: { origin: "https://shop.example", "access-control-request-method": "GET" },
  });
  expect([asked.status, await asked.text()]).toEqual([204, ""]);
  expect(asked.headers.get("access-control-allow-methods")).toBe("GET, HEAD");
  expect(asked.headers.get("access-control-allow-headers")).toBe("*");
  const refused = await get("/i/tag.png", { method: "POST" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
});
