import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types are checked once, by `npm run check`; a second time here would only slow every build.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "sharp",
    "satori",
    "harfbuzzjs",
    "piscina",
    "pdfkit",
    "wawoff2",
    "@node-rs/argon2",
    "pg",
    "undici",
    "pino",
    "nodemailer",
  ],
  // harfbuzzjs imports Node's "module" on a branch that browsers never take.
  turbopack: { resolveAlias: { module: { browser: "./scripts/empty.mjs" } } },
};

export default config;
