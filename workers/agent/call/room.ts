import {
  AudioFrame, AudioResampler, AudioResamplerQuality, AudioSource, AudioStream, DisconnectReason, LocalAudioTrack, ParticipantKind, RoomEvent, TrackKind, TrackPublishOptions, TrackSource,
  type LocalTrackPublication, type RemoteParticipant, type RemoteTrack, type RemoteTrackPublication, type Room,
} from "@livekit/rtc-node";
import { AGENT_STATE_ATTRIBUTE, KEYS_TOPIC } from "@/lib/calls/room-protocol";
import { EARS_RATE, WINDOW_MS } from "./ears";
import type { AudioSink } from "./mouth";

/** Longer adds to the latency and to what is heard after a barge-in; shorter stutters. */
const QUEUE_MS = 20;
/** A client that does not say that it listens is spoken to all the same after this. */
const SUBSCRIBE_MS = 1_500;
const CLOSED = new Set<DisconnectReason>([DisconnectReason.ROOM_DELETED, DisconnectReason.ROOM_CLOSED, DisconnectReason.PARTICIPANT_REMOVED, DisconnectReason.CLIENT_INITIATED]);
const CHAT_TOPIC = "lk.chat";

export interface RoomListener {
  callerJoined(identity: string): void;
  /** `meant`: they hung up; otherwise the network may bring them back. */
  callerLeft(identity: string, meant: boolean): void;
  sound(pcm: Int16Array): void;
  keys(keys: string): void;
  typed(text: string): void;
  /** This side is out of the room. `closed`: somebody ended the call; otherwise the connection is lost for good. */
  disconnected(closed: boolean): void;
}

/**
 * The LiveKit room as a call sees it: one caller, one agent. Everything of the caller is passed on, everybody else (other
 * agents, listeners) is ignored.
 */
export class CallRoom {
  private callerIdentity: string | null = null;
  private present: RemoteParticipant | null = null;
  private callerTrack: RemoteTrack | null = null;
  private reader: { cancel(): Promise<void> } | null = null;
  private publication: LocalTrackPublication | null = null;
  private source: AudioSource | null = null;
  private heardBySomebody: Promise<void> = Promise.resolve();

  /** Attaches itself at once: tracks that are there already are announced while the connection is made. */
  constructor(
    private readonly room: Room,
    private readonly listener: RoomListener,
  ) {
    room
      .on(RoomEvent.ParticipantConnected, (participant) => this.meet(participant))
      .on(RoomEvent.ParticipantDisconnected, (participant) => this.leave(participant))
      .on(RoomEvent.TrackSubscribed, (track, publication, participant) => this.hear(track, publication, participant))
      .on(RoomEvent.TrackUnsubscribed, (track) => this.unhear(track))
      .on(RoomEvent.DataReceived, (payload, participant, _kind, topic) => topic === KEYS_TOPIC && this.isCaller(participant) && this.takeKeys(payload))
      .on(RoomEvent.DtmfReceived, (_code, digit, participant) => this.isCaller(participant) && this.listener.keys(digit))
      .on(RoomEvent.Disconnected, (reason) => this.listener.disconnected(CLOSED.has(reason)));
    room.registerTextStreamHandler(CHAT_TOPIC, (reader, sender) => {
      if (sender.identity !== this.callerIdentity) return;
      reader.readAll().then((text) => text.trim() !== "" && this.listener.typed(text.trim().slice(0, 2000)), () => undefined);
    });
  }

  get caller(): string | null {
    return this.callerIdentity;
  }
  get trackIds(): { agent?: string | undefined; caller?: string | undefined } {
    return { agent: this.publication?.sid, caller: this.callerTrack?.sid };
  }

  /** Once connected: finds the caller who was there first. */
  lookAround(): void {
    for (const participant of this.room.remoteParticipants.values()) this.meet(participant);
  }

  /** The agent's track, before there is a connection. @param sampleRate of everything that will be said */
  openMouth(sampleRate: number): AudioSink {
    const source = new AudioSource(sampleRate, 1, QUEUE_MS);
    this.source = source;
    return {
      sampleRate,
      capture: (pcm) => source.captureFrame(new AudioFrame(pcm, sampleRate, 1, pcm.length)),
      clear: () => source.clearQueue(),
      queuedMs: () => source.queuedDuration,
      drained: () => source.waitForPlayout(),
    };
  }

  /** Publishes the agent's track. */
  async publish(): Promise<void> {
    const { localParticipant } = this.room;
    if (!localParticipant || !this.source) return;
    let heard: () => void = () => {};
    const subscribed = new Promise<void>((resolve) => (heard = resolve));
    this.room.once(RoomEvent.LocalTrackSubscribed, heard);
    const track = LocalAudioTrack.createAudioTrack("agent", this.source);
    this.publication = await localParticipant.publishTrack(track, new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }));
    this.heardBySomebody = subscribed;
  }

  /** For when the caller is there: resolves when their side has asked for the agent's sound. */
  async isHeard(): Promise<void> {
    await Promise.race([this.heardBySomebody, new Promise<void>((resolve) => setTimeout(resolve, SUBSCRIBE_MS))]);
  }

  async showState(state: string): Promise<void> {
    const known = { starting: "initializing", listening: "listening", thinking: "thinking", speaking: "speaking" }[state];
    await this.room.localParticipant?.setAttributes({ [AGENT_STATE_ATTRIBUTE]: state, ...(known ? { "lk.agent.state": known } : {}) }).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.reader?.cancel().catch(() => undefined);
    await this.source?.close().catch(() => undefined);
  }

  private meet(participant: RemoteParticipant): void {
    if (participant.kind === ParticipantKind.AGENT || AGENT_STATE_ATTRIBUTE in participant.attributes || participant.attributes["parley.role"] === "observer") return;
    if (this.callerIdentity !== null && this.callerIdentity !== participant.identity) return;
    this.callerIdentity = participant.identity;
    // Announced by the connection, by a track and by looking around: one arrival.
    if (this.present !== participant) {
      this.present = participant;
      this.listener.callerJoined(participant.identity);
    }
    for (const publication of participant.trackPublications.values()) if (publication.track) this.hear(publication.track, publication, participant);
  }

  private leave(participant: RemoteParticipant): void {
    if (participant.identity !== this.callerIdentity || this.present?.sid !== participant.sid) return;
    this.present = null;
    const { disconnectReason: reason } = participant;
    const meant = reason === DisconnectReason.CLIENT_INITIATED || reason === DisconnectReason.PARTICIPANT_REMOVED || reason === DisconnectReason.ROOM_DELETED
      || reason === DisconnectReason.USER_REJECTED || reason === DisconnectReason.USER_UNAVAILABLE;
    this.listener.callerLeft(participant.identity, meant);
  }

  private isCaller(participant: { identity: string } | undefined): boolean {
    return participant !== undefined && participant.identity === this.callerIdentity;
  }

  private hear(track: RemoteTrack, publication: RemoteTrackPublication, participant: RemoteParticipant): void {
    if (track.kind !== TrackKind.KIND_AUDIO || publication.source === TrackSource.SOURCE_SCREENSHARE_AUDIO) return;
    this.meetFirst(participant);
    if (!this.isCaller(participant) || this.callerTrack === track) return;
    void this.reader?.cancel().catch(() => undefined);
    this.callerTrack = track;
    const reader = new AudioStream(track, { sampleRate: EARS_RATE, numChannels: 1, frameSizeMs: WINDOW_MS }).getReader();
    this.reader = reader;
    void this.read(reader);
  }

  /** A track may be announced before its participant. */
  private meetFirst(participant: RemoteParticipant): void {
    if (this.callerIdentity === null) this.meet(participant);
  }

  private async read(reader: ReadableStreamDefaultReader<AudioFrame>): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        this.listener.sound(value.data);
      }
    } catch {
      // The track went away.
    }
  }

  private unhear(track: RemoteTrack): void {
    if (track !== this.callerTrack) return;
    this.callerTrack = null;
    void this.reader?.cancel().catch(() => undefined);
    this.reader = null;
  }

  private takeKeys(payload: Uint8Array): void {
    try {
      const { keys } = JSON.parse(new TextDecoder().decode(payload)) as { keys?: unknown };
      if (typeof keys === "string" && /^[0-9A-D*#]{1,32}$/.test(keys)) this.listener.keys(keys);
    } catch {
      // Not ours.
    }
  }
}

/** Loads LiveKit's native library and the HTTP client, which take a tenth of a second each, before there is a call. */
export async function loadMedia(): Promise<void> {
  await new AudioSource(EARS_RATE, 1, QUEUE_MS).close();
  await fetch("data:,").catch(() => undefined);
}

/** Sound at another rate, for voices that do not speak at the track's. */
export function resample(pcm: Int16Array, from: number, to: number): Int16Array {
  const resampler = new AudioResampler(from, to, 1, AudioResamplerQuality.MEDIUM);
  const frames = [...resampler.push(new AudioFrame(pcm, from, 1, pcm.length)), ...resampler.flush()];
  resampler.close();
  const out = new Int16Array(frames.reduce((sum, frame) => sum + frame.data.length, 0));
  let offset = 0;
  for (const frame of frames) {
    out.set(frame.data, offset);
    offset += frame.data.length;
  }
  return out;
}
