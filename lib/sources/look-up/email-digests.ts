import { createHash } from "node:crypto";

/** What senders make of an e-mail address so that it stands in no address of theirs. */
const ALGORITHMS = ["md5", "sha1", "sha256"] as const;

/** Lengths of these digests in hexadecimal. */
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** The digests by which an e-mail address is found: of it in lower case, without spaces around it. None of what is no address. */
export function emailDigests(email: string): string[] {
  const written = email.normalize("NFC").trim().toLowerCase();
  if (!written.includes("@")) return [];
  return ALGORITHMS.map((algorithm) => createHash(algorithm).update(written).digest("hex"));
}

/** Whether what an address gives can be such a digest. */
export function isEmailDigest(key: string): boolean {
  return DIGEST.test(key.trim());
}
