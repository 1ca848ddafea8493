import type { RequestListener } from "node:http";
import { expect } from "vitest";
import type { LiveProcess } from "./live-rig";

/** What the picture's header says where its sources answered, and where one did not. */
export const OK = "ok";
export const DEGRADED = "degraded; reason=source";

/** Answers with this as JSON. */
export const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

/** Everybody's name is what they are found by. */
export const customers: RequestListener = (request, response) =>
  json({ customer: { name: decodeURIComponent(request.url?.split("/").at(-1) ?? "") } })(request, response);

export const named = (name: string) => json({ customer: { name } });

/** Expects the picture with this name in it, and what its header says; null: the one without any. */
export const showing =
  (node: () => LiveProcess) =>
  async (shown: ReturnType<LiveProcess["show"]>, name: string | null, render: string): Promise<void> => {
    const { bytes, render: status } = await shown;
    expect([status, bytes === (await node().named(name))]).toEqual([render, true]);
  };
