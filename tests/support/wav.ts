/** One channel of 16 bit PCM as a WAV file. */
export function toWav(pcm: Int16Array, sampleRate: number): Uint8Array {
  const out = Buffer.alloc(44 + pcm.byteLength);
  out.write("RIFF", 0);
  out.writeUInt32LE(36 + pcm.byteLength, 4);
  out.write("WAVEfmt ", 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(sampleRate, 24);
  out.writeUInt32LE(sampleRate * 2, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write("data", 36);
  out.writeUInt32LE(pcm.byteLength, 40);
  Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).copy(out, 44);
  return out;
}

/** Joins pieces of speech and silences (in seconds) into one recording. */
export function timeline(sampleRate: number, pieces: (Int16Array | number)[]): Int16Array {
  const parts = pieces.map((piece) => (typeof piece === "number" ? new Int16Array(Math.round(piece * sampleRate)) : piece));
  const all = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
