import { expect, test } from "vitest";
import { overWeb } from "./over-web";

test("a route of a framework answers with a picture also where the handler fails", async () => {
  const broken = () => {
    throw new Error("no settings");
  };
  const errors: unknown[] = [];
  const route = overWeb(broken, (error) => errors.push(error));
  const response = await route(new Request("http://localhost/i/tag.png"));
  expect([response.status, response.headers.get("content-type"), errors.length]).toEqual([
    200,
    "image/png",
    1,
  ]);
});
