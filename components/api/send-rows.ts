import { type BatchItem, batchItem } from "./batches";
import { errorFrom, unreachable } from "./call-api";

/** A list on its way: a file's bytes, text from a clipboard, or the address of a published sheet. */
export type RowsSource = { file: File } | { text: string } | { url: string };

export type SendRows = {
  workspace: string;
  templateId: string;
  source: RowsSource;
  /** Whether the first row names the columns; left out: as it looks. */
  header?: "yes" | "no" | undefined;
  /** Told the share that was sent, 0 to 1; from 1 on the server reads. */
  onProgress: (share: number) => void;
  /** Ends it; what was sent is dropped. */
  signal: AbortSignal;
};

/** What a list that was called off ends with. */
export class CalledOff extends Error {}

/**
 * Sends a list and answers the draft made of it. Rejects with the server's own sentence. XMLHttpRequest, since fetch
 * cannot tell how far an upload is.
 */
export function sendRows({
  workspace,
  templateId,
  source,
  header,
  onProgress,
  signal,
}: SendRows): Promise<BatchItem> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ template: templateId, ...(header ? { header } : {}) });
    request.open("POST", `/api/w/${encodeURIComponent(workspace)}/batches?${query}`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.upload.onload = () => onProgress(1);
    request.onerror = () => reject(unreachable());
    request.ontimeout = () => reject(unreachable());
    request.onabort = () => reject(new CalledOff());
    request.onload = () => {
      const body = parseJson(request.responseText);
      if (request.status < 200 || request.status >= 300) return reject(errorFrom(request.status, body));
      const parsed = batchItem.safeParse(body);
      if (parsed.success) resolve(parsed.data);
      else reject(errorFrom(502, null));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if ("file" in source) {
      // A header holds no letters beyond Latin ones.
      request.setRequestHeader("x-file-name", encodeURIComponent(source.file.name));
      request.setRequestHeader("content-type", "application/octet-stream");
      request.send(source.file);
    } else {
      request.setRequestHeader("content-type", "application/json");
      request.send(JSON.stringify(source));
    }
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
