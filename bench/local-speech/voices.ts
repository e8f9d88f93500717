import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { resampleInt16 } from "@/lib/speech/resample";
import { LocalVoice } from "@/workers/agent/speech/flite/local-voice";
import type { Sound } from "@/workers/agent/speech/types";

const RATE = 16_000;
const ESPEAK: Record<string, string[]> = {
  "espeak en-us": ["-v", "en-us"],
  "espeak en-us f3": ["-v", "en-us+f3"],
  "espeak en-gb": ["-v", "en-gb"],
  "espeak en-us m3": ["-v", "en-us+m3", "-s", "150"],
};

/** The bench's callers: Flite's four voices, and espeak-ng's where it is installed (another synthesiser altogether). */
export async function openVoices() {
  const flite = await LocalVoice.start();
  const hasEspeak = await promisify(execFile)("espeak-ng", ["--version"]).then(() => true, () => false);
  return {
    names: ["flite slt", "flite rms", "flite awb", "flite kal16", ...(hasEspeak ? Object.keys(ESPEAK) : [])],
    async say(name: string, text: string): Promise<Sound> {
      const espeak = ESPEAK[name];
      const spoken = espeak ? await sayWithEspeak(espeak, text) : (await flite.synthesize({ text, voice: name.slice("flite ".length) })).pcm;
      return { pcm: padded(spoken), sampleRate: RATE };
    },
    stop: () => flite.stop(),
  };
}

async function sayWithEspeak(voice: string[], text: string): Promise<Int16Array> {
  const { stdout } = await promisify(execFile)("espeak-ng", [...voice, "--stdout", text], { encoding: "buffer", maxBuffer: 1 << 24 });
  const rate = stdout.readUInt32LE(24);
  const samples = new Int16Array(stdout.buffer.slice(stdout.byteOffset + 44, stdout.byteOffset + 44 + ((stdout.length - 44) & ~1)));
  const first = samples.findIndex((sample) => Math.abs(sample) > 200);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > 200);
  return resampleInt16(samples.slice(Math.max(0, first - 100), last + 1000), rate, RATE);
}

/** What a VAD leaves around speech: 200 ms before, 64 ms after. */
function padded(pcm: Int16Array): Int16Array {
  const output = new Int16Array(pcm.length + RATE * 0.264);
  output.set(pcm, RATE * 0.2);
  return output;
}

/** White noise so much quieter than the speech, in dB. The same every time. */
export function withNoise({ pcm, sampleRate }: Sound, decibels: number): Sound {
  const loud = pcm.filter((sample) => Math.abs(sample) > 100);
  const power = loud.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, loud.length);
  const amplitude = Math.sqrt((3 * power) / 10 ** (decibels / 10));
  let seed = 1;
  const random = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0) / 0x80000000;
  return { pcm: pcm.map((sample) => Math.max(-32768, Math.min(32767, sample + random() * amplitude))), sampleRate };
}

/** As a telephone hears: 8 kHz, coarse steps (µ-law). */
export function asTelephone({ pcm, sampleRate }: Sound): Sound {
  const narrow = resampleInt16(pcm, sampleRate, 8000);
  return { pcm: narrow.map(throughMuLaw), sampleRate: 8000 };
}

function throughMuLaw(sample: number): number {
  const magnitude = Math.min(32_635, Math.abs(sample)) + 132;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const step = 1 << (exponent + 3);
  return Math.sign(sample) * (Math.floor(magnitude / step) * step + step / 2 - 132);
}
