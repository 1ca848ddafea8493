import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/server/derived-key";

/** Nobody reads and answers faster, ms. */
export const LEAST_MS = 2_000;

/** How long a page may stay open before it is sent, ms. */
export const MOST_MS = 24 * 60 * 60_000;

/** What a page of a form carries, to tell when it was asked for. */
export function formToken(formId: string, now: number): string {
  const at = now.toString(36);
  return `${at}.${signed(formId, at)}`;
}

/** Whether the page was made by us for this form, not this very moment, and not long ago. */
export function judgeToken(formId: string, token: string, now: number): "right" | "soon" | "wrong" {
  const [at = "", signature = ""] = token.split(".");
  const [came, wanted] = [Buffer.from(signature), Buffer.from(signed(formId, at))];
  if (came.length !== wanted.length || !timingSafeEqual(came, wanted)) return "wrong";
  const age = now - Number.parseInt(at, 36);
  if (!(age <= MOST_MS)) return "wrong";
  return age < LEAST_MS ? "soon" : "right";
}

function signed(formId: string, at: string): string {
  return createHmac("sha256", keyFor("form-token"))
    .update(`${formId}\0${at}`)
    .digest("base64url")
    .slice(0, 32);
}
