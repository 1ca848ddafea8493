import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "@/lib/accounts/permissions";
import { closeDb } from "@/lib/server/db";
import { env, replaceEnv } from "@/lib/server/env";
import { backgroundDone } from "@/lib/server/in-background";
import { closeRateLimits } from "@/lib/server/rate-limit-pool";
import { type Content, tenantContent } from "@/lib/server/testing/tenant-content";
import { type Cast, newCast, withMembersKept } from "./cast";
import { type Endpoint, exampleOf, paramsOf, WORKSPACE_ENDPOINTS } from "./endpoints";
import type { Example } from "./example";
import { newTemplate } from "./things";
import { type Asker, OUTSIDERS, verdictOf } from "./verdict";

/**
 * Who gets what, over HTTP, from the server as it is built and from one without `proxy.ts`: both give the verdicts of
 * the table, so that nothing depends on what stands before the routes. Run by `e2e/access-without-proxy.spec.ts`.
 */

const SERVERS = { built: process.env.BUILT_URL ?? "", bare: process.env.BARE_URL ?? "" };

let cast: Cast;
let cookies: Record<Exclude<Asker, "nobody" | "key">, string>;

beforeAll(async () => {
  replaceEnv({ ...JSON.parse(process.env.SERVER_SETTINGS ?? "{}"), LOG_LEVEL: "silent" });
  cast = await newCast();
  const { members, elsewhere, stranger, removed, revoked } = cast;
  cookies = {
    owner: members.owner.cookie,
    admin: members.admin.cookie,
    editor: members.editor.cookie,
    viewer: members.viewer.cookie,
    guest: members.guest.cookie,
    elsewhere: elsewhere.cookie,
    stranger: stranger.cookie,
    removed: removed.cookie,
    revoked: revoked.cookie,
    forged: `${cast.owner.cookie.split("=")[0]}=forged`,
  };
});
afterAll(async () => {
  await closeRateLimits();
  await backgroundDone();
  await closeDb();
});

function headersOf(asker: Asker): Record<string, string> {
  if (asker === "nobody") return {};
  return asker === "key" ? { authorization: `Bearer ${cast.apiKey}` } : { cookie: cookies[asker] };
}

async function send(
  server: string,
  { method, path }: Endpoint,
  asker: Asker,
  example: Example,
): Promise<number> {
  const params = paramsOf(cast.owner.scope.workspaceSlug, example);
  const filled = path.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(params[name] ?? ""));
  const { body, query = "" } = example;
  const isForm = body instanceof FormData || body instanceof Blob;
  const answer = await fetch(`${server}/api/${filled}${query}`, {
    method,
    redirect: "manual",
    headers: {
      ...headersOf(asker),
      ...(method === "GET" ? {} : { origin: new URL(env().PUBLIC_URL).origin }),
      ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  // What goes on telling is let go of once it is known that it would.
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) await answer.body?.cancel();
  else await answer.arrayBuffer();
  return answer.status;
}

/** What jobs of the running server go on with meanwhile. */
const JOBS = [
  ...["Image", "Batch", "BatchPart", "WebhookDelivery", "WebhookEndpoint", "DataFilling", "DataRow"],
  ...["Mailing", "MailingRow", "MailDay"],
];

async function content(): Promise<Content> {
  const all = Object.entries(await tenantContent(cast.owner));
  return Object.fromEntries(all.filter(([table]) => !JOBS.includes(table)));
}

test("one of them has a proxy and the other has none", async () => {
  const policies = [SERVERS.built, SERVERS.bare].map(async (origin) =>
    (await fetch(`${origin}/sign-in`)).headers.has("content-security-policy"),
  );
  expect(await Promise.all(policies)).toEqual([true, false]);
});

test.each(WORKSPACE_ENDPOINTS)("$name", async (endpoint) => {
  const found: [string, Asker, number][] = [];
  const wanted: typeof found = [];
  // What was only read, or asked for in vain, is there for the next one who asks.
  let kept: Example | null = null;
  for (const asker of [...ROLES, "elsewhere"] as const) {
    for (const [name, origin] of Object.entries(SERVERS)) {
      const example: Example = kept ?? (await exampleOf(endpoint, cast.owner));
      const status = await withMembersKept(cast.owner, () => send(origin, endpoint, asker, example));
      found.push([name, asker, status]);
      wanted.push([name, asker, verdictOf(endpoint.handler, asker, example)]);
      kept = endpoint.method === "GET" || status >= 400 ? example : null;
    }
  }
  const example = kept ?? (await exampleOf(endpoint, cast.owner));
  const before = await content();
  for (const asker of OUTSIDERS) {
    for (const [name, origin] of Object.entries(SERVERS)) {
      found.push([name, asker, await send(origin, endpoint, asker, example)]);
      wanted.push([name, asker, verdictOf(endpoint.handler, asker, example)]);
    }
  }
  expect(found).toEqual(wanted);
  expect(await content()).toEqual(before);
});

describe("pages", () => {
  const folder = join(import.meta.dirname, "../../(app)/[workspace]");
  const PAGES = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => dirname(file).replace(/^\(shell\)\/?/, ""));

  test.each(PAGES)("/[workspace]/%s", async (page) => {
    const id = await newTemplate(cast.owner);
    const { workspaceSlug, workspaceId } = cast.owner.scope;
    const look = async (origin: string, asker: Asker) => {
      const address = `${origin}/${workspaceSlug}/${page.replace("[id]", id)}`.replace(/\/$/, "");
      const answer = await fetch(address, { headers: headersOf(asker), redirect: "manual" });
      const text = await answer.text();
      const secrets = [workspaceId, id, "Canary"].filter(
        (secret) => asker !== "nobody" && text.includes(secret),
      );
      return { status: answer.status, to: answer.headers.get("location")?.split("?")[0] ?? null, secrets };
    };
    for (const asker of [...ROLES, ...OUTSIDERS] as const) {
      const [built, bare] = [await look(SERVERS.built, asker), await look(SERVERS.bare, asker)];
      expect([asker, bare.status, bare.to]).toEqual([asker, built.status, built.to]);
      if (asker === "owner") expect(built.status).toBe(200);
      if (asker === "stranger" || asker === "removed") {
        expect([asker, bare.status]).toEqual([asker, 404]);
        expect([...built.secrets, ...bare.secrets].filter((secret) => secret !== id)).toEqual([]);
      }
      if (["nobody", "revoked", "forged", "key"].includes(asker)) {
        expect([asker, bare.status, bare.to]).toEqual([asker, 307, "/sign-in"]);
      }
    }
  });
});
