import { expect, test } from "vitest";
import { replaceEnv } from "../env";
import { pageHeaders } from "./page-headers";

const SETTINGS = {
  DATABASE_URL: "postgresql://127.0.0.1:1/none",
  NEXTAUTH_SECRET: "7Jv0cN1yqkE2uT9rXw4sB6dF8hL3mPzA",
};

test("the headers of a page, written out", () => {
  replaceEnv({ ...SETTINGS, PUBLIC_URL: "https://img.example.com" });
  expect(pageHeaders("bm9uY2U=")).toEqual({
    "content-security-policy":
      "default-src 'self'; script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic' 'wasm-unsafe-eval'; " +
      "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; " +
      "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
});

test("scripts are evaluated from text only while developing, and TLS is not promised without it", () => {
  replaceEnv({ ...SETTINGS, PUBLIC_URL: "http://localhost:3000", NODE_ENV: "development" });
  const headers = pageHeaders("x");
  expect(headers["content-security-policy"]).toContain("'unsafe-eval'");
  expect(headers).not.toHaveProperty("strict-transport-security");
});
