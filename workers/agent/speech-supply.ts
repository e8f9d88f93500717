import type { Brief } from "@/lib/calls/protocol";
import type { SpeechParts } from "./call/parts";
import { localVoiceWith } from "./speech/flite/local-voice";
import { modelFor, recogniserFor, voiceFor } from "./speech/providers";
import type { Model, Recogniser, Voice } from "./speech/types";
import { warmUp, type WarmSpeech } from "./speech/warm-up";

const LOCAL = "local";

/** Local speech is started before the call is known, so that it answers at full speed from the first word. */
export class SpeechSupply {
  private warm: Promise<WarmSpeech> | null = null;

  async warmUp(): Promise<void> {
    await this.start();
  }

  private start(): Promise<WarmSpeech> {
    this.warm ??= warmUp();
    return this.warm;
  }

  /** The parts that the flow chose. Rejects with a `SpeechError` when Settings lack one of them. */
  async partsFor({ plan, providers }: Pick<Brief, "plan" | "providers">): Promise<SpeechParts> {
    const warm = await this.start();
    const { stt, tts, llm } = plan.speech;
    warm.recogniser.setRespellings(plan.speech.pronunciations);
    const recogniser: Recogniser = stt.provider === LOCAL ? warm.recogniser : recogniserFor({ ...stt, language: stt.language ?? plan.persona.language }, providers);
    const voices = new Map<string, Voice>();
    const voice: SpeechParts["voice"] = (choice = tts) => {
      const key = JSON.stringify(choice);
      let found = voices.get(key);
      if (!found) {
        found = choice.provider === LOCAL ? localVoiceWith(warm.voice, choice) : voiceFor(choice, providers);
        voices.set(key, found);
      }
      return found;
    };
    const model = (choice: { provider: string; model?: string; temperature?: number } | undefined = llm): Model | null => (choice && choice.provider !== LOCAL ? modelFor(choice, providers) : null);
    await Promise.all([recogniser === warm.recogniser ? null : recogniser.start(), voice().start()]);
    return { recogniser, voice, model, fallback: localVoiceWith(warm.voice, {}), stop: () => this.stop(recogniser, voices.values()) };
  }

  /** Without anything that a provider does: for saying that something is wrong. */
  async localParts(): Promise<SpeechParts> {
    const warm = await this.start();
    const voice = localVoiceWith(warm.voice, {});
    return { recogniser: warm.recogniser, voice: () => voice, model: () => null, fallback: voice, stop: () => this.stop(warm.recogniser, []) };
  }

  private async stop(recogniser: Recogniser, voices: Iterable<Voice>): Promise<void> {
    const warm = await this.start();
    await Promise.allSettled([recogniser.stop(), ...[...voices].map((voice) => voice.stop()), warm.recogniser.stop(), warm.voice.stop()]);
  }
}
