import { loginLimiter } from "./login-limiter";
import { verifyPassword } from "./password";
import { refuseWhileWaiting } from "./too-many";

export type PasswordTry = {
  email: string;
  /** Null when nobody has this address. */
  passwordHash: string | null;
  password: string;
};

/**
 * Whether the password is right, wherever it is asked for: all tries at an account count together. `too_many` after
 * too many failures, with the seconds to wait in `details.retryAfter`.
 */
export async function tryPassword(
  { email, passwordHash, password }: PasswordTry,
  address: string,
): Promise<boolean> {
  refuseWhileWaiting(
    loginLimiter().attempt(email, address),
    (time) => `Too many attempts. Try again in ${time}.`,
  );
  const right = await verifyPassword(passwordHash, password);
  if (right) loginLimiter().succeeded(email, address);
  return right;
}
