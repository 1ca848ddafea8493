import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEnv } from "./env";

const DATABASE_URL = "postgresql://nameplate@127.0.0.1:5432/nameplate";
const SECRET = "hL0bq2Yx4w8s9vTn3kRzE6uJ1mCdFgPa";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "nameplate-env-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const read = (source: Record<string, string>) => readEnv({ DATABASE_URL, DATA_DIR: dataDir, ...source });

test("has a default for everything but the database", () => {
  expect(read({})).toMatchObject({
    PORT: 3000,
    PUBLIC_URL: "http://localhost:3000",
    LOG_LEVEL: "info",
    ALLOW_PRIVATE_SOURCES: [],
    WEBHOOK_PORTS: [],
    SOURCE_PORTS: [],
    TRUSTED_PROXIES: 0,
    mode: "local",
  });
  expect(read({ PORT: "8080", ALLOW_PRIVATE_SOURCES: " 10.1.0.0/16 , fd00::/8," })).toMatchObject({
    PUBLIC_URL: "http://localhost:8080",
    ALLOW_PRIVATE_SOURCES: ["10.1.0.0/16", "fd00::/8"],
  });
  expect(read({ TRUSTED_PROXIES: "2" }).TRUSTED_PROXIES).toBe(2);
  expect(read({ PUBLIC_URL: "https://img.example/" }).PUBLIC_URL).toBe("https://img.example");
});

test("names every variable at fault, and counts an empty one as unset", () => {
  expect(() => readEnv({ DATABASE_URL: "  ", DATA_DIR: dataDir })).toThrow(/DATABASE_URL is missing/);
  expect(() => read({ PORT: "http", PUBLIC_URL: "img.example" })).toThrow(
    /PORT must be a number.*PUBLIC_URL must be a web address/,
  );
  for (const TRUSTED_PROXIES of ["yes", "-1", "1.5", "10.0.0.1"]) {
    expect(() => read({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES must/);
  }
  for (const block of ["10.1.0.0", "10.1.0.0/33", "fd12::/x", "intranet"]) {
    expect(() => read({ ALLOW_PRIVATE_SOURCES: `fd00::/8,${block}` })).toThrow(
      `ALLOW_PRIVATE_SOURCES must list address blocks such as 10.1.0.0/16,fd00::/8; "${block}" is none.`,
    );
  }
  expect(() => read({ DATABASE_URL: "mysql://x" })).toThrow(/DATABASE_URL must start with postgresql/);
});

test("a mail server needs an address to send from, and both are judged at the start", () => {
  const MAIL_FROM = "Nameplate <nameplate@example.com>";
  for (const SMTP_URL of ["smtp://127.0.0.1:25", "smtps://user:p%40ss@mail.example.com"]) {
    expect(read({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
    expect(() => read({ SMTP_URL })).toThrow(/MAIL_FROM is not\. Set MAIL_FROM/);
  }
  expect(read({ MAIL_FROM: "nameplate@example.com" }).SMTP_URL).toBeUndefined();
  expect(() => read({ SMTP_URL: "mail.example.com", MAIL_FROM })).toThrow(/SMTP_URL must be an address/);
  for (const wrong of [
    "Nameplate",
    "a@example.com, b@example.com",
    "A <a@example.com>\r\nBcc: b@example.com",
  ]) {
    expect(() => read({ MAIL_FROM: wrong })).toThrow(/MAIL_FROM must be an address/);
  }
});

test("the two keys of a provider come together or not at all", () => {
  expect(
    read({ GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "s", GITHUB_ID: "g", GITHUB_SECRET: "t" }),
  ).toMatchObject({ GOOGLE_CLIENT_ID: "id", GITHUB_SECRET: "t" });
  for (const half of ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GITHUB_ID", "GITHUB_SECRET"]) {
    expect(() => read({ [half]: "x" })).toThrow(/belong together/);
  }
});

describe("the secret", () => {
  test("is made once in local mode, for its owner's eyes", () => {
    const { NEXTAUTH_SECRET } = read({});
    expect(Buffer.from(NEXTAUTH_SECRET, "base64url")).toHaveLength(32);
    expect(read({}).NEXTAUTH_SECRET).toBe(NEXTAUTH_SECRET);
    expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(NEXTAUTH_SECRET);
    expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  });

  test("has to be given in production mode", () => {
    expect(() => read({ NODE_ENV: "production" })).toThrow(/NEXTAUTH_SECRET is missing.*openssl rand/);
    expect(() => read({ NAMEPLATE_MODE: "production" })).toThrow(/NEXTAUTH_SECRET is missing/);
    expect(read({ NODE_ENV: "production", NEXTAUTH_SECRET: SECRET })).toMatchObject({ mode: "production" });
  });

  test("is not made up because the framework runs its production build", () => {
    expect(read({ NODE_ENV: "production", NAMEPLATE_MODE: "local" }).mode).toBe("local");
  });

  test.each([
    ["short", "0123456789abcdef0123456789abcde", /31 bytes/],
    ["a documentation's", "change-me-change-me-change-me-change-me", /from documentation/],
    ["one letter over and over", "a".repeat(64), /from documentation/],
    ["your secret", "your-secret-goes-here-and-is-long-enough", /from documentation/],
  ])("is refused in either mode when it is %s", (_name, secret, reason) => {
    for (const NODE_ENV of ["development", "production"]) {
      expect(() => read({ NODE_ENV, NEXTAUTH_SECRET: secret })).toThrow(reason);
    }
  });
});
