import type { z } from "zod";
import { errorFrom, unreachable } from "./call-api";

export type SendList<T> = {
  path: string;
  file: File;
  /** Told the share that was sent, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Ends it. */
  signal?: AbortSignal;
  /** What the answer must be. */
  answer: z.ZodType<T>;
};

/** What list files may be called; the server looks at what is in them. */
export const LIST_TYPES = ".csv,.tsv,.txt,.xlsx,.json,text/csv,text/tab-separated-values,application/json";

/**
 * Sends a list as it is, so that the server reads it while it comes. Rejects with the server's own sentence when it
 * refuses the list. XMLHttpRequest, since fetch cannot tell how far an upload is.
 */
export function sendList<T>({ path, file, onProgress, signal, answer }: SendList<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(unreachable());
    request.ontimeout = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("The upload was given up.", "AbortError"));
    request.onload = () => {
      const body = parseJson(request.responseText);
      if (request.status < 200 || request.status >= 300) return reject(errorFrom(request.status, body));
      const parsed = answer.safeParse(body);
      if (parsed.success) resolve(parsed.data);
      else reject(errorFrom(502, null));
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
