import { FLITE_SAMPLE_RATE, FliteEngine, type FliteVoice } from "@/workers/agent/speech/flite/engine";
import { timeline, toWav } from "./wav";

let engine: Promise<FliteEngine> | null = null;

/** What a caller says, as 16 kHz samples. `rms` and `awb` are voices that the agents in the tests do not have. */
export async function spoken(text: string, voice: FliteVoice = "rms"): Promise<Int16Array> {
  engine ??= FliteEngine.load();
  return (await engine).speak(text, voice, 1);
}

/** The same as a WAV file's bytes, with a breath of silence on both sides. */
export async function spokenWav(text: string, voice: FliteVoice = "rms"): Promise<Uint8Array> {
  return toWav(timeline(FLITE_SAMPLE_RATE, [0.1, await spoken(text, voice), 0.3]), FLITE_SAMPLE_RATE);
}

/** A recording for a browser's microphone: things said, and silences in seconds. */
export async function recording(pieces: (string | number)[], voice: FliteVoice = "rms"): Promise<Uint8Array> {
  const sounds = await Promise.all(pieces.map((piece) => (typeof piece === "number" ? piece : spoken(piece, voice))));
  return toWav(timeline(FLITE_SAMPLE_RATE, sounds), FLITE_SAMPLE_RATE);
}
