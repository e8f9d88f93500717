// The set-up scripts are JavaScript, because they run before TypeScript is installed.
declare module "@/scripts/lib/postgres.mjs" {
  export function startPostgres(dir: string, options?: { port?: number }): Promise<{ url: string; port: number; stop: () => Promise<void> }>;
}
declare module "@/scripts/lib/migrate.mjs" {
  export function applyMigrations(url: string): Promise<string[]>;
}
declare module "@/scripts/lib/livekit.mjs" {
  export function findOrBuildLivekit(): Promise<string>;
  export function configureLivekit(dir: string): Promise<{ url: string; apiKey: string; apiSecret: string; port: number; configFile: string }>;
}
