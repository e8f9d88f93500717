import { AudioFrame, AudioSource, AudioStream, LocalAudioTrack, Room, RoomEvent, TrackKind, TrackPublishOptions, TrackSource, type RemoteTrack } from "@livekit/rtc-node";
import { AGENT_STATE_ATTRIBUTE, KEYS_TOPIC } from "@/lib/calls/room-protocol";

export interface Caption {
  role: "agent" | "caller";
  segment: string;
  text: string;
  final: boolean;
  at: number;
}

/** Sound above this is somebody speaking (root mean square of 10 ms, full scale is 32768). */
const AUDIBLE = 150;
const RATE = 16_000;
const FRAME = RATE / 100;

/**
 * A caller without a browser: joins a room, plays sound as its microphone and notes what it hears, with times in ms of
 * `performance.now()`. For tests and benches.
 */
export class Caller {
  readonly captions: Caption[] = [];
  readonly states: { state: string; at: number }[] = [];
  /** Every stretch of 10 ms that was heard: when, and how loud. */
  readonly heard: { at: number; level: number }[] = [];
  joinedAt = 0;
  firstSoundAt: number | null = null;
  left = false;
  private readonly room = new Room();
  private readonly source = new AudioSource(RATE, 1, 40);
  private readonly queue: Int16Array[] = [];
  private running = true;
  private emptied: (() => void)[] = [];
  private watchers: (() => void)[] = [];

  static async join(url: string, token: string): Promise<Caller> {
    const caller = new Caller();
    const { room } = caller;
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind === TrackKind.KIND_AUDIO) void caller.listen(track);
    });
    room.on(RoomEvent.ParticipantAttributesChanged, (changed) => {
      const state = changed[AGENT_STATE_ATTRIBUTE];
      if (state) caller.states.push({ state, at: performance.now() });
      caller.notice();
    });
    room.on(RoomEvent.Disconnected, () => {
      caller.left = true;
      caller.notice();
    });
    room.registerTextStreamHandler("lk.transcription", (reader) => {
      void reader.readAll().then((text) => {
        const attributes = reader.info.attributes ?? {};
        caller.captions.push({ role: attributes["parley.role"] === "caller" ? "caller" : "agent", segment: attributes["lk.segment_id"] ?? "", text, final: attributes["lk.transcription_final"] !== "false", at: performance.now() });
        caller.notice();
      }, () => undefined);
    });
    const started = performance.now();
    await room.connect(url, token, { autoSubscribe: true, dynacast: false });
    caller.joinedAt = started;
    await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack("microphone", caller.source), new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }));
    void caller.pump();
    return caller;
  }

  /** Says this (mono, 16 kHz, 16 bit). @returns when its last sound went out */
  async say(pcm: Int16Array): Promise<number> {
    for (let i = 0; i < pcm.length; i += FRAME) {
      const frame = new Int16Array(FRAME);
      frame.set(pcm.subarray(i, i + FRAME));
      this.queue.push(frame);
    }
    await new Promise<void>((resolve) => this.emptied.push(resolve));
    return performance.now();
  }

  async press(keys: string): Promise<void> {
    await this.room.localParticipant?.publishData(new TextEncoder().encode(JSON.stringify({ keys })), { topic: KEYS_TOPIC, reliable: true });
  }

  async type(text: string): Promise<void> {
    await this.room.localParticipant?.sendText(text, { topic: "lk.chat" });
  }

  /** The first sound of somebody after `since`, once it was heard. */
  async hearsSomething(since: number, timeoutMs: number): Promise<number> {
    return this.until(() => this.heard.find(({ at, level }) => at >= since && level >= AUDIBLE)?.at, timeoutMs, "no sound was heard");
  }

  /** When there was `ms` of quiet after `since`: the time of the last sound before it. */
  async hearsQuiet(since: number, ms: number, timeoutMs: number): Promise<number> {
    return this.until(() => {
      const last = this.heard.findLast(({ level }) => level >= AUDIBLE)?.at ?? since;
      return performance.now() - Math.max(last, since) >= ms ? last : undefined;
    }, timeoutMs, "it never became quiet");
  }

  async until<T>(look: () => T | undefined | false, timeoutMs: number, message: string): Promise<T> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(message);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 50));
        this.watchers.push(() => (clearTimeout(timer), resolve()));
      });
    }
  }

  async hangUp(): Promise<void> {
    this.running = false;
    await this.room.disconnect();
  }

  private async pump(): Promise<void> {
    const silence = new Int16Array(FRAME);
    while (this.running) {
      const next = this.queue.shift();
      await this.source.captureFrame(new AudioFrame(next ?? silence, RATE, 1, FRAME)).catch(() => (this.running = false));
      if (next && this.queue.length === 0) {
        // What was taken is still in the queue of the track.
        await this.source.waitForPlayout();
        for (const resolve of this.emptied.splice(0)) resolve();
      }
    }
  }

  private async listen(track: RemoteTrack): Promise<void> {
    const reader = new AudioStream(track, { sampleRate: RATE, numChannels: 1, frameSizeMs: 10 }).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const level = Math.sqrt(value.data.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, value.data.length));
      const at = performance.now();
      this.heard.push({ at, level });
      if (level >= AUDIBLE) this.firstSoundAt ??= at;
      if (level >= AUDIBLE) this.notice();
    }
  }

  private notice(): void {
    for (const wake of this.watchers.splice(0)) wake();
  }
}
