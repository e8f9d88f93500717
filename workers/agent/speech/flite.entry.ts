import { serve, Moved } from "./thread";
import { FliteEngine } from "./flite/engine";

/** Thread program: speech from Flite, one sentence a question. */
let engine: FliteEngine | null = null;

serve({
  async load() {
    engine ??= await FliteEngine.load();
  },
  speak(request: { text: string; voice: string; speed: number }) {
    if (!engine) throw new Error("The voice is not loaded.");
    const pcm = engine.speak(request.text, request.voice, request.speed);
    return new Moved(pcm, [pcm.buffer as ArrayBuffer]);
  },
});
