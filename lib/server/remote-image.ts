import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { isAllowedHost } from "@/lib/render/remote/host-rule";
import { remotePicture } from "@/lib/render/remote/remote-picture";
import { loadImageHosts } from "./image-hosts";

export const remoteImageInput = z.strictObject({
  url: z
    .string()
    .min(1, "Enter the address of a picture.")
    .max(2048, "An address has at most 2048 characters."),
});

/**
 * The picture at an address, fetched and cleaned the way links do it, so that a preview shows what recipients get.
 * Whatever is wrong there, the sentence is the same: it must not tell what our network can reach. That a host is not
 * on the workspace's own list is said.
 */
export async function loadRemoteImage(
  scope: Scope,
  url: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string }> {
  const { hosts } = await loadImageHosts(scope);
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  if (host !== "" && !isAllowedHost(host, hosts)) {
    const message = `This workspace takes pictures only from the hosts in its settings; ${host} is not one of them.`;
    throw new AppError("invalid", message, { path: "/url" });
  }
  const picture = await remotePicture(url, { allowedHosts: hosts });
  const [, contentType, data] = picture?.href.match(/^data:(image\/(?:png|jpeg));base64,(.*)$/s) ?? [];
  if (!contentType || data === undefined) {
    throw new AppError(
      "invalid",
      "No picture can be had from this address. It must be a public http or https address of a PNG, JPEG, WebP or GIF of at most 10 MB.",
      { path: "/url" },
    );
  }
  return { bytes: new Uint8Array(Buffer.from(data, "base64")), contentType };
}
