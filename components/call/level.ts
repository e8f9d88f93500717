import type { LevelSource } from "./types";

/** Measures how loud a track is. Costs nothing until `get` is called, which the meter does once a frame while it is on screen. */
export class TrackLevel implements LevelSource {
  private analyser: AnalyserNode | null = null;
  private source: MediaStreamAudioSourceNode | null = null;
  private samples: Float32Array<ArrayBuffer> | null = null;

  constructor(private readonly context: AudioContext | null) {}

  watch(track: MediaStreamTrack | null): void {
    this.source?.disconnect();
    this.source = null;
    if (!track || !this.context) return;
    try {
      this.analyser ??= this.context.createAnalyser();
      this.analyser.fftSize = 512;
      this.samples = new Float32Array(this.analyser.fftSize);
      this.source = this.context.createMediaStreamSource(new MediaStream([track]));
      this.source.connect(this.analyser);
    } catch {
      // A meter is not worth a call: without Web Audio it stays flat.
      this.source = null;
    }
  }

  get(): number {
    if (!this.analyser || !this.samples || !this.source) return 0;
    this.analyser.getFloatTimeDomainData(this.samples);
    let sum = 0;
    for (const sample of this.samples) sum += sample * sample;
    // -50 dB is nothing, -10 dB is full.
    const db = 20 * Math.log10(Math.sqrt(sum / this.samples.length) + 1e-8);
    return Math.min(1, Math.max(0, (db + 50) / 40));
  }
}
