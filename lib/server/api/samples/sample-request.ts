import type { ExampleWorld } from "../example-world";
import { API_ROOT } from "../match-operation";
import type { AnyOperation } from "../operation";

/** The file that samples read. */
export const SAMPLE_FILE = "picture.png";

/** The environment variable that samples take the key from. */
export const KEY_VARIABLE = "NAMEPLATE_KEY";

/** A request as every language has to write it. */
export type SampleRequest = {
  method: string;
  url: string;
  /** Beside Authorization and Content-Type. */
  headers: [name: string, value: string][];
  /** What is sent: a JSON value, the file of a form, or nothing. */
  sends: { kind: "json"; value: unknown } | { kind: "file" } | { kind: "nothing" };
  /** What comes: JSON to show, bytes to keep, or nothing. */
  gives: "json" | "bytes" | "nothing";
  /** The file that bytes are kept in. */
  keeps: string;
};

/** The request of an operation's example. `origin` is where the server is reached. */
export function sampleRequest(operation: AnyOperation, world: ExampleWorld, origin: string): SampleRequest {
  const { params = {}, query = {}, headers = {}, body } = operation.example(world);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const search = new URLSearchParams(query).toString();
  return {
    method: operation.method,
    url: `${origin}${API_ROOT}${path}${search === "" ? "" : `?${search}`}`,
    headers: Object.entries(headers).map(([name, value]) => [titleCase(name), value]),
    sends: operation.upload
      ? { kind: "file" }
      : body === undefined
        ? { kind: "nothing" }
        : { kind: "json", value: body },
    gives: operation.answer.kind,
    keeps: keptFile(operation),
  };
}

/** Named by what is in it, so that programs open it. */
export function keptFile({ answer }: Pick<AnyOperation, "answer">): string {
  const isPdf = answer.kind === "bytes" && answer.contentTypes[0] === "application/pdf";
  return isPdf ? "pages.pdf" : SAMPLE_FILE;
}

/** `if-match` as people write it: `If-Match`. */
function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
