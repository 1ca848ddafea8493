import { env } from "@/lib/server/env";
import { loginLimiter } from "./login-limiter";
import { isLoopback } from "./network";
import { refuseWhileWaiting } from "./too-many";

/** Counts a sign-up from an address. `too_many` past the limit, with the seconds to wait in `details.retryAfter`. */
export function admitSignUp(address: string): void {
  // Whoever tries the product out on their own machine, and tests that do, are one address that makes many accounts.
  if (env().mode === "local" && isLoopback(address)) return;
  refuseWhileWaiting(
    loginLimiter().signUp(address),
    (time) => `Too many accounts were made from your network. Try again in ${time}.`,
  );
}
