import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowedHost, parseHostPattern } from "./host-rule";

describe("parseHostPattern", () => {
  it("keeps hosts and wildcards below a domain", () => {
    const kept = {
      "images.example.com": "images.example.com",
      " Images.Example.COM. ": "images.example.com",
      "*.example.com": "*.example.com",
      "*.cdn.example.co.uk": "*.cdn.example.co.uk",
      "https://images.example.com/a.png?b": "images.example.com",
      "bücher.example": "xn--bcher-kva.example",
      "*.bücher.de": "*.xn--bcher-kva.de",
      "my-shop.github.io": "my-shop.github.io",
      "github.io": "github.io",
    };
    for (const [typed, pattern] of Object.entries(kept)) expect(parseHostPattern(typed), typed).toBe(pattern);
  });

  it("refuses wildcards that reach across owners", () => {
    for (const typed of ["*.com", "*.co.uk", "*.uk", "*.github.io", "*.s3.amazonaws.com", "*.рф"]) {
      expect(() => parseHostPattern(typed), typed).toThrow(/many different owners|Expected a host/);
    }
  });

  it("refuses what is no host name", () => {
    const typed = [
      "",
      "*",
      "*.",
      "com",
      "a..com",
      "*.*.com",
      "ex*mple.com",
      "127.0.0.1",
      "*.0.0.1",
      "[::1]",
      "a b.com",
    ];
    typed.push(
      "localhost",
      "example.com/a",
      "user@example.com",
      "example.com:8080",
      "http://127.0.0.1/",
      "-a.com",
    );
    for (const each of typed) expect(() => parseHostPattern(each), each).toThrow("Expected a host");
  });
});

describe("isAllowedHost", () => {
  it("matches a host, and whatever is below a wildcard's domain", () => {
    const patterns = ["images.example.com", "*.shop.example"];
    for (const host of ["images.example.com", "IMAGES.example.com.", "a.shop.example", "b.a.shop.example"]) {
      expect(isAllowedHost(host, patterns), host).toBe(true);
    }
    const others = [
      "example.com",
      "x.images.example.com",
      "shop.example",
      "evilshop.example",
      "a.shop.example.evil.com",
    ];
    for (const host of [...others, "", "shop.example.", "images.example.community"]) {
      expect(isAllowedHost(host, patterns), host).toBe(false);
    }
    expect(isAllowedHost("anything.example", [])).toBe(true);
  });

  it("a wildcard that is kept lets in no host of another registered domain", () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const name = fc
      .tuple(label, label, fc.constantFrom("com", "co.uk", "github.io", "de"))
      .map((parts) => parts.join("."));
    fc.assert(
      fc.property(name, name, (base, host) => {
        const [, own = "", ...rest] = base.split(".");
        const domain = base.endsWith("github.io")
          ? base.split(".").slice(-3).join(".")
          : [own, ...rest].join(".");
        const allowed = isAllowedHost(host, [parseHostPattern(`*.${domain}`)]);
        expect(allowed).toBe(host.endsWith(`.${domain}`));
      }),
    );
  });
});
