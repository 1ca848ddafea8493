import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/server/derived-key";

/** Nobody reads and answers faster, ms. */
export const LEAST_MS = 2_000;

/** How long a page may stay open before it is sent, ms. */
export const MOST_MS = 24 * 60 * 60_000;

/** What a page of a form carries, to tell when it was asked for, and one page from another. */
export function formToken(formId: string, now: number): string {
  const page = `${now.toString(36)}.${randomBytes(12).toString("base64url")}`;
  return `${page}.${signed(formId, page)}`;
}

/** Whether the page was made by us for this form, not this very moment, and not long ago. */
export function judgeToken(formId: string, token: string, now: number): "right" | "soon" | "wrong" {
  const [at = "", mark = "", signature = ""] = token.split(".");
  const [came, wanted] = [Buffer.from(signature), Buffer.from(signed(formId, `${at}.${mark}`))];
  if (came.length !== wanted.length || !timingSafeEqual(came, wanted)) return "wrong";
  const age = now - Number.parseInt(at, 36);
  if (!(age <= MOST_MS)) return "wrong";
  return age < LEAST_MS ? "soon" : "right";
}

/** The name of the page that a right token stands for: however the rest of it is written, it is one page. */
export function pageOf(token: string): string {
  return token.split(".").slice(0, 2).join(".");
}

function signed(formId: string, page: string): string {
  return createHmac("sha256", keyFor("form-token"))
    .update(`${formId}\0${page}`)
    .digest("base64url")
    .slice(0, 32);
}
