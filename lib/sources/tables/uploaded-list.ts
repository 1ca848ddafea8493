import { AppError } from "@/lib/errors";
import { readRows } from "@/lib/rows/read-rows";
import type { RowList } from "@/lib/rows/row-list";
import { TABLE_LIMITS } from "./table-limits";

/**
 * The list that a request carries as its body, read while it comes. The name of its file may stand in `X-File-Name`,
 * percent-encoded.
 */
export function uploadedList(request: Request): Promise<RowList> {
  return readRows(chunksOf(request), { name: fileName(request), mostRows: TABLE_LIMITS.rows });
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const part = await reader.read().catch((cause) => {
        throw new AppError("bad_request", "The request broke off before all of it had come.", { cause });
      });
      if (part.done) return;
      yield part.value;
    }
  } finally {
    // Whoever stops reading early wants none of the rest.
    await reader.cancel().catch(() => undefined);
  }
}

function fileName(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get("x-file-name") ?? "");
  } catch {
    return "";
  }
}
