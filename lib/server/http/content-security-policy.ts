import { env } from "../env";

/**
 * What a page of the app may load and run: its own files, scripts that carry the nonce and what those load, and
 * WebAssembly, which shapes and paints text. Inline style attributes are allowed, since positions are set by them.
 */
export function contentSecurityPolicy(nonce: string): string {
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
