import type { Participant, RemoteParticipant, Room } from "livekit-client";
import { AGENT_STATE_ATTRIBUTE, KEYS_TOPIC } from "@/lib/calls/room-protocol";
import { AgentWatch } from "./agent-watch";
import { captureMicrophone } from "./microphone";
import { TrackLevel } from "./level";
import { AGENT_LOST, CANNOT_CONNECT, microphoneProblem, NETWORK_LOST, NETWORK_TROUBLE, NOBODY_AT_ALL, NOBODY_YET, OTHER_TAB, startProblem } from "./problems";
import { createRoom } from "./room-events";
import { Speaker } from "./speaker";
import { applySegment, settled } from "./transcript";
import type { CallCredentials, CallProblem, CallSnapshot, CallStatus, LevelSource, TranscriptEntry } from "./types";

type LiveKit = typeof import("livekit-client");

const IDLE: CallSnapshot = {
  status: "idle", problem: null, microphoneProblem: null, transcript: [], muted: false, hasMicrophone: false, askingForMicrophone: false, soundBlocked: false,
  callId: null, callToken: null, connectedAt: null, endedAt: null, endedBy: null,
};

/** Loaded ahead of the click, once for all sessions, so that pressing Start costs no download. */
let livekit: Promise<LiveKit> | null = null;
export function preloadCalls(): Promise<LiveKit> {
  livekit ??= import("livekit-client");
  livekit.catch(() => (livekit = null));
  return livekit;
}

/** Looks up the media server's name and shakes hands with it ahead of the click. */
export async function warmUp(serverUrl: string): Promise<void> {
  const lk = await preloadCalls();
  await new lk.Room().prepareConnection(serverUrl);
}

/**
 * One caller's side of one call, without React: connects, publishes the microphone, plays the agent, collects captions, watches
 * that an agent is there, and survives network trouble. Read it with `getSnapshot`, follow it with `subscribe`.
 */
export class CallSession {
  private snapshot: CallSnapshot = IDLE;
  private readonly listeners = new Set<() => void>();
  private room: Room | null = null;
  private credentials: CallCredentials | null = null;
  private agentState: string | null = null;
  private microphoneTrack: MediaStreamTrack | null = null;
  private audioContext: AudioContext | null = null;
  private agentLevel: TrackLevel | null = null;
  private microphoneLevel: TrackLevel | null = null;
  private readonly speaker = new Speaker();
  /** Counts starts: whatever an earlier start still had under way is ignored. */
  private run = 0;

  private readonly watch = new AgentWatch({
    onMissing: (lost) => {
      this.set({ status: "waiting-for-agent", problem: lost ? AGENT_LOST : NOBODY_YET });
      void this.askForAgent();
    },
    onGivenUp: () => this.fail(NOBODY_AT_ALL),
  });

  readonly level: LevelSource = {
    get: () => (this.snapshot.status === "speaking" ? this.agentLevel : this.snapshot.muted ? null : this.microphoneLevel)?.get() ?? 0,
  };

  readonly getSnapshot = (): CallSnapshot => this.snapshot;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Starts a call. The microphone, the library and the credentials are fetched at the same time; a microphone that is refused does
   * not stop the call. `credentials` may throw `CallRefused` to say in words why there is no call.
   */
  async start(credentials: CallCredentials | Promise<CallCredentials>): Promise<void> {
    if (!["idle", "ended", "failed"].includes(this.snapshot.status)) return;
    const run = ++this.run;
    this.close();
    this.set({ ...IDLE, status: "connecting" });
    // Made inside the click, or the browser would keep it silent.
    this.audioContext = typeof AudioContext === "undefined" ? null : new AudioContext();
    this.agentLevel = new TrackLevel(this.audioContext);
    this.microphoneLevel = new TrackLevel(this.audioContext);
    const wanted = Promise.resolve(credentials);
    wanted.catch(() => undefined);
    const microphone = captureMicrophone((asking) => this.run === run && this.set({ askingForMicrophone: asking }));
    try {
      const lk = await preloadCalls();
      const room = this.createRoom(lk, run);
      const given = await wanted;
      if (this.run !== run) return;
      this.credentials = given;
      this.set({ callId: given.callId, callToken: given.token });
      // While the browser asks, nobody should be talking to the caller yet.
      await microphone.decided;
      if (this.run !== run) return;
      await room.connect(given.serverUrl, given.token, { autoSubscribe: true, maxRetries: 2 });
      if (this.run !== run) return void room.disconnect();
      this.set({ status: "waiting-for-agent", connectedAt: Date.now() });
      if (!this.findAgent(room)) this.watch.connected();
      this.refresh();
      void room.startAudio().catch(() => undefined);
      await this.publishMicrophone(lk, microphone.track, run);
    } catch (error) {
      void microphone.track.then((track) => track.stop()).catch(() => undefined);
      if (this.run === run) this.fail(this.credentials ? CANNOT_CONNECT : startProblem(error));
    }
  }

  /** After the caller allowed or connected a microphone in a running call. */
  async retryMicrophone(): Promise<void> {
    if (!this.room || this.snapshot.hasMicrophone) return;
    const run = this.run;
    const microphone = captureMicrophone((asking) => this.run === run && this.set({ askingForMicrophone: asking }));
    await this.publishMicrophone(await preloadCalls(), microphone.track, run);
  }

  /** Toggles the microphone, or sets it. */
  async mute(muted = !this.snapshot.muted): Promise<void> {
    this.set({ muted });
    await this.applyMute();
  }

  /** Sends keys as a telephone would: "1", "#", or several at once. */
  async sendKeys(keys: string): Promise<void> {
    if (!this.room || !/^[0-9*#A-D]+$/.test(keys)) return;
    this.add({ id: `keys-${crypto.randomUUID()}`, role: "caller", text: keys, final: true, how: "keys" });
    await this.room.localParticipant.publishData(new TextEncoder().encode(JSON.stringify({ keys })), { reliable: true, topic: KEYS_TOPIC });
  }

  /** Says something by typing it. */
  async sendText(text: string): Promise<void> {
    const said = text.trim();
    if (!this.room || !said) return;
    this.add({ id: `typed-${crypto.randomUUID()}`, role: "caller", text: said, final: true, how: "typed", pending: true });
    await this.room.localParticipant.sendText(said, { topic: "lk.chat" });
  }

  /** The browser held back the agent's sound; call this from a click. */
  async playSound(): Promise<void> {
    await this.audioContext?.resume().catch(() => undefined);
    await this.room?.startAudio().catch(() => undefined);
    this.set({ soundBlocked: this.room ? !this.room.canPlaybackAudio : false });
  }

  /** Hangs up. */
  end(): void {
    if (["idle", "ended", "failed"].includes(this.snapshot.status)) return;
    this.finish("caller");
  }

  /** Hangs up and forgets everything; the component that owned the call is gone. */
  dispose(): void {
    this.run++;
    this.close();
    this.snapshot = IDLE;
  }

  private createRoom(lk: LiveKit, run: number): Room {
    const room = createRoom(lk, {
      caption: (entry) => this.add(entry),
      sound: (track) => {
        if (track.kind !== "audio") return;
        this.speaker.play(track);
        this.agentLevel?.watch(track.mediaStreamTrack);
      },
      soundGone: (track) => this.speaker.stop(track),
      changed: () => this.refresh(),
      left: (participant) => this.participantLeft(participant),
      quiet: (participant, lost) => {
        if (participant !== this.findAgent(room)) return;
        if (lost) this.watch.left();
        else this.refresh();
      },
      playbackChanged: () => this.set({ soundBlocked: !room.canPlaybackAudio }),
      trouble: () => this.set({ status: "reconnecting", problem: NETWORK_TROUBLE }),
      backOnline: () => this.backOnline(),
      disconnected: (reason) => this.disconnected(lk, reason),
    }, (current) => this.run === run && this.room === current);
    this.room = room;
    return room;
  }

  private findAgent(room: Room): RemoteParticipant | undefined {
    return [...room.remoteParticipants.values()].find((participant) => participant.isAgent || AGENT_STATE_ATTRIBUTE in participant.attributes);
  }

  /** Reads who is in the room and what the agent says it is doing. */
  private refresh(): void {
    if (!this.room || this.room.state !== "connected" || this.snapshot.endedAt !== null) return;
    const agent = this.findAgent(this.room);
    if (!agent) return;
    this.watch.arrived();
    this.agentState = agent.attributes[AGENT_STATE_ATTRIBUTE] ?? null;
    const statuses: Record<string, CallStatus> = { listening: "listening", thinking: "thinking", speaking: "speaking" };
    const kind = this.snapshot.problem?.kind;
    const solved = kind === "agent-missing" || kind === "agent-lost" || kind === "network";
    // "starting" is still the wait for an agent; "ended" keeps the last status until the line closes.
    const status = statuses[this.agentState ?? "starting"] ?? (this.agentState === "ended" ? this.snapshot.status : "waiting-for-agent");
    this.set({ status, ...(solved ? { problem: null } : {}) });
  }

  private participantLeft(participant: Participant): void {
    if (!this.room || this.findAgent(this.room)) return;
    if (!participant.isAgent && !(AGENT_STATE_ATTRIBUTE in participant.attributes)) return;
    if (this.agentState === "ended") this.finish("agent");
    else this.watch.left();
  }

  private backOnline(): void {
    this.set({ problem: null, status: "waiting-for-agent" });
    if (this.room && !this.findAgent(this.room)) this.watch.left();
    this.refresh();
  }

  private disconnected(lk: LiveKit, reason: number | undefined): void {
    const { DisconnectReason } = lk;
    if (this.snapshot.connectedAt === null || this.snapshot.endedAt !== null) return;
    if (reason === DisconnectReason.DUPLICATE_IDENTITY) return this.fail(OTHER_TAB);
    const onPurpose = [DisconnectReason.CLIENT_INITIATED, DisconnectReason.PARTICIPANT_REMOVED, DisconnectReason.ROOM_DELETED, DisconnectReason.ROOM_CLOSED];
    if (this.agentState === "ended" || (reason !== undefined && onPurpose.includes(reason))) return this.finish("agent");
    void this.rejoin(lk);
  }

  /** LiveKit's own reconnecting gave up: join again with the same token for a while, on a new connection. */
  private async rejoin(lk: LiveKit): Promise<void> {
    const run = this.run;
    this.watch.stop();
    this.set({ status: "reconnecting", problem: NETWORK_TROUBLE, hasMicrophone: false });
    for (const waitMs of [500, 1500, 3000, 5000, 8000, 8000]) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (this.run !== run || !this.credentials) return;
      const room = this.createRoom(lk, run);
      try {
        await room.connect(this.credentials.serverUrl, this.credentials.token);
        if (this.run !== run) return void room.disconnect();
        this.backOnline();
        if (this.microphoneTrack?.readyState === "live") await this.publishMicrophone(lk, Promise.resolve(this.microphoneTrack), run);
        return;
      } catch {
        if (this.run !== run) return;
      }
    }
    this.fail(NETWORK_LOST);
  }

  private async publishMicrophone(lk: LiveKit, captured: Promise<MediaStreamTrack>, run: number): Promise<void> {
    let track: MediaStreamTrack;
    try {
      track = await captured;
    } catch (error) {
      if (this.run === run) this.set({ microphoneProblem: microphoneProblem(error, window.isSecureContext), hasMicrophone: false });
      return;
    }
    if (this.run !== run || !this.room) return track.stop();
    this.microphoneTrack = track;
    this.microphoneLevel?.watch(track);
    try {
      await this.room.localParticipant.publishTrack(track, { source: lk.Track.Source.Microphone, stopMicTrackOnMute: false });
      this.set({ hasMicrophone: true, microphoneProblem: null });
      await this.applyMute();
    } catch {
      // The line dropped meanwhile; whoever noticed that says so, and joining again publishes again.
    }
  }

  private async applyMute(): Promise<void> {
    for (const publication of this.room?.localParticipant.audioTrackPublications.values() ?? []) {
      await (this.snapshot.muted ? publication.mute() : publication.unmute());
    }
  }

  private async askForAgent(): Promise<void> {
    if (!this.credentials) return;
    const { callId, token } = this.credentials;
    try {
      await fetch(`/api/calls/${encodeURIComponent(callId)}/agent-missing`, { method: "POST", headers: { authorization: `Bearer ${token}` } });
    } catch {
      // The watch asks again by itself.
    }
  }

  private finish(endedBy: "caller" | "agent"): void {
    this.run++;
    this.set({ transcript: settled(this.snapshot.transcript), status: "ended", problem: null, endedAt: Date.now(), endedBy, askingForMicrophone: false, soundBlocked: false });
    this.close();
  }

  private fail(problem: CallProblem): void {
    this.run++;
    this.set({ transcript: settled(this.snapshot.transcript), status: "failed", problem, endedAt: Date.now(), askingForMicrophone: false, soundBlocked: false });
    this.close();
  }

  private close(): void {
    this.watch.stop();
    const room = this.room;
    this.room = null;
    this.credentials = null;
    this.agentState = null;
    this.microphoneTrack?.stop();
    this.microphoneTrack = null;
    this.speaker.clear();
    if (room) void room.disconnect();
    void this.audioContext?.close().catch(() => undefined);
    this.audioContext = null;
  }

  private add(segment: TranscriptEntry): void {
    this.set({ transcript: applySegment(this.snapshot.transcript, segment) });
  }

  private set(change: Partial<CallSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
