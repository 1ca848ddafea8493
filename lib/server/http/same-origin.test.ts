import { beforeAll, expect, test } from "vitest";
import { replaceEnv } from "../env";
import { assertSameOrigin } from "./same-origin";

beforeAll(() => {
  replaceEnv({
    DATABASE_URL: "postgresql://127.0.0.1:1/none",
    PUBLIC_URL: "https://img.example.com",
    NEXTAUTH_SECRET: "7Jv0cN1yqkE2uT9rXw4sB6dF8hL3mPzA",
  });
});

function post(headers: Record<string, string>) {
  return () =>
    assertSameOrigin(
      new Request("http://127.0.0.1:3000/api/x", { method: "POST", headers: new Headers(headers) }),
    );
}

test.each<Record<string, string>>([
  { origin: "https://img.example.com" },
  { origin: "https://img.example.com", "sec-fetch-site": "same-origin", host: "10.0.0.5:3000" },
  { origin: "http://localhost:4711", host: "localhost:4711" },
  { "sec-fetch-site": "same-origin" },
])("%j is ours", (headers) => {
  expect(post(headers)).not.toThrow();
});

test.each<Record<string, string>>([
  {},
  { origin: "null" },
  { origin: "https://evil.example" },
  { origin: "https://img.example.com.evil.example" },
  { origin: "http://img.example.com" },
  { origin: "https://img.example.com:8443" },
  { origin: "https://evil.example", host: "localhost:4711" },
  { origin: "https://img.example.com", "sec-fetch-site": "cross-site" },
  { origin: "https://other.example.com", "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { referer: "https://img.example.com/x" },
])("%j is refused", (headers) => {
  expect(post(headers)).toThrow(/did not come from a page of this site/);
});
