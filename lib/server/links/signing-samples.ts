export type SigningSampleLanguage = "typescript" | "python";

/** Where the programs find the signing key. */
export const SIGNING_KEY_VARIABLE = "NAMEPLATE_SIGNING_KEY";

export type SigningSample = {
  /** Where links answer, such as `https://pictures.example`. */
  origin: string;
  linkKey: string;
  /** What the program signs, by field. */
  values: Readonly<Record<string, string>>;
};

/** A program that says the signed address of a picture, as it is pasted into a file. */
export function signingSample(language: SigningSampleLanguage, sample: SigningSample): string {
  return language === "python" ? pythonSigning(sample) : typescriptSigning(sample);
}

/** The programs as the settings show them. */
export function signingPrograms(origin: string) {
  const sample = { origin, linkKey: "your-link-key", values: { first_name: "Nguyễn Thị Hoa" } };
  return {
    variable: SIGNING_KEY_VARIABLE,
    typescript: signingSample("typescript", sample),
    python: signingSample("python", sample),
    encrypting: encryptingSample(sample),
  };
}

function typescriptSigning({ origin, linkKey, values }: SigningSample): string {
  return `import { createHmac } from "node:crypto";

const origin = ${JSON.stringify(origin)};
const link = ${JSON.stringify(linkKey)};
const secret = process.env.${SIGNING_KEY_VARIABLE} ?? "";

/** Everything but letters, digits and - . _ ~ as %XX. */
function encode(text: string): string {
  return encodeURIComponent(text.normalize("NFC")).replace(
    /[!'()*]/g,
    (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase(),
  );
}

/** Holds for so many seconds; for ever when they are left out. */
function signedAddress(values: Record<string, string>, seconds?: number): string {
  const ends = seconds === undefined ? {} : { _exp: String(Math.floor(Date.now() / 1000) + seconds) };
  const query = Object.entries({ ...values, ...ends })
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => \`\${name}=\${encode(value)}\`)
    .join("&");
  const text = \`nameplate-link-v1\\n\${link}\\n\${query}\`;
  const mac = createHmac("sha256", secret).update(text).digest().subarray(0, 16);
  return \`\${origin}/i/\${link}.png?\${query}\${query && "&"}_sig=\${mac.toString("base64url")}\`;
}

console.log(signedAddress(${jsonOf(values)}));`;
}

function pythonSigning({ origin, linkKey, values }: SigningSample): string {
  return `import base64
import hashlib
import hmac
import os
import time
import unicodedata
from urllib.parse import quote

ORIGIN = ${JSON.stringify(origin)}
LINK = ${JSON.stringify(linkKey)}
SECRET = os.environ["${SIGNING_KEY_VARIABLE}"]


def signed_address(values, seconds=None):
    """Holds for so many seconds; for ever when they are left out."""
    params = dict(values)
    if seconds is not None:
        params["_exp"] = str(int(time.time()) + seconds)
    query = "&".join(
        f"{name}={quote(unicodedata.normalize('NFC', value), safe='')}"
        for name, value in sorted(params.items())
    )
    text = f"nameplate-link-v1\\n{LINK}\\n{query}"
    mac = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).digest()[:16]
    signature = base64.urlsafe_b64encode(mac).rstrip(b"=").decode()
    return f"{ORIGIN}/i/{LINK}.png?{query}{'&' if query else ''}_sig={signature}"


print(signed_address(${jsonOf(values)}))`;
}

/** A program that says an address with its values encrypted. Python's own library has no AES-GCM: for TypeScript only. */
export function encryptingSample({ origin, linkKey, values }: SigningSample): string {
  return `import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";

const origin = ${JSON.stringify(origin)};
const link = ${JSON.stringify(linkKey)};
const secret = process.env.${SIGNING_KEY_VARIABLE} ?? "";

const key = Buffer.from(hkdfSync("sha256", secret, "", "nameplate link token v1", 32));

/** Holds for so many seconds; for ever when they are left out. */
function encryptedAddress(values: Record<string, string>, seconds?: number): string {
  const ends = seconds === undefined ? {} : { e: Math.floor(Date.now() / 1000) + seconds };
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(link));
  const sealed = Buffer.concat([cipher.update(JSON.stringify({ v: values, ...ends })), cipher.final()]);
  const token = Buffer.concat([Buffer.from([1]), iv, cipher.getAuthTag(), sealed]);
  return \`\${origin}/i/\${link}.png?_t=\${token.toString("base64url")}\`;
}

console.log(encryptedAddress(${jsonOf(values)}));`;
}

/** Names and texts as both languages write them, on one line. */
function jsonOf(values: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(values).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}
