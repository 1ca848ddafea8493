import { Secret, TOTP } from "otpauth";

const PERIOD_S = 30;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** A phone's clock may be half a minute off either way, and typing takes a while. */
const STEPS_AROUND = 1;

const SETTINGS = { algorithm: "SHA1", digits: 6, period: PERIOD_S } as const;

/** A new shared secret, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What authenticator apps read from the QR code. */
export function totpAddress(secret: string, email: string): string {
  return new TOTP({ ...SETTINGS, issuer: "Nameplate", label: email, secret }).toString();
}

/** The time step (30 s since 1970) that a code of six digits belongs to, if it is one of about now; else null. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...SETTINGS, secret });
  const delta = totp.validate({ token: code, window: STEPS_AROUND, timestamp });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
