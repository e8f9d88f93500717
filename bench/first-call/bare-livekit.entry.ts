import { ReadableStream } from "node:stream/web";
import { defineAgent, llm, normalizeLanguage, stt, voice, type JobContext, type JobProcess } from "@livekit/agents";
import * as silero from "@livekit/agents-plugin-silero";
import { AudioFrame } from "@livekit/rtc-node";
import { NOTHING_EXPECTED } from "@/lib/speech/expectation";
import { warmUp, type WarmSpeech } from "@/workers/agent/speech/warm-up";
import { GREETING, REPLIES, WORDS } from "./questions";

/**
 * The peer: a bare `@livekit/agents` program with an `AgentSession`, tuned as well as its options allow, with the same recogniser and
 * the same voice as Parley; every reply is in a cache. The "model" answers at once.
 */
class Recogniser extends stt.STT {
  label = "same-recogniser";
  constructor(private readonly speech: WarmSpeech) {
    super({ streaming: false, interimResults: false });
  }
  protected async _recognize(buffer: Parameters<stt.STT["recognize"]>[0]): Promise<stt.SpeechEvent> {
    const frames = Array.isArray(buffer) ? buffer : [buffer];
    const pcm = new Int16Array(frames.reduce((sum, frame) => sum + frame.data.length, 0));
    frames.reduce((at, frame) => (pcm.set(frame.data, at), at + frame.data.length), 0);
    const { text } = await this.speech.recogniser.recognise({ pcm, sampleRate: frames[0]?.sampleRate ?? 16_000 });
    return { type: stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives: [{ text, language: normalizeLanguage("en"), startTime: 0, endTime: 0, confidence: 1 }] };
  }
  stream(): stt.SpeechStream {
    throw new Error("not a streaming recogniser");
  }
}

/** Only so that the session believes it has one: `llmNode` answers instead. */
class NoModel extends llm.LLM {
  label(): string {
    return "none";
  }
  chat(): llm.LLMStream {
    throw new Error("llmNode answers");
  }
}

class ToAndFro extends voice.Agent {
  constructor(private readonly cache: Map<string, AudioFrame[]>) {
    super({ instructions: "" });
  }
  override async llmNode(chatCtx: llm.ChatContext): Promise<ReadableStream<string>> {
    const said = chatCtx.items.findLast((item) => item.type === "message" && item.role === "user");
    const text = said?.type === "message" ? (said.textContent ?? "") : "";
    const word = WORDS.find((candidate) => text.includes(candidate));
    return ReadableStream.from(word ? [REPLIES[word]] : []);
  }
  override async ttsNode(text: AsyncIterable<string>): Promise<ReadableStream<AudioFrame>> {
    let whole = "";
    for await (const piece of text) whole += piece;
    return ReadableStream.from(this.cache.get(whole.trim()) ?? []);
  }
}

export default defineAgent({
  prewarm: async (proc: JobProcess) => {
    const speech = await warmUp();
    await speech.recogniser.expect({ ...NOTHING_EXPECTED, phrases: [...WORDS] });
    const cache = new Map<string, AudioFrame[]>();
    for (const text of [GREETING, ...Object.values(REPLIES)]) {
      const { pcm, sampleRate } = await speech.voice.synthesize({ text });
      const size = sampleRate / 50;
      cache.set(text, Array.from({ length: Math.floor(pcm.length / size) }, (_, i) => new AudioFrame(pcm.slice(i * size, (i + 1) * size), sampleRate, 1, size)));
    }
    // The detector reports the end of speech after this; shorter and it cuts words in two.
    const vad = await silero.VAD.load({ minSilenceDuration: 200, minSpeechDuration: 50 });
    Object.assign(proc.userData, { speech, cache, vad });
  },
  entry: async (ctx: JobContext) => {
    const { speech, cache, vad } = ctx.proc.userData as { speech: WarmSpeech; cache: Map<string, AudioFrame[]>; vad: silero.VAD };
    const session = new voice.AgentSession({
      vad,
      stt: new Recogniser(speech),
      llm: new NoModel(),
      tts: undefined,
      turnHandling: { turnDetection: "vad", endpointing: { mode: "fixed", minDelay: 0, maxDelay: 500 }, interruption: { minDuration: 100 }, preemptiveGeneration: { enabled: true } },
    });
    await session.start({ agent: new ToAndFro(cache), room: ctx.room });
    await ctx.connect();
    await ctx.waitForParticipant();
    session.say(GREETING, { audio: ReadableStream.from(cache.get(GREETING) ?? []) });
  },
});
