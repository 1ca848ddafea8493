import { describe, expect, it } from "vitest";
import { createDraftTransport } from "./draft-transport";
import { documentWith, rectangle } from "./testing/sample-document";

const document = documentWith([rectangle("lodz", { name: "Łódź" })]);
const request = { document, baseRevision: 3, mutationId: "m1" };
const { signal } = new AbortController();

function answering(status: number, body: unknown) {
  const seen: { url: string; init: RequestInit | undefined }[] = [];
  const transport = createDraftTransport("/api/w/acme/templates/tpl_1/draft", async (url, init) => {
    seen.push({ url: String(url), init });
    return typeof body === "string" ? new Response(body, { status }) : Response.json(body, { status });
  });
  return { transport, seen };
}

describe("createDraftTransport", () => {
  it("puts the draft and reads the revision", async () => {
    const { transport, seen } = answering(200, { revision: 4 });
    expect(await transport(request, signal)).toEqual({ kind: "saved", revision: 4 });
    expect(seen[0]).toMatchObject({ url: "/api/w/acme/templates/tpl_1/draft", init: { method: "PUT" } });
    expect(JSON.parse(String(seen[0]?.init?.body))).toEqual(request);
  });

  it("reads a conflict with the other document", async () => {
    const { transport } = answering(409, {
      error: { code: "conflict", message: "No." },
      revision: 9,
      document,
    });
    expect(await transport(request, signal)).toEqual({ kind: "conflict", revision: 9, document });
  });

  it("does not offer to write over the work of a newer release", async () => {
    const newer = { ...document, schemaVersion: 999 };
    const { transport } = answering(409, { revision: 9, document: newer });
    expect(await transport(request, signal)).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("newer release"),
    });
  });

  it("tells what may pass from what will not", async () => {
    const error = { error: { code: "x", message: "Said by the server." } };
    for (const status of [500, 502, 503, 429]) {
      expect(await answering(status, error).transport(request, signal)).toEqual({
        kind: "unavailable",
        message: "Said by the server.",
      });
    }
    for (const status of [403, 404, 413, 422]) {
      expect(await answering(status, error).transport(request, signal)).toMatchObject({ kind: "refused" });
    }
    const signedOut = await answering(401, error).transport(request, signal);
    expect(signedOut).toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("Sign in again"),
    });
    expect(await answering(502, "<html>").transport(request, signal)).toMatchObject({
      message: "The server answered 502 instead of saving.",
    });
  });

  it("counts an answer outside the contract as lost", async () => {
    await expect(answering(200, "<html>Sign in</html>").transport(request, signal)).rejects.toThrow();
    await expect(answering(200, { ok: true }).transport(request, signal)).rejects.toThrow();
  });
});
