import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  faultOfAddress,
  fillAddress,
  fillHeader,
  originOf,
  paramsOf,
  readTemplate,
  secretsOf,
} from "./address-template";
import { isHeaderValue, isSendableHeader } from "./header-rule";
import { httpConfig } from "./http-config";

const ADDRESS = "https://api.example/v1/{{ id }}/orders?mail={{email}}&key={{secret:api_key}}";

describe("an address", () => {
  it("names its parameters and secrets", () => {
    const template = readTemplate(ADDRESS);
    expect([paramsOf(template), secretsOf(template)]).toEqual([["id", "email"], ["api_key"]]);
    expect(originOf(ADDRESS)).toBe("https://api.example");
    expect(originOf("http://API.example:8443/x")).toBe("http://api.example:8443");
  });

  it("keeps placeholders behind the host", () => {
    for (const good of [
      "http://a.example/",
      "https://a.example/{{id}}",
      "http://a.example?q={{id}}",
      "http://a.example:8443/x",
    ]) {
      expect(faultOfAddress(good), good).toBeNull();
    }
    for (const bad of [
      "",
      "{{id}}",
      "{{scheme}}://a.example/",
      "https://{{host}}/x",
      "https://a.{{host}}/x",
      "https://a.example{{id}}/x",
      "https://a.example:{{port}}/x",
      "https://{{user}}@a.example/x",
      "https://a.example",
      "https:\\\\a.example\\{{id}}",
      "https://a.example\\@{{id}}/",
      "https://a.example/x#{{id}}",
      "https://a.example/{{secret:key}}",
      "https://a.example/{id}",
      "https://a.example/{{ID}}",
      "https://a.example/{{id}}}",
      "https://a.example/\nx",
      "ftp://a.example/{{id}}",
      "//a.example/{{id}}",
    ]) {
      expect(faultOfAddress(bad), bad).not.toBeNull();
    }
  });

  it("takes values as what they are: nothing in them is a place", () => {
    const secrets = { api_key: "k&y=1" };
    expect(fillAddress(ADDRESS, { id: "../../admin", email: "a+b@x.example&key=mine#" }, secrets)).toBe(
      "https://api.example/v1/..%2F..%2Fadmin/orders?mail=a%2Bb%40x.example%26key%3Dmine%23&key=k%26y%3D1",
    );
    for (const id of ["..", ".", "", undefined]) {
      const values = { email: "a", ...(id === undefined ? {} : { id }) };
      expect(fillAddress(ADDRESS, values, secrets), id).toBeNull();
    }
    expect(() => fillAddress(ADDRESS, { id: "1", email: "a" }, {})).toThrow(/api_key/);
    expect(fillAddress("http://a.example/{{constructor}}", {}, {})).toBeNull();
    expect(fillAddress("http://a.example/{{id}}", { id: "\ud800" }, {})).toBe("http://a.example/%EF%BF%BD");
  });

  it("leads to its own host and as deep, whatever the values are", () => {
    const template = "http://api.example:8080/a/{{x}}/{{y}}.json?z={{x}}";
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (x, y) => {
        const filled = fillAddress(template, { x, y }, {});
        if (filled === null) return;
        const url = new URL(filled);
        expect(url.origin).toBe("http://api.example:8080");
        expect(url.pathname.split("/")).toHaveLength(4);
        expect(url.pathname.startsWith("/a/")).toBe(true);
        expect([...url.searchParams.keys()]).toEqual(["z"]);
        expect(url.hash).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("headers", () => {
  it("have the names that data APIs want", () => {
    for (const name of [
      "Authorization",
      "Accept",
      "X-Api-Key",
      "api-key",
      "Apikey",
      "X-Shopify-Access-Token",
      "Notion-Version",
      "Ocp-Apim-Subscription-Key",
      "Accept-Language",
    ]) {
      expect(isSendableHeader(name), name).toBe(true);
    }
    for (const name of [
      "Host",
      "Cookie",
      "Connection",
      "Transfer-Encoding",
      "Content-Length",
      "TE",
      "Upgrade",
      "Proxy-Authorization",
      "X-Forwarded-For",
      "X-Render-Depth",
      "X-Real-IP",
      "Referer",
      "Origin",
      "Expect",
      "Range",
      "Sec-Fetch-Site",
      "X-Http-Method-Override",
      "x-aws-ec2-metadata-token",
      "Metadata-Flavor",
      "a b",
      "x-\r\n",
      "",
      ":path",
    ]) {
      expect(isSendableHeader(name), name).toBe(false);
    }
  });

  it("hold one line, and secrets", () => {
    expect(isHeaderValue("Bearer abc")).toBe(true);
    for (const value of ["a\r\nHost: b", "a\nb", "é", "\0"]) expect(isHeaderValue(value), value).toBe(false);
    expect(fillHeader("Bearer {{secret:token}}", { token: "t" })).toBe("Bearer t");
  });
});

describe("a configuration", () => {
  const base = { address: "https://a.example/{{id}}" };
  const refused = (more: object) => httpConfig.safeParse({ ...base, ...more }).error?.issues[0]?.message;

  it("has sensible times, and bounds", () => {
    expect(httpConfig.parse(base)).toMatchObject({
      timeoutMs: 800,
      cacheSeconds: 300,
      staleSeconds: 86_400,
      format: "json",
    });
    for (const more of [
      { timeoutMs: 99 },
      { timeoutMs: 3_001 },
      { cacheSeconds: -1 },
      { cacheSeconds: 86_401 },
      { method: "POST" },
    ]) {
      expect(refused(more), JSON.stringify(more)).toBeDefined();
    }
  });

  it("keeps keys as secrets, and personal values out of headers", () => {
    expect(refused({ headers: [{ name: "Authorization", value: "Bearer abc" }] })).toMatch(/holds a key/);
    expect(refused({ headers: [{ name: "X-Customer", value: "{{id}}" }] })).toMatch(/no values/);
    expect(
      refused({
        headers: [
          { name: "X-A", value: "1" },
          { name: "x-a", value: "2" },
        ],
      }),
    ).toMatch(/once/);
  });

  it("names values by pointers", () => {
    expect(refused({ values: { Name: "name" } })).toMatch(/JSON pointer/);
    expect(refused({ values: { constructor: "/a" } })).toMatch(/something else/);
    expect(refused({ row: { column: "Id", param: "id" } })).toMatch(/sheet/);
  });
});
