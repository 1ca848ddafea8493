import { describe, expect, it } from "vitest";
import { httpConfig } from "../look-up/http-config";
import { secretsAfter } from "./http-input";

const config = (address: string) =>
  httpConfig.parse({ address, headers: [{ name: "Authorization", value: "{{secret:api_key}}" }] });
const stored = { address: "https://api.example/v1/{{id}}", secrets: { api_key: "theirs", old: "x" } };

describe("stored secrets", () => {
  it("go to any path of the origin that they were entered for", () => {
    for (const address of [
      "https://api.example/other?all=1",
      "https://API.example:443/{{id}}",
      "https://api.example/",
    ])
      expect(secretsAfter(config(address), {}, stored), address).toEqual({ api_key: "theirs" });
  });

  it("have to be given anew for another scheme, host or port", () => {
    for (const address of [
      "http://api.example/v1/{{id}}",
      "https://www.api.example/v1/{{id}}",
      "https://api.example.evil.example/v1/{{id}}",
      "https://api.example:8443/v1/{{id}}",
      "http://api.example:443/v1/{{id}}",
    ]) {
      expect(() => secretsAfter(config(address), {}, stored), address).toThrow(/entered for another host/);
      expect(secretsAfter(config(address), { api_key: "new" }, stored)).toEqual({ api_key: "new" });
    }
  });
});
