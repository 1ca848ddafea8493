import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customers, DEGRADED, json, named, OK, showing } from "./testing/live-answers";
import { type LiveProcess, type LiveRig, openLiveRig } from "./testing/live-rig";

/** Through the real picture handler and the real door; only the wire and the clock are the test's. */

let rig: LiveRig;
let node: LiveProcess;

beforeEach(async () => {
  rig = await openLiveRig();
  rig.serve = customers;
  node = rig.start();
});
afterEach(() => rig.stop());

const expectShown = showing(() => node);

describe("secrets", () => {
  const SECRET = "s3cret-Zxq7CanaryName";
  const config = {
    headers: [
      { name: "Authorization", value: "Bearer {{secret:api_key}}" },
      { name: "X-Shop", value: "a1" },
    ],
  };

  it("go to the source, and to nobody it sends us to", async () => {
    const one = rig.start(config, { api_key: SECRET });
    rig.serve = (request, response) => {
      if (request.headers.host !== "api.example") return named("Eve")(request, response);
      if (request.url === "/customers/away")
        return response.writeHead(302, { location: "http://other.example/x" }).end();
      if (request.url === "/customers/here")
        return response.writeHead(302, { location: "/customers/Maria" }).end();
      return customers(request, response);
    };
    await expectShown(one.show("id=here"), "Maria", OK);
    await expectShown(one.show("id=away"), "Eve", OK);
    const told = rig.visits.map(({ headers: { host, authorization, "x-shop": shop } }) => [
      host,
      authorization,
      shop,
    ]);
    expect(told).toEqual([
      ["api.example", `Bearer ${SECRET}`, "a1"],
      ["api.example", `Bearer ${SECRET}`, "a1"],
      ["api.example", `Bearer ${SECRET}`, "a1"],
      ["other.example", undefined, undefined],
    ]);
    for (const { headers } of rig.visits) {
      expect([headers.cookie, headers.referer, headers["x-forwarded-for"]]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it("that do not open ask nothing: a key that is missing is no request without it", async () => {
    await expectShown(rig.start(config).show("id=1"), null, DEGRADED);
    expect(rig.visits).toHaveLength(0);
  });

  it("neither they nor what was asked stand in what is kept or told", async () => {
    const one = rig.start(config, { api_key: SECRET });
    await one.show("id=Zxq7CanaryPerson");
    rig.serve = json({}, 500);
    await one.show("id=Zxq7CanaryOther");
    await one.asker.settled();
    const told = JSON.stringify([...rig.rows.keys(), one.outcomes, one.rig.events]);
    expect(told).not.toContain("Zxq7");
  });
});
