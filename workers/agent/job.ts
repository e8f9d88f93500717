import type { JobContext } from "@livekit/agents";
import { AutoSubscribe } from "@livekit/agents";
import { sendEvents } from "./app-client";
import { Call, SENTENCES, type Ending } from "./call/call";
import type { AgentState } from "./call/conversation";
import { createDetector } from "./call/detector";
import { CallRoom, resample } from "./call/room";
import { jobMetadata } from "./claims";
import type { ControlClient } from "./control-client";
import { Reporter, type NewCallEvent } from "./reporter";
import { speechCacheDirectory, spoolDirectory } from "./settings";
import { Spool } from "./spool";
import { Absence } from "./call/absence";
import type { SpeechParts } from "./call/parts";
import type { SpeechSupply } from "./speech-supply";
import { VoiceCache } from "./speech/voice-cache";

/** A caller who does not come within this is not waited for. */
const CALLER_COMES_MS = 60_000;
/** A caller whose network failed may come back within this. */
const CALLER_RETURNS_MS = 15_000;
const LAST_EVENTS_MS = 4_000;

const clock = () => performance.timeOrigin + performance.now();

/** Serves one call. Resolves when it is over and everything is reported or spooled. */
export async function serveCall(ctx: JobContext, control: ControlClient, speech: SpeechSupply, dataDirectory: string): Promise<void> {
  const metadata = jobMetadata(ctx.job.metadata);
  if (!metadata) return;
  let call: Call | null = null;
  let stopped = false;
  let callerIn = false;
  let ended: (ending: Ending) => void = () => {};
  const early = new Promise<Ending>((resolve) => (ended = resolve));
  const absence = new Absence(() => leave());
  let opened = false;
  let missing: string | null = null;
  const start = async () => {
    // What is said before the caller's side listens is lost.
    await room.isHeard();
    if (missing === null) call?.begin();
    else void call?.apologise(SENTENCES.broken, missing);
  };
  const leave = () => (call ? call.hungUp() : ended({ reason: "caller_hung_up" }));

  const before: NewCallEvent[] = [];
  let report: (event: NewCallEvent, at?: Date) => void = (event) => void before.push(event);

  // Attached before connecting: who is in the room already is announced while the connection is made.
  const room = new CallRoom(ctx.room, {
    callerJoined: (identity) => {
      absence.back();
      callerIn = true;
      report({ type: "callerJoined", identity });
      if (opened) void start();
    },
    callerLeft: (identity, meant) => {
      report({ type: "callerLeft", identity });
      if (meant) leave();
      else absence.wait(CALLER_RETURNS_MS);
    },
    sound: (pcm) => call?.sound(pcm),
    keys: (keys) => call?.press(keys),
    typed: (text) => call?.typed(text),
    disconnected: (closed) => (closed ? leave() : ended({ reason: "error", message: "the connection to LiveKit was lost" })),
  });
  control.onStop = () => {
    stopped = true;
    if (call && callerIn) void call.apologise(SENTENCES.stopped, "the service was stopped");
    else ended({ reason: "error", message: "the service was stopped" });
  };

  const connected = ctx.connect(undefined, AutoSubscribe.AUDIO_ONLY);
  connected.catch(() => undefined);
  const { appUrl, brief } = await control.claim(ctx.job.id, metadata.callId);
  const reporter = new Reporter({
    nextSeq: brief.resume?.nextSeq ?? 0,
    spool: Spool.create(spoolDirectory(dataDirectory), { callId: brief.callId, token: brief.token, attempt: brief.attempt }),
    send: (events) => sendEvents(appUrl, brief.callId, brief.token, events),
    onStop: (why) => {
      if (why === "taken_over") ended({ reason: "error", message: "taken over" });
      else leave();
    },
  });
  reporter.add({ type: "claimed", attempt: brief.attempt, worker: ctx.workerId });
  report = (event, at) => reporter.add(event, at);

  let ending: Ending;
  let parts: SpeechParts | null = null;
  try {
    parts = await speech.partsFor(brief).catch((error: unknown) => {
      missing = error instanceof Error ? error.message : String(error);
      return speech.localParts();
    });
    call = new Call({
      brief, parts, detector: createDetector(), sink: room.openMouth(parts.voice().sampleRate), resample, report, clock,
      texts: { streamText: (options) => { const me = ctx.room.localParticipant; return me ? me.streamText(options) : Promise.reject(new Error("not connected")); } },
      cache: new VoiceCache(speechCacheDirectory(dataDirectory)),
      trackIds: () => room.trackIds,
      callerIdentity: () => room.caller ?? "",
      showState: stateSender(room),
    });
    // The first words are made while the connection is.
    await Promise.all([call.warmUp(), connected.then(() => room.publish())]);
    room.lookAround();
    for (const event of before.splice(0)) report(event);
    opened = true;
    if (callerIn) await start();
    else absence.wait(CALLER_COMES_MS);
    if (stopped) void call.apologise(SENTENCES.stopped, "the service was stopped");
    ending = await Promise.race([call.over, early]);
  } catch (error) {
    ending = { reason: "error", message: error instanceof Error ? error.message : String(error) };
    report({ type: "problem", where: "job", message: ending.message ?? "" });
  }
  absence.back();
  await call?.close();
  await room.showState("ended");
  reporter.add({ type: "ended", reason: ending.reason, ...(ending.outcome ? { outcome: ending.outcome } : {}), ...(ending.message ? { message: ending.message } : {}) });
  // The app closes the room when it has the end; should it be away, nobody is left in an empty room.
  if (!(await reporter.close(LAST_EVENTS_MS))) await ctx.deleteRoom().catch(() => undefined);
  await room.close();
  await parts?.stop().catch(() => undefined);
}

/** Sends the newest state only: attributes travel slower than conversations turn. */
function stateSender(room: CallRoom): (state: AgentState) => void {
  let wanted: AgentState | null = null;
  let shown: AgentState | null = null;
  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    while (wanted !== null && wanted !== shown) {
      shown = wanted;
      await room.showState(shown);
    }
    sending = false;
  };
  return (state) => {
    wanted = state;
    void send();
  };
}
