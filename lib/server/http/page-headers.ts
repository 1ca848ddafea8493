import { env } from "../env";

/** Headers of every page of the app. The nonce is fresh for each answer and stands on its own scripts. */
export function pageHeaders(nonce: string): Record<string, string> {
  const overTls = env().PUBLIC_URL.startsWith("https:");
  return {
    "content-security-policy": contentSecurityPolicy(nonce),
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(overTls ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/**
 * What a page may load and run: its own files, scripts that carry the nonce and what those load, and WebAssembly,
 * which shapes and paints text. Inline style attributes are allowed, since positions are set by them.
 */
function contentSecurityPolicy(nonce: string): string {
  // The development server compiles in the browser and reloads over a socket.
  const { development } = env();
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
