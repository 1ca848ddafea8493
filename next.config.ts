import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["sharp", "satori", "harfbuzzjs", "@node-rs/argon2", "pg", "undici", "pino"],
};

export default config;
