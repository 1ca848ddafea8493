import type { z } from "zod";
import { errorFrom, unreachable } from "./call-api";

export type UploadCall<T> = {
  path: string;
  file: File;
  /** Sent where the file has none, as one pasted from a picture has not. */
  fallbackName: string;
  /** Told the share that was sent, 0 to 1. */
  onProgress: (share: number) => void;
  /** What the answer must be. */
  answer: z.ZodType<T>;
};

/**
 * Sends a file to our own API. Rejects with the server's own sentence when it refuses the file. XMLHttpRequest, since
 * fetch cannot tell how far an upload is.
 */
export function uploadFile<T>({ path, file, fallbackName, onProgress, answer }: UploadCall<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(unreachable());
    request.ontimeout = () => reject(unreachable());
    request.onload = () => {
      const body = parseJson(request.responseText);
      if (request.status < 200 || request.status >= 300) return reject(errorFrom(request.status, body));
      const parsed = answer.safeParse(body);
      if (parsed.success) resolve(parsed.data);
      else reject(errorFrom(502, null));
    };
    const form = new FormData();
    form.append("file", file, file.name || fallbackName);
    request.send(form);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
