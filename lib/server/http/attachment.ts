import { encodePercent } from "@/lib/link/percent";

/** Headers of a file to be kept. `name` may have any letters; `plain` stands in for it where only ASCII is understood. */
export function attachmentHeaders(contentType: string, name: string, plain: string): Record<string, string> {
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodePercent(name)}`,
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
}
