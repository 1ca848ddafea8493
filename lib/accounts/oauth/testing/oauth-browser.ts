import NextAuth from "next-auth";
import { authOptions } from "../../auth-options";
import type { OAuthEndpoints } from "../oauth-providers";
import type { ProviderId } from "../provider-id";
import type { FakePerson, FakeProvider } from "./fake-provider";

const ORIGIN = "http://localhost:3000";

type Answer = { status: number; location: string | null };

/** A browser that keeps cookies and speaks with next-auth as pages and providers do. */
export function oauthBrowser(provider: FakeProvider) {
  const jar = new Map<string, string>();
  return {
    jar,
    /** Takes a `Cookie` or `Set-Cookie` header in. */
    keep(cookie: string) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    },
    /** Presses the button, says yes at the provider, and comes back. */
    async enter(
      id: ProviderId,
      person: FakePerson,
      tamper?: (query: URLSearchParams) => void,
    ): Promise<Answer> {
      const csrf = await ask(jar, provider.endpoints, { path: ["csrf"] });
      const form = { csrfToken: JSON.parse(csrf.body).csrfToken, callbackUrl: `${ORIGIN}/home` };
      const begun = await ask(jar, provider.endpoints, { method: "POST", path: ["signin", id], body: form });
      const query = provider.consent(begun.location ?? "", person);
      tamper?.(query);
      return ask(jar, provider.endpoints, { path: ["callback", id], query: Object.fromEntries(query) });
    },
  };
}

type Ask = { method?: string; path: string[]; query?: Record<string, string>; body?: Record<string, string> };

async function ask(
  jar: Map<string, string>,
  endpoints: OAuthEndpoints,
  { method = "GET", path, query = {}, body = {} }: Ask,
): Promise<Answer & { body: string }> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { cookie, "user-agent": "vitest", "x-forwarded-for": "192.0.2.50" };
  const request = new Request(`${ORIGIN}/api/auth/${path.join("/")}`, { method, headers });
  const said = { status: 200, body: "" };
  const sent = new Map<string, string | string[]>();
  const response = {
    status: (status: number) => Object.assign(said, { status }) && response,
    getHeader: (name: string) => sent.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => void sent.set(name.toLowerCase(), value),
    json: (value: unknown) => Object.assign(said, { body: JSON.stringify(value) }),
    send: (value: unknown) =>
      Object.assign(said, { body: typeof value === "string" ? value : JSON.stringify(value) }),
    end: () => undefined,
  };
  const cookies = Object.fromEntries([...jar].map(([name, value]) => [name, decodeURIComponent(value)]));
  const asked = { method, headers, cookies, query: { ...query, nextauth: path }, body };
  const handle: unknown = typeof NextAuth === "function" ? NextAuth : Reflect.get(NextAuth, "default");
  if (typeof handle !== "function") throw new Error("next-auth is there");
  await handle(asked, response, authOptions(request, endpoints));
  for (const line of [sent.get("set-cookie") ?? []].flat()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
    if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
  const location = sent.get("location");
  return { ...said, location: typeof location === "string" ? location : null };
}
