import { createRequire } from "node:module";
import type { VoiceDetector } from "./ears";

interface LocalInference {
  initVad(): void;
  createVad(): VoiceDetector;
}

let loaded: LocalInference | null = null;

/** LiveKit's own detector (Silero, compiled in). Its licence: for use with LiveKit Agents, which this is. */
function library(): LocalInference {
  loaded ??= createRequire(import.meta.url)("@livekit/local-inference") as LocalInference;
  return loaded;
}

/** Loads the model, so that the first call does not wait for it. */
export function loadDetector(): void {
  library().initVad();
}

/** One for each caller: it remembers what it heard. */
export function createDetector(): VoiceDetector {
  return library().createVad();
}
