import { z } from "zod";
import { AppError } from "@/lib/errors";
import { remoteList } from "@/lib/render/remote/remote-list";
import { displayedFileName } from "@/lib/server/displayed-file-name";
import { parseInput } from "@/lib/server/http/parse-input";
import { parseJson } from "@/lib/server/http/parse-json";
import { readBody } from "@/lib/server/http/read-body";
import type { NewDraft } from "./create-draft";
import { sheetAddress } from "./sheet-address";
import { sheetName } from "./sheet-name";

/** Bytes of a list that is sent within JSON; longer ones come as files. */
const BODY_LIMIT = 6_000_000;
const BODY_DEPTH = 8;

/** A list within JSON: pasted text, the address of a published sheet, or rows by the names of their columns. */
export const listInput = z
  .strictObject({
    text: z.string().min(1, "Paste a list first; the text is empty.").optional(),
    url: z.string().min(1).max(2048).optional(),
    rows: z.array(z.record(z.string(), z.unknown())).min(1).optional(),
  })
  .refine(({ text, url, rows }) => [text, url, rows].filter((each) => each !== undefined).length === 1, {
    message: "Expected one of text, url and rows. Send a file as it is, with its name in X-File-Name.",
  });

type Given = Pick<NewDraft, "kind" | "name" | "sourceName" | "chunks">;

/**
 * The list of a request: a file as it is, under its name in `X-File-Name` (URI-encoded), or JSON with pasted `text`,
 * the `url` of a published sheet or `rows`.
 */
export async function draftInput(request: Request): Promise<Given> {
  const fileName = request.headers.get("x-file-name");
  if (fileName !== null) {
    const sourceName = displayedFileName(decoded(fileName), "List");
    const name = sourceName.replace(/\.[A-Za-z0-9]{1,6}$/, "") || sourceName;
    return { kind: "file", sourceName, name, chunks: bodyOf(request) };
  }
  const {
    text,
    url: written,
    rows,
  } = parseInput(listInput, parseJson(await readBody(request, BODY_LIMIT), BODY_DEPTH));
  if (written !== undefined) {
    const url = sheetAddress(written);
    const { name, sourceName } = sheetName(url);
    return { kind: "sheet", sourceName, name, chunks: once(await remoteList(url)) };
  }
  if (rows !== undefined) {
    const bytes = Buffer.from(JSON.stringify(rows));
    return { kind: "api", sourceName: "rows.json", name: "List", chunks: once(bytes) };
  }
  const bytes = Buffer.from(text ?? "");
  return { kind: "paste", sourceName: "Pasted list", name: "Pasted list", chunks: once(bytes) };
}

/** The bytes of the body as they come. */
async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  try {
    for (;;) {
      const part = await reader?.read().catch((cause) => {
        throw new AppError(
          "bad_request",
          "The upload broke off before all of the file had come. Try again.",
          { cause },
        );
      });
      if (!part || part.done) return;
      yield part.value;
    }
  } finally {
    // What is not wanted any more is not waited for.
    await reader?.cancel().catch(() => undefined);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
