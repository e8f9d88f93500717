/**
 * Changes the sample rate of mono sound with a windowed-sinc low-pass filter, evaluated by phase. Stateful: feed pieces
 * of any length in order and the pieces that come out join without clicks. Delay: half the filter, under 2 ms.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #phases: Float32Array[];
  readonly #taps: number;
  #history: Float32Array;
  /** Position of the next output sample, in input samples times `up`, counted from the start of the history. */
  #position: number;

  constructor(
    readonly from: number,
    readonly to: number,
  ) {
    const divisor = greatestCommonDivisor(from, to);
    this.#up = to / divisor;
    this.#down = from / divisor;
    this.#taps = 2 * Math.ceil((ZERO_CROSSINGS * Math.max(from, to)) / to);
    this.#phases = buildPhases(this.#up, this.#taps, Math.min(1, to / from));
    // Half a filter of silence before the sound, so that the output begins where the input does.
    this.#history = new Float32Array(this.#taps / 2 - 1);
    this.#position = 0;
  }

  /** The next piece of sound (any scale; the scale is kept). Returns what can be computed already. */
  process(input: Float32Array | Int16Array): Float32Array {
    const buffer = new Float32Array(this.#history.length + input.length);
    buffer.set(this.#history);
    buffer.set(input, this.#history.length);
    const last = (buffer.length - this.#taps) * this.#up;
    const output = new Float32Array(last < this.#position ? 0 : Math.floor((last - this.#position) / this.#down) + 1);
    for (let index = 0; index < output.length; index++) {
      const start = Math.floor(this.#position / this.#up);
      const phase = this.#phases[this.#position - start * this.#up]!;
      let sum = 0;
      for (let tap = 0; tap < phase.length; tap++) sum += phase[tap]! * buffer[start + tap]!;
      output[index] = sum;
      this.#position += this.#down;
    }
    const consumed = Math.min(buffer.length, Math.floor(this.#position / this.#up));
    this.#position -= consumed * this.#up;
    this.#history = buffer.slice(consumed);
    return output;
  }

  /** What is left in the filter once the sound has ended. The resampler can then not be used again. */
  flush(): Float32Array {
    return this.process(new Float32Array(this.#taps / 2 + 1));
  }
}

/** More are sharper and slower; 12 leaves less than -60 dB of what the new rate cannot carry. */
const ZERO_CROSSINGS = 12;
/** Of the new rate's half: where the low-pass begins, so that it has ended at the half. */
const PASS_BAND = 0.92;

/** A whole sound at another rate. The scale of the samples is kept. */
export function resample(input: Float32Array | Int16Array, from: number, to: number): Float32Array {
  if (from === to) return Float32Array.from(input);
  const resampler = new Resampler(from, to);
  const head = resampler.process(input);
  const tail = resampler.flush();
  const output = new Float32Array(Math.min(head.length + tail.length, Math.ceil((input.length * to) / from)));
  output.set(head.subarray(0, output.length));
  output.set(tail.subarray(0, Math.max(0, output.length - head.length)), Math.min(head.length, output.length));
  return output;
}

/** As `resample`, for 16-bit samples; values that the filter carries past full scale are clipped. */
export function resampleInt16(input: Int16Array, from: number, to: number): Int16Array {
  return from === to ? input : toInt16(resample(input, from, to));
}

/** Samples on the 16-bit scale (±32768) as 16-bit samples. */
export function toInt16(samples: Float32Array): Int16Array {
  const output = new Int16Array(samples.length);
  for (let index = 0; index < samples.length; index++) output[index] = Math.max(-32768, Math.min(32767, Math.round(samples[index]!)));
  return output;
}

function buildPhases(up: number, taps: number, ratio: number): Float32Array[] {
  const cutoff = ratio * (ratio < 1 || up > 1 ? PASS_BAND : 1);
  return Array.from({ length: up }, (_, phase) => {
    const filter = new Float32Array(taps);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const time = tap - (taps / 2 - 1) - phase / up;
      const weight = cutoff * sinc(cutoff * time) * blackman(time / (taps / 2));
      filter[tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) filter[tap] = filter[tap]! / sum;
    return filter;
  });
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** From -1 to 1, 1 in the middle, 0 at and beyond the ends. */
function blackman(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
