import { AppError } from "@/lib/errors";
import { readBody } from "./read-body";

/** What multipart puts around a file. */
const ENVELOPE = 10_000;

export type Upload = {
  name: string;
  bytes: Uint8Array;
  /** Text of another field of the form; empty where there is none. */
  text: (field: string) => string;
};

/** The file of a multipart form, in its field `file`, of at most `limit` bytes. `what` is named in sentences. */
export async function readUpload(request: Request, limit: number, what = "picture"): Promise<Upload> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data")) {
    throw new AppError(
      "unsupported_type",
      `Send the ${what} as multipart/form-data in the field "file"; ${contentType || "no content type"} came.`,
    );
  }
  const body = await readBody(request, limit + ENVELOPE);
  const form = await new Response(body, { headers: { "content-type": contentType } })
    .formData()
    .catch((cause) => {
      throw new AppError("bad_request", "The form is damaged: it does not parse as multipart/form-data.", {
        cause,
      });
    });
  const file = form.get("file");
  if (!(file instanceof File)) {
    throw new AppError("bad_request", 'Send one file in the field "file"; there is none.', { path: "/file" });
  }
  if (file.size > limit) {
    throw new AppError("too_large", `A ${what} may have at most ${limit / 1_000_000} MB.`, {
      details: { limit },
    });
  }
  const text = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), text };
}
