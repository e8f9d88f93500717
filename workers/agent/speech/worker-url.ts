import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

const BUNDLES = "/dist/workers/";

/**
 * Where the program of the thread `name` is (the file `<name>.entry.ts` beside this one). `from` is the address of the
 * running module: inside a bundle of `dist/workers` it leads to the bundled program, else to the source.
 */
export function workerUrl(name: string, from: string = import.meta.url): URL {
  const bundle = from.lastIndexOf(BUNDLES);
  if (bundle < 0) return new URL(`./${name}.entry.ts`, from);
  return new URL(`agent/speech/${name}.entry.mjs`, from.slice(0, bundle + BUNDLES.length));
}

/**
 * Starts the thread `name`. From source it needs tsx, which by itself only serves the main thread (`--import tsx` does
 * nothing in a worker on Node 20), so a first line registers it there.
 */
export function startWorker(name: string, options: WorkerOptions): Worker {
  const url = workerUrl(name);
  if (!url.pathname.endsWith(".ts")) return new Worker(url, { ...options, execArgv: [] });
  // Not `resolve("tsx/esm/api")`: `require` would pick its CommonJS half, which cannot register from a thread.
  const tsx = new URL("./dist/esm/api/index.mjs", pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"))).href;
  const firstLine = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  return new Worker(firstLine, { ...options, execArgv: [], eval: true });
}
