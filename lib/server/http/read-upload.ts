import { AppError } from "@/lib/errors";
import { readBody } from "./read-body";

/** What multipart puts around a file. */
const ENVELOPE = 10_000;

/** The file of a multipart form, in its field `file`, of at most `limit` bytes. */
export async function readUpload(
  request: Request,
  limit: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data")) {
    throw new AppError(
      "unsupported_type",
      `Send the picture as multipart/form-data in the field "file"; ${contentType || "no content type"} came.`,
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
    throw new AppError("too_large", `A picture may have at most ${limit / 1_000_000} MB.`, {
      details: { limit },
    });
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
